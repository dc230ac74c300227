/** A wall with as many lights and as large figures in its cells as a big city has, and what lies over what there. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import { LIGHTS, STAGES, type Stage } from '../../src/domain/words.js';
import type { Wall, WallCell, WallRow } from '../../src/wall/wall.dto.js';

const WORST_FIRST = [...LIGHTS].reverse();
/** As many rows as one screen shows. */
const ROWS = 12;
const NAMES = [
  '城东派出所',
  '经济技术开发区公安分局',
  '临江市公安局轨道交通和机场口岸治安保卫分局第十四大队',
  '市公安局治安管理支队',
];

/** `size` is how large its figures are: 3 for three digits. Only where the clock runs can a light burn. */
function cell(stage: Stage, lights: number, size: number): WallCell {
  const each = size === 1 ? 9 : 9 * 10 ** (size - 1) - 12;
  const burning = stage === 'assigned' || stage === 'deadline' ? WORST_FIRST.slice(0, lights) : [];
  return { stage, count: each + burning.length, lights: burning.map((light, n) => ({ light, count: each - n })) };
}

/** The wall with a screen full of rows: cells with two, three, four and all lights, and with figures of one to three digits; four in the
 *  total. */
export function crowdedWall(wall: Wall): Wall {
  const rows = Array.from({ length: ROWS }, (_, n): WallRow => {
    const lights = 2 + (n % 5);
    const size = n < 8 ? 3 : n < 10 ? 2 : 1;
    return {
      unitId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      name: NAMES[n % NAMES.length]!,
      cells: STAGES.map((stage) => cell(stage, stage === 'assigned' ? 6 - (n % 3) : lights, size)),
      overdue: 888,
      closureRate: { numerator: 888, denominator: 888, rate: 1 },
    };
  });
  const total = { ...wall.total, cells: STAGES.map((stage) => cell(stage, 6, 4)), overdue: 1_888 };
  const change = {
    measure: 'overdue',
    caseId: rows[2]!.unitId!,
    number: 'ZG-2026-010349',
    unitId: rows[2]!.unitId,
  } as const;
  const changes = [
    { ...change, title: '夜间施工噪声扰民多次反映至今没有解决请有关部门尽快到现场查看并给出明确的整改时限和责任人' },
  ];
  return { ...wall, rows, changes, total: { ...total, closureRate: { numerator: 888, denominator: 888, rate: 1 } } };
}

/** What lies over something else in its cell, sticks out of it, or is cut off by the frame of the table. */
export const stackedFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Box {
      what: string;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const faults: string[] = [];
    /** The ink of a text: its line, as high as its digits and Chinese characters are. */
    const texts = (of: Element): Box[] => {
      const found: Box[] = [];
      const walker = document.createTreeWalker(of, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const holder = node.parentElement!;
        if (node.textContent!.trim() === '' || holder.closest('.only-spoken') !== null) continue;
        const half = parseFloat(getComputedStyle(holder).fontSize) * 0.4;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const middle = (top + bottom) / 2;
          found.push({ what: node.textContent!.trim(), left, right, top: middle - half, bottom: middle + half });
        }
      }
      return found;
    };
    const marks = (of: Element): Box[] =>
      [...of.querySelectorAll('svg')].map((svg) => {
        const { left, right, top, bottom } = svg.getBoundingClientRect();
        return { what: svg.parentElement!.textContent!.trim(), left, right, top, bottom };
      });
    const table = document.querySelector('table')!;
    const frame = document.querySelector('.table')!.getBoundingClientRect();
    if (table.getBoundingClientRect().bottom > frame.bottom + 1) faults.push('the table is higher than its frame');
    if (table.getBoundingClientRect().right > frame.right + 1) faults.push('the table is wider than its frame');
    for (const one of table.querySelectorAll('td, th:not(.unit)')) {
      const of = one.getBoundingClientRect();
      const where = `${one.parentElement!.textContent!.trim().slice(0, 12)} ${one.className}`;
      const boxes = [...texts(one), ...marks(one)];
      for (const [n, a] of boxes.entries()) {
        if (a.left < of.left - 1 || a.right > of.right + 1 || a.top < of.top - 1 || a.bottom > of.bottom + 1)
          faults.push(`${where}: ${a.what} sticks out`);
        for (const b of boxes.slice(n + 1)) {
          const isApart =
            a.right <= b.left + 0.5 || b.right <= a.left + 0.5 || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
          if (!isApart) faults.push(`${where}: ${a.what} lies over ${b.what}`);
        }
      }
    }
    return faults;
  });
