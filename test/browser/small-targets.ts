/** What a thumb presses on a telephone and is lower than it needs. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Height in pixels that a thumb hits (WCAG 2.5.5). */
const THUMB = 44;

/** Controls of the page that are lower, each with its height. A link inside a sentence stands in its line and is none; a field counts with the
 *  label that opens it. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const PRESSED =
      'button, a[href], select, summary, textarea, input:not([type=hidden]):not([type=file]), [role=tab], [role=option]';
    const found = new Set<string>();
    for (const one of document.querySelectorAll<HTMLElement>(PRESSED)) {
      const style = getComputedStyle(one);
      if (style.visibility === 'hidden' || one.closest('[aria-hidden=true], .only-spoken, .skip') !== null) continue;
      const outer =
        one.closest<HTMLElement>('label, .el-input__wrapper, .el-select__wrapper, .el-textarea, .el-input-number') ??
        one;
      const { height, width } = outer.getBoundingClientRect();
      if (height === 0 || width === 0 || one.closest('.skip') !== null) continue;
      // a word of a sentence that can be opened stands in its line
      const inLine = (one.tagName === 'A' && style.display === 'inline') || one.closest('.term') !== null;
      if (!inLine && height < least - 0.5)
        found.add(
          `${height.toFixed(0)} ${one.tagName.toLowerCase()}.${one.className} ${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 20) || outer.outerHTML.slice(0, 300)}`,
        );
    }
    return [...found].slice(0, 8);
  }, THUMB);
