/** What the columns and rows of the closure report are called in a file, in both languages: the words of the report page. */
import { SOURCE_WORDS } from '../domain/vocabulary/case-words.js';
import {
  COUNT_WORDS,
  FIGURE_WORDS,
  NONE_WORDS,
  RATE_WORDS,
  SIGN_WORDS,
  SPLIT_WORDS,
} from '../domain/vocabulary/figure-words.js';
import { namesIn, type Language } from '../domain/vocabulary/word.js';

/** What only a file says. */
const OF_FILES = {
  /** Part of the file's name. */
  file: { 'zh-CN': '销号率', en: 'closure-rate' },
  asOf: { 'zh-CN': '统计至', en: 'As of' },
  from: { 'zh-CN': '收集自', en: 'Received from' },
  to: { 'zh-CN': '收集至', en: 'Received until' },
  withTakenOver: { 'zh-CN': '含台账转入销号', en: 'With cases imported as closed' },
  /** Behind the name of a count: a rate may bear the same name. */
  cases: { 'zh-CN': '（件）', en: ' (cases)' },
  total: { 'zh-CN': '合计', en: 'Total' },
};

const closureWords = (language: Language) => ({
  ...namesIn(OF_FILES, language),
  ...namesIn(FIGURE_WORDS, language),
  count: namesIn(COUNT_WORDS, language),
  split: namesIn(SPLIT_WORDS, language),
  none: namesIn(NONE_WORDS, language),
  rate: namesIn(RATE_WORDS, language),
  sign: namesIn(SIGN_WORDS, language),
  source: namesIn(SOURCE_WORDS, language),
});

export type ClosureWords = ReturnType<typeof closureWords>;
export const CLOSURE_WORDS: Record<Language, ClosureWords> = { 'zh-CN': closureWords('zh-CN'), en: closureWords('en') };
