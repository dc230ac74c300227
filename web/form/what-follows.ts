/** What will be after a command and what cannot be undone of it, as the workflows of version 2 have it. */

/** Keys of the words in `follows`, by command. */
const FOLLOWS: Readonly<Record<string, string>> = {
  ASSIGN: 'assign',
  TAKE_BACK: 'takeBack',
  TRANSFER: 'transfer',
  PARK: 'park',
  CORRECT: 'correct',
  SPLIT: 'split',
  DECLINE: 'decline',
  RETURN: 'return',
  REJECT: 'final',
  WITHDRAW: 'final',
  MERGE: 'merge',
  ASK_DEPARTURE: 'asks',
  GRANT_DEPARTURE: 'departs',
  WAIVE_ORDER: 'waive',
  CLOSE_UNVERIFIED: 'unverified',
  CLOSE_DISPUTED: 'disputed',
  SIGN_CLOSING: 'closes',
};
/** Key of the words in `follows`; every command is at least kept in history. */
export const whatFollows = (type: string): string => FOLLOWS[type] ?? 'kept';
