/** Walks through a page with the Tab key alone, as a person without a mouse does, and tells what they cannot reach, see or use. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';

export interface Walk {
  /** How many controls the key stopped at. */
  stops: number;
  /** Controls that can be clicked and were never reached. */
  unreached: string[];
  /** Controls that look the same with the focus as without it. */
  unmarked: string[];
  /** Controls that lie beneath something else, or outside of the screen, while they have the focus (WCAG 2.2, 2.4.11). */
  covered: string[];
}

interface Step {
  /** Null once the focus has left the page, or came back to where it has been. */
  at: string | null;
  unmarked: string | null;
  covered: string | null;
}
/** `steps` are what was found at each press of the key since they were taken last. */
type Walker = { steps: () => Step[]; missed: () => string[]; end: () => void };

/** Puts the walker into the page: it remembers where the focus has been and how each control looked there. */
function install(): void {
  const seen = new Set<Element>();
  let last: { element: Element; look: string } | null = null;

  const nameOf = (one: Element): string => {
    const words = one.getAttribute('aria-label') ?? (one as HTMLElement).innerText ?? '';
    const named = words.trim().replace(/\s+/g, ' ').slice(0, 40) || one.id || one.getAttribute('type') || '';
    const place = one.closest('form, table, nav, section, aside, dialog, header, footer')?.className.toString() ?? '';
    return `${one.tagName.toLowerCase()} “${named}” in .${place.split(' ')[0]}`;
  };
  /** How the control and what it may be drawn by look: itself, what stands beside it, three frames around it. */
  const lookOf = (one: Element): string => {
    const drawn: Element[] = [one];
    if (one.nextElementSibling !== null) drawn.push(one.nextElementSibling);
    for (let up = one.parentElement, n = 0; up !== null && n < 4; up = up.parentElement, n++) drawn.push(up);
    return drawn
      .map((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
          getComputedStyle(part);
        const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineWidth + outlineColor;
        return [outline, boxShadow, borderColor, backgroundColor].join();
      })
      .join('|');
  };
  /** What has its own means to be seen: a box that is not drawn is judged by the label that is drawn for it. */
  const drawnFor = (one: Element): Element => {
    const box = one.getBoundingClientRect();
    const isHidden = box.width < 4 || box.height < 4 || Number(getComputedStyle(one).opacity) < 0.1;
    return isHidden ? (one.closest('label') ?? (one as HTMLInputElement).labels?.[0] ?? one.parentElement ?? one) : one;
  };
  const isCovered = (one: Element): boolean => {
    const drawn = drawnFor(one);
    const box = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right <= left || bottom <= top) return true;
    // a text area taller than the screen is used by its part that is seen
    const points = [0.5, 0.2, 0.8].map((part) => [left + (right - left) * part, top + (bottom - top) * part] as const);
    return !points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      if (hit === null) return false;
      // what a control shows of itself may lie over the box that takes the keys
      return [drawn, one.closest('label, .el-select')].some((part) => part?.contains(hit)) || hit.contains(drawn);
    });
  };
  const compare = (): string | null => {
    if (last === null || !last.element.isConnected) return null;
    const { element, look } = last;
    // what disappears or changes with the focus is seen to have had it
    return lookOf(element) === look ? nameOf(element) : null;
  };

  const step = (): Step => {
    // what moves into place within a moment is looked at where it comes to rest
    for (const one of document.getAnimations())
      if (one.effect?.getComputedTiming().iterations !== Infinity) one.finish();
    const now = document.activeElement;
    // a date has three parts, each with a stop of its own
    if (now !== null && now === last?.element) return { at: nameOf(now), unmarked: null, covered: null };
    const unmarked = compare();
    if (now === null || now === document.body || seen.has(now)) {
      last = null;
      return { at: null, unmarked, covered: null };
    }
    seen.add(now);
    last = { element: now, look: lookOf(now) };
    return { at: nameOf(now), unmarked, covered: isCovered(now) ? nameOf(now) : null };
  };

  // The page looks at itself whenever the key is let go: to be asked after each press would cost more than the press.
  const steps: Step[] = [];
  const listen = (event: KeyboardEvent): unknown => event.key === 'Tab' && steps.push(step());
  const before = (window as unknown as { walker?: Walker }).walker;
  before?.end();
  window.addEventListener('keyup', listen, { capture: true });

  const walker: Walker = {
    end: () => window.removeEventListener('keyup', listen, { capture: true }),
    steps: () => steps.splice(0),
    missed: () => {
      const wanted =
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=button], [role=link], [role=checkbox], [role=switch], [role=tab], [role=combobox]';
      const groups = new Set(
        [...seen].filter((one) => one.matches('input[type=radio]')).map((one) => one.getAttribute('name')),
      );
      return (
        [...document.querySelectorAll<HTMLElement>(wanted)]
          .filter((one) => !seen.has(one))
          .filter(
            (one) => one.getAttribute('tabindex') !== '-1' || one.matches('button, a[href], input, [role=button]'),
          )
          .filter((one) => !one.matches(':disabled, [aria-hidden=true] *, [inert] *, [aria-disabled=true]'))
          .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }))
          .filter((one) => one.getClientRects().length > 0)
          // of a group of radio buttons one takes the key; the arrows do the rest
          .filter((one) => !(one.matches('input[type=radio]') && groups.has(one.getAttribute('name'))))
          // a file is chosen through the button beside the hidden box, a day is typed beside its calendar
          .filter((one) => !one.matches('input[type=file], input[type=date][tabindex="-1"]'))
          .map(nameOf)
      );
    },
  };
  (window as unknown as { walker: Walker }).walker = walker;
}

/** How often the key is pressed before the page is asked what it has found. */
const AT_ONCE = 6;

/** From the top of the page once around, forwards; `most` stops at most. */
export async function walkByKeyboard(page: Page, most = 400): Promise<Walk> {
  await page.evaluate(install);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur?.();
    window.scrollTo(0, 0);
    // the next Tab starts at the very top, wherever the page has put the focus
    const top = document.body;
    top.tabIndex = -1;
    top.focus();
    top.removeAttribute('tabindex');
  });
  const walk: Walk = { stops: 0, unreached: [], unmarked: [], covered: [] };
  // A busy browser takes its time to give a page the keys: before the first stop more is forgiven than after it.
  const isOver = (outside: number): boolean => walk.stops >= most || outside >= (walk.stops === 0 ? 20 : 2);
  for (let outside = 0; !isOver(outside);) {
    for (let press = 0; press < (walk.stops === 0 ? 1 : AT_ONCE); press++) await page.keyboard.press('Tab');
    if (walk.stops === 0 && outside > 1) await page.waitForTimeout(100);
    for (const step of await page.evaluate(() => (window as unknown as { walker: Walker }).walker.steps())) {
      if (isOver(outside)) break;
      if (step.unmarked !== null) walk.unmarked.push(step.unmarked);
      if (step.covered !== null) walk.covered.push(step.covered);
      if (step.at === null) outside += 1;
      else [walk.stops, outside] = [walk.stops + 1, walk.stops === 0 ? 0 : outside];
    }
  }
  walk.unreached = await page.evaluate(() => (window as unknown as { walker: Walker }).walker.missed());
  return walk;
}
