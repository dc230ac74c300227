/** What will be after a command and what cannot be undone of it, and by which other one it is mended, as the workflows of version 2 have it. */

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
/** Sent to many, these can be mended by another command of the same people. */
const MENDED = ['ASSIGN', 'TRANSFER', 'PARK'];

/** Key of the words in `follows`; every command is at least kept in history. */
export const whatFollows = (type: string): string => FOLLOWS[type] ?? 'kept';

/** True where what was sent can be mended by another command of the same people. */
export const canBeMended = (type: string): boolean => MENDED.includes(type);
