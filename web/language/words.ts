/** The words of the desk: one JSON file a page and language, loaded when the page is first opened. */
import { createI18n } from 'vue-i18n';
import { language, remember, type Language } from './current.js';

type Messages = Record<string, string | object>;
const files = import.meta.glob<Messages>('../locales/*/*.json', { import: 'default' });

export const i18n = createI18n({
  legacy: false,
  locale: language.value,
  fallbackLocale: 'zh-CN',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
});

const wanted = new Set<string>();
const loaded = new Map<string, Promise<void>>();

function load(of: Language, namespace: string): Promise<void> {
  const path = `../locales/${of}/${namespace}.json`;
  const file = files[path];
  if (file === undefined) return Promise.reject(new Error(`no such file of words: ${path}`));
  let under = loaded.get(path);
  if (under === undefined) {
    under = file().then((messages) => i18n.global.mergeLocaleMessage(of, { [namespace]: messages }));
    under.catch(() => loaded.delete(path)); // a lost connection must not be remembered
    loaded.set(path, under);
  }
  return under;
}

/** Resolves when these files of words are there in the present language. */
export async function loadWords(...namespaces: string[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  await Promise.all(namespaces.map((namespace) => load(language.value, namespace)));
}

/** Changes the language of the whole desk, once all words in use are there. */
export async function speak(chosen: Language): Promise<void> {
  await Promise.all([...wanted].map((namespace) => load(chosen, namespace)));
  remember(chosen);
  i18n.global.locale.value = chosen;
}
