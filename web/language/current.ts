/** The language the person reads, remembered on this computer; the browser's where none was chosen. Chinese comes first. */
import { ref } from 'vue';
import { recall, remember as keep } from '../keeping/remember.js';

export type Language = 'zh-CN' | 'en';

const KEY = 'xiaohao.language';

function initial(): Language {
  const remembered = recall(KEY);
  if (remembered === 'zh-CN' || remembered === 'en') return remembered;
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh-CN';
}

export const language = ref<Language>(initial());

/** The same outside of components. */
export const currentLanguage = (): Language => language.value;

/** Remembers the choice; the words themselves are loaded by `words.ts`. */
export function remember(chosen: Language): void {
  language.value = chosen;
  keep(KEY, chosen);
  document.documentElement.lang = chosen;
}
