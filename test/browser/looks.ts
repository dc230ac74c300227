/** In which sizes and languages a page is looked at whole: by axe, for texts that are cut off and keys that stand untranslated. */
import type { Look } from '../support/browser.js';
import { atLength } from '../support/length.js';

type Seen = Required<Pick<Look, 'width' | 'locale'>>;

/** Both widths in `npm run test:long`; in the ordinary suite the one where the page has more to lose. */
export const widths = (ordinary: 1440 | 390): number[] => atLength([1440, 390], [ordinary]);

/** A desk in Chinese and a telephone in English, whose words are the longest; in `npm run test:long` each of both in each language. */
export const LOOKS: Seen[] = atLength<Seen[]>(
  [1440, 390].flatMap((width) => (['zh-CN', 'en'] as const).map((locale) => ({ width, locale }))),
  [
    { width: 1440, locale: 'zh-CN' },
    { width: 390, locale: 'en' },
  ],
);
