/** Where everything of a chart is drawn: cards in columns, lines between them in tracks of their own, as on the map of a metro. Pure:
 *  the width of a text is told by whoever has a pen. All lengths are pixels. */
import { card, HEAD_LINE, PAD, ROW_LINE, type Card, type Measure, type Words } from './card.js';
import type { State } from './chart.js';
import type { Column } from './columns.js';
import { rounded } from './rounded.js';

export interface Line {
  key: string;
  /** Path of an SVG. */
  d: string;
}
export interface Layout {
  width: number;
  height: number;
  cards: Card[];
  lines: Line[];
}
const INNER_GAP = 12;
const TRACK = 9;
const EDGE = 14;

interface Spot {
  column: number;
  card: Card;
  outer: Card;
}

/** The layout of columns. `frames` are states to be framed across columns (the clock's `overdue`); `width` is that of a card. */
export function layout(
  columns: readonly Column[],
  words: Words,
  measure: Measure,
  width: number,
  frames: readonly State[] = [],
): Layout {
  const steps = columns.flatMap(({ frame, cards }, column) =>
    [...(frame ? [frame] : []), ...cards].map((state) => ({ column, state })),
  );
  const columnOf = (target: string): number => {
    const whole =
      steps.find(({ state }) => state.id === target) ?? steps.find(({ state }) => state.id.startsWith(`${target}.`));
    return whole?.column ?? -1;
  };

  // Tracks: how many vertical lines run in the gap after each column (and inside its right side), and how many lanes above and below.
  const gaps = columns.map(() => new Map<string, number>());
  const sides = columns.map(() => new Map<string, number>());
  const above = new Map<string, number>();
  const below = new Map<string, number>();
  const track = (of: Map<string, number>, key: string): void => void (of.has(key) || of.set(key, of.size));
  const wires = steps
    .flatMap(({ column, state }) =>
      state.steps.flatMap((step) =>
        step.targets.map((target) => ({
          from: column,
          to: columnOf(target),
          state,
          step,
          target,
          lane: `${step.event ?? step.delay}>${target}`,
        })),
      ),
    )
    .filter(({ to, state, target }) => to >= 0 && state.id !== target);
  for (const { from, to, target, lane } of wires) {
    if (to === from) track(sides[from]!, target);
    else if (to === from + 1) track(gaps[from]!, `in ${target}`);
    else if (to === from - 1) track(gaps[to]!, `back ${target}`);
    else if (to > from) {
      track(above, lane);
      track(gaps[from]!, `out ${lane}`);
      track(gaps[to - 1]!, `in ${target}`);
    } else {
      track(below, lane);
      track(gaps[from - 1]!, `out ${lane}`);
      track(gaps[to]!, `back ${target}`);
    }
  }

  // Cards, column by column.
  const lanesAbove = above.size === 0 ? 0 : above.size * TRACK + 12;
  const headRoom = frames.length === 0 ? 0 : HEAD_LINE + PAD + 8;
  const top = lanesAbove + headRoom + 2;
  const cards: Card[] = [];
  const spots = new Map<string, Spot>();
  const starts: number[] = [];
  const ends: number[] = [];
  let x = 2;
  columns.forEach(({ frame, cards: states }, column) => {
    const inset = frame ? PAD : 0;
    const side = sides[column]!.size === 0 ? 0 : sides[column]!.size * TRACK + EDGE - PAD;
    const outerWidth = width + inset * 2 + side;
    let outer: Card | undefined;
    let y = top;
    if (frame !== undefined) {
      outer = card(frame, words, measure, x, y, outerWidth, true);
      cards.push(outer);
      y += outer.height + 2;
    }
    for (const state of states) {
      const own = card(state, words, measure, x + inset, y, width, false);
      cards.push(own);
      spots.set(state.id, { column, card: own, outer: outer ?? own });
      y += own.height + INNER_GAP;
    }
    if (outer !== undefined && frame !== undefined) {
      outer.height = y - INNER_GAP + PAD - outer.y;
      spots.set(frame.id, { column, card: outer, outer });
    }
    starts.push(x);
    ends.push(x + outerWidth);
    x += outerWidth + (column === columns.length - 1 ? 0 : EDGE * 2 + Math.max(1, gaps[column]!.size) * TRACK);
  });
  const bottom = Math.max(...cards.map((one) => one.y + one.height));
  for (const frame of frames) {
    const inside = cards.filter(({ id }) => id.startsWith(`${frame.id}.`));
    if (inside.length === 0) continue;
    const left = Math.min(...inside.map((one) => one.x)) - PAD;
    const right = Math.max(...inside.map((one) => one.x + one.width)) + PAD;
    const around = card({ ...frame, steps: [] }, words, measure, left, top - headRoom + 2, right - left, true);
    around.height = Math.max(...inside.map((one) => one.y + one.height)) + PAD - around.y;
    cards.unshift(around);
    x = Math.max(x, right + 2);
  }

  // Lines.
  const gapX = (gap: number, key: string): number => ends[gap]! + EDGE + (gaps[gap]!.get(key) ?? 0) * TRACK + TRACK / 2;
  const lines = wires.flatMap(({ from, to, state, step, target, lane }) => {
    const source = spots.get(state.id);
    const goal = spots.get(target) ?? [...spots].find(([id]) => id.startsWith(`${target}.`))?.[1];
    const row = source?.card.rows.find(({ key }) => key === step.key);
    if (source === undefined || goal === undefined || row === undefined) return [];
    const y1 = row.y + ROW_LINE / 2;
    const y2 = goal.card.y + PAD + HEAD_LINE / 2;
    const left = source.card.x;
    const right = left + source.card.width;
    const goalLeft = goal.card.x;
    const goalRight = goalLeft + goal.card.width;
    const points: [number, number][] = [];
    if (to === from) {
      const at = goalRight + EDGE - 4 + (sides[from]!.get(target) ?? 0) * TRACK;
      points.push([right, y1], [at, y1], [at, y2], [goalRight, y2]);
    } else if (to === from + 1) {
      const at = gapX(from, `in ${target}`);
      points.push([right, y1], [at, y1], [at, y2], [goalLeft, y2]);
    } else if (to === from - 1) {
      const at = gapX(to, `back ${target}`);
      points.push([left, y1], [at, y1], [at, y2], [goalRight, y2]);
    } else if (to > from) {
      const y = lanesAbove - 10 - (above.get(lane) ?? 0) * TRACK;
      const out = gapX(from, `out ${lane}`);
      const into = gapX(to - 1, `in ${target}`);
      points.push([right, y1], [out, y1], [out, y], [into, y], [into, y2], [goalLeft, y2]);
    } else {
      const y = bottom + 14 + (below.get(lane) ?? 0) * TRACK;
      const out = gapX(from - 1, `out ${lane}`);
      const into = gapX(to, `back ${target}`);
      points.push([left, y1], [out, y1], [out, y], [into, y], [into, y2], [goalRight, y2]);
    }
    return [{ key: `${step.key}>${target}`, d: rounded(points) }];
  });
  return { width: x + 2, height: bottom + (below.size === 0 ? 4 : below.size * TRACK + 18), cards, lines };
}
