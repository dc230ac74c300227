/** What a word of the domain is made of: its Chinese, its English, and what it means in a sentence of each. */
import type { Sentence } from '../clock-words.js';

/** The languages of pages, files and answers. */
export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly (keyof Sentence)[];
export type Language = (typeof LANGUAGES)[number];

export interface Word extends Sentence {
  meaning: Sentence;
}

/** A word and its meaning, Chinese first. */
export const word = (zh: string, en: string, zhMeaning: string, enMeaning: string): Word => ({
  'zh-CN': zh,
  en,
  meaning: { 'zh-CN': zhMeaning, en: enMeaning },
});

/** The words of a list without what they mean, as an answer carries them. */
export const namesOf = <Key extends string>(words: Record<Key, Sentence>): Record<Key, Sentence> =>
  mapped(words, ({ 'zh-CN': zh, en }) => ({ 'zh-CN': zh, en }));

/** The words of a list in one language. */
export const namesIn = <Key extends string>(words: Record<Key, Sentence>, language: Language): Record<Key, string> =>
  mapped(words, (one) => one[language]);

function mapped<Key extends string, To>(words: Record<Key, Sentence>, to: (one: Sentence) => To): Record<Key, To> {
  const entries = Object.entries<Sentence>(words).map(([key, one]) => [key, to(one)] as const);
  return Object.fromEntries(entries) as Record<Key, To>;
}
