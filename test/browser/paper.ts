/** What a page looks like on paper: put there as the browser does it, and looked at for what paper cannot bear. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import { cutOff } from '../support/browser.js';

/** An A4 sheet between its margins, in pixels of the page. */
export const A4 = { width: 688, height: 990 };

/** Puts the page on paper until `screen` is called. */
export async function paper(page: Page): Promise<void> {
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  // Lists draw all their rows and charts fit themselves to the sheet; what never comes to fit is told by `paperFaults`.
  await page
    .waitForFunction(
      () =>
        document.documentElement.scrollWidth <= innerWidth &&
        (document.querySelector('.paper-head')?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ??
          false),
      undefined,
      { timeout: 3_000 },
    )
    .catch((error: unknown) => {
      if (!/Timeout/.test(String(error))) throw error;
    });
  // that it is paper is told before a frame is drawn; what the page makes of it stands with the next
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
export const screen = (page: Page): Promise<void> => page.emulateMedia({ media: null });

/** Sheets of a PDF file that Chromium wrote: each has an object of its own, which is not compressed. */
export const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** What is wrong with the page on paper; empty when nothing is. The page is on paper already. */
export async function paperFaults(page: Page): Promise<string[]> {
  const cut = await cutOff(page);
  const found = await page.evaluate(() => {
    const faults: string[] = [];
    const seen = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const head = document.querySelector<HTMLElement>('.paper-head');
    if (head === null || !seen(head) || !/本单位[\s\S]*打印于 \d{4}年/.test(head.innerText))
      faults.push('no head with office and time');
    for (const one of document.querySelectorAll(
      'nav, .shell > .bar, .outbox details, input:not([type=radio]), .el-input',
    ))
      if (seen(one)) faults.push(`on paper: ${one.tagName} ${one.className}`);
    for (const one of document.querySelectorAll('thead'))
      if (seen(one) && getComputedStyle(one).display !== 'table-header-group')
        faults.push('a head that is not repeated');
    for (const one of document.querySelectorAll('tbody tr, main li'))
      if (seen(one) && getComputedStyle(one).breakInside !== 'avoid')
        faults.push(`may be cut in two: ${one.className}`);
    for (const one of document.querySelectorAll('main *'))
      if (/sticky|fixed/.test(getComputedStyle(one).position) && seen(one))
        faults.push(`stays in one place: ${one.className}`);
    for (const light of document.querySelectorAll<HTMLElement>('span.light:not(.is-none)'))
      if (light.querySelector('svg') === null || light.innerText.trim() === '')
        faults.push('a light without shape or word');
    return [...new Set(faults)];
  });
  return [...cut, ...found];
}
