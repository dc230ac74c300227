/** What the test of the words asks of `npm run words`. */

/** Terms whose meaning is loaded with the pages. */
export const EXPLAINED: string[];
/** What of web/locales is written, by file and key. */
export const WRITTEN: Record<string, Record<string, unknown>>;
/** docs/glossary.md as it should be. */
export function glossary(): string;
/** The files of web/locales that hold words of the domain, as they should be, by their path. */
export function localeFiles(): Record<string, string>;
/** docs/messages.md as it should be. */
export function messages(): string;
