/** What a person who has enlarged the page cannot read: text that runs out of the screen or out of its own box. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';

/** Texts of which a part lies outside of the screen sideways, or below the edge of a box that does not scroll; empty when all can be
 *  read. What scrolls by itself, what is only spoken, and what is shortened on purpose beside a full `title`, is left out. */
export async function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    // asked for each text of each box around it: looked up once a box
    const boxes = new Map<Element, { overflowX: string; overflowY: string; position: string }>();
    const boxOf = (one: Element): { overflowX: string; overflowY: string; position: string } => {
      const known = boxes.get(one);
      if (known !== undefined) return known;
      const { overflowX, overflowY, position } = getComputedStyle(one);
      boxes.set(one, { overflowX, overflowY, position });
      return { overflowX, overflowY, position };
    };
    const scrolls = (one: Element): boolean => {
      for (let up: Element | null = one; up !== null && up !== document.body; up = up.parentElement)
        if (/auto|scroll/.test(boxOf(up).overflowX)) return true;
      return false;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const of = text.parentElement;
      const words = (text.textContent ?? '').trim();
      if (of === null || words === '' || of.closest('script, style, .only-spoken, [title], svg, [aria-hidden=true]'))
        continue;
      if (!of.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const parts = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (parts.length === 0) continue;
      if (parts.every(({ right }) => right < -100)) continue; // comes into the screen with the focus
      const say = (why: string): unknown => found.add(`${why}: ${words.slice(0, 50)}`);
      if (parts.some(({ left, right }) => left < -1 || right > innerWidth + 1) && !scrolls(of))
        say('beside the screen');
      for (let up: Element | null = of; up !== null && up !== document.body; up = up.parentElement) {
        const { overflowY, overflowX, position } = boxOf(up);
        if (/auto|scroll/.test(overflowY) || position === 'fixed') break;
        if (!/hidden|clip/.test(overflowY + overflowX)) continue;
        const edge = up.getBoundingClientRect();
        if (edge.width < 4 || edge.height < 4) break; // only spoken
        const isCut = parts.some(
          ({ left, right, top, bottom }) =>
            (/hidden|clip/.test(overflowY) && (bottom > edge.bottom + 3 || top < edge.top - 3)) ||
            (/hidden|clip/.test(overflowX) && (right > edge.right + 2 || left < edge.left - 2)),
        );
        if (isCut) say('cut off');
      }
    }
    return [...found];
  });
}

/** Sets the spacing that WCAG 2.2, 1.4.12 asks a page to bear: lines of 1.5, paragraphs of 2, letters of 0.12, words of 0.16 times
 *  the size of the text. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
