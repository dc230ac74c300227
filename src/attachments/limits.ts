/** How much evidence is taken, at most: of a file, a call, a case, a person and all together. */

export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 10;
/** Bytes from which on the files of a call go into the database one call after the other. */
export const WEIGHTY = 8 * 1024 * 1024;
/** Bytes of a call with as many files as may be, and what stands around them. */
export const MOST_OF_A_CALL = MOST_FILES * MOST_BYTES + 64 * 1024;
/** Enough for any case; a case is no file store. */
export const MOST_OF_A_CASE = 200;
/** Bytes of one piece: what a request holds in memory. */
export const MOST_PIECE = 1024 * 1024;
/** Unfinished uploads: a phone full of photographs of one person, and what a tenant can have under way. */
export const UPLOAD_BOUNDS = {
  uploadsOfPerson: 40,
  bytesOfPerson: 400 * 1024 * 1024,
  bytesOfAll: 8 * 1024 * 1024 * 1024,
};
/** How long an unfinished upload is kept after its last piece, milliseconds: a phone that is away for a long weekend goes on where it was. */
export const UPLOAD_KEPT = 5 * 24 * 3_600_000;
/** Calls with whole files that are received at once, of all and of one person, and the same for pieces. */
export const CALLS_AT_ONCE = { most: 4, each: 2 };
export const PIECES_AT_ONCE = { most: 48, each: 4 };
