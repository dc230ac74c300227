/** What the service says in both languages, in the reader's. */
import { language } from '../../language/current.js';

/** A reason or a question. */
export const inWords = (said: { message: string; messageZh: string } | null | undefined): string =>
  (language.value === 'en' ? said?.message : said?.messageZh) ?? '';

/** An answer that is offered. */
export const labelOf = (option: { label: string; labelZh: string }): string =>
  language.value === 'en' ? option.label : option.labelZh;
