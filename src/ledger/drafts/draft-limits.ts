/** How long and how many drafts of ledgers are kept. */

/** Days after which a draft is forgotten, file and all. */
export const DAYS_KEPT = 7;
/** Drafts of one person at once. */
export const DRAFTS_OF_PERSON = 10;
/** Earlier imports that are listed. */
export const IMPORTS_LISTED = 50;
/** Hours in which an import may be undone. */
export const UNDO_HOURS = 24;
