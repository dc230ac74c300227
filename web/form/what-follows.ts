/** What cannot be undone of a command, and by which other one it is mended, as the workflows of version 2 have it. */

/** The case departs for good: no workflow brings it back. */
const FINAL = ['REJECT', 'MERGE', 'WITHDRAW', 'GRANT_DEPARTURE'];
/** The case closes; supervisors and the office reopen it within the look-back window. */
const CLOSES = ['CLOSE_UNVERIFIED', 'CLOSE_DISPUTED', 'SIGN_CLOSING'];
const MENDED: Readonly<Record<string, string>> = {
  ASSIGN: 'transfer',
  TRANSFER: 'transfer',
  PARK: 'resume',
  CORRECT: 'correct',
};

/** Key of the words under `form.follows`; every command is at least kept in history. */
export function whatFollows(type: string): string {
  if (FINAL.includes(type)) return 'final';
  return CLOSES.includes(type) ? 'closes' : (MENDED[type] ?? 'kept');
}

/** True where what was sent can be mended by another command of the same people. */
export const canBeMended = (type: string): boolean => MENDED[type] !== undefined;
