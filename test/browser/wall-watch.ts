/** Watches an open wall from outside: what it shows, how much of the browser it holds, how many lines it has open. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { CDPSession, Page } from 'playwright-core';
import type { Wall } from '../../src/wall/wall.dto.js';

export interface Held {
  /** Nodes of the document, detached ones too, and listeners on them; bytes of the heap; all after a collection of garbage. */
  nodes: number;
  listeners: number;
  heap: number;
  /** Streams that are open or opening. */
  lines: number;
}
interface Streams {
  open: Set<EventSource>;
  opened: number;
  walls: number;
  /** Signs of life that arrived, walls among them. */
  signs: number;
}

/** Counts the streams of the page; call before it is opened. */
export async function countStreams(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const streams: Streams = { open: new Set(), opened: 0, walls: 0, signs: 0 };
    (window as unknown as { streams: Streams }).streams = streams;
    window.EventSource = class extends EventSource {
      constructor(url: string | URL) {
        super(url);
        streams.open.add(this);
        // each connection counts, also those that the browser makes again by itself
        this.addEventListener('open', () => (streams.opened += 1));
        this.addEventListener('wall', () => (streams.walls += 1));
        for (const sign of ['alive', 'wall']) this.addEventListener(sign, () => (streams.signs += 1));
        this.addEventListener('error', () => this.readyState === EventSource.CLOSED && streams.open.delete(this));
      }
      override close(): void {
        super.close();
        streams.open.delete(this);
      }
    };
  });
}

/** How many connections were made, and how many walls and heartbeats came over them. */
export const streamed = (page: Page): Promise<{ opened: number; walls: number; signs: number }> =>
  page.evaluate(() => {
    const { opened, walls, signs } = (window as unknown as { streams: Streams }).streams;
    return { opened, walls, signs };
  });

/** What the page holds once nothing is held that could be let go. */
export async function heldBy(page: Page, devtools: CDPSession): Promise<Held> {
  for (let n = 0; n < 2; n++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
  const lines = await page.evaluate(() => (window as unknown as { streams: Streams }).streams.open.size);
  return { nodes, listeners, heap, lines };
}

export interface Figures {
  day: string;
  rate: string;
  overdue: string;
  today: string[];
  /** By row: unit, counts of the five stages, overdue. */
  rows: string[][];
  total: string[];
}

/** The figures on the screen, in the words of the screen. */
export const shownOn = (page: Page): Promise<Figures> =>
  page.evaluate(() => {
    const text = (one: Element | null): string => (one as HTMLElement | null)?.innerText.trim() ?? '';
    const cells = (row: Element): string[] => {
      const counts = [...row.querySelectorAll('.cell')].map((cell) => text(cell.querySelector('.count')) || '0');
      return [text(row.querySelector('th')), ...counts, text(row.querySelector('.late')).replace('·', '0')];
    };
    return {
      day: text(document.querySelector('.when span')),
      rate: text(document.querySelector('.ring .of')),
      overdue: text(document.querySelector('.beside > div:last-child dd')),
      today: [...document.querySelectorAll('.today dl > div')].map(
        (one) => `${text(one.querySelector('dt'))} ${text(one.querySelector('dd'))}`,
      ),
      rows: [...document.querySelectorAll('tbody tr')].map(cells),
      total: cells(document.querySelector('tfoot tr')!),
    };
  });

const MOVED: Record<string, string> = { collected: '收集', resolved: '销号', overdue: '逾期' };
const number = new Intl.NumberFormat('zh-CN');

/** What a screen in Chinese must show of a wall of at most one page of units. */
export function figuresOf(wall: Wall): Omit<Figures, 'day'> {
  const row = ({ name, unitId, cells, overdue }: Wall['rows'][number]): string[] => [
    unitId === null ? '未交办' : name,
    ...cells.map(({ count }) => number.format(count)),
    number.format(overdue),
  ];
  const came = new Map<string, number>(wall.today.map((one) => [one.measure, one.came]));
  return {
    rate: `${number.format(wall.closureRate.numerator)} / ${number.format(wall.closureRate.denominator)}`,
    overdue: number.format(wall.overdue),
    today: Object.entries(MOVED).map(([measure, word]) => `${word} ${number.format(came.get(measure) ?? 0)}`),
    rows: wall.rows.map(row),
    total: ['合计', ...row(wall.total).slice(1)],
  };
}
