/** Where everything of a chart is drawn: cards in columns, lines between them in tracks of their own, as on the map of a metro. Pure:
 *  the width of a text is told by whoever has a pen. All lengths are pixels. */
import { leavesOf, type State, type Step } from './chart.js';

export type Measure = (text: string, isHead: boolean) => number;

export interface Row {
  key: string;
  lines: string[];
  y: number;
  step: Step;
}
export interface Card {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  head: string[];
  rows: Row[];
  /** A frame around other cards. */
  isFrame: boolean;
}
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
export interface Words {
  state: (state: State) => string;
  step: (step: Step) => string;
}

export const HEAD_LINE = 19;
export const ROW_LINE = 17;
const PAD = 9;
const INNER_GAP = 12;
const TRACK = 9;
const EDGE = 14;

/** Cards that stand below each other; `frame` is the state around them. */
interface Column {
  frame?: State;
  cards: State[];
}

/** The lines of a text no wider than `width`: broken between words, within a word only where it has no blank (Chinese). */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[\p{Script=Han}，、。；]|[^\s\p{Script=Han}，、。；]+\s*|\s+/gu) ?? []) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The stages of a case, left to right in the order of the file, each with its inner states below each other. */
export const stageColumns = (region: State): Column[] =>
  region.states.map((state) =>
    state.states.length === 0 ? { cards: [state] } : { frame: state, cards: leavesOf(state) },
  );

/** States that follow each other by time alone, left to right by how many steps lead there; `frames` are drawn around theirs. */
export function clockColumns(region: State): Column[] {
  const leaves = leavesOf(region);
  const within = (id: string): State[] => leaves.filter((leaf) => leaf.id === id || leaf.id.startsWith(`${id}.`));
  const entered = (target: string): State | undefined => {
    const all = within(target);
    return all.find(({ id }) => id === target) ?? all[0];
  };
  const nexts = new Map(
    leaves.map((leaf) => [leaf.id, leaf.steps.flatMap(({ targets }) => targets.flatMap((one) => entered(one) ?? []))]),
  );
  const layer = new Map<string, number>();
  const hasBefore = new Set([...nexts.values()].flat().map(({ id }) => id));
  const place = (leaf: State, at: number): void => {
    if ((layer.get(leaf.id) ?? -1) >= at || at > leaves.length) return;
    layer.set(leaf.id, at);
    for (const next of nexts.get(leaf.id)!) place(next, at + 1);
  };
  const first = leaves.find(({ id }) => !hasBefore.has(id) && nexts.get(id)!.length > 0);
  if (first !== undefined) place(first, 0);
  for (const leaf of leaves) {
    if (layer.has(leaf.id)) continue;
    const before = nexts
      .get(leaf.id)!
      .map(({ id }) => layer.get(id))
      .filter((at) => at !== undefined);
    const siblings = leaves
      .filter(({ id }) => parentOf(id) === parentOf(leaf.id))
      .map(({ id }) => layer.get(id) ?? Infinity);
    const beside = Math.min(...siblings);
    layer.set(leaf.id, before.length > 0 ? Math.max(0, Math.min(...before) - 1) : Number.isFinite(beside) ? beside : 0);
  }
  const columns: Column[] = Array.from({ length: Math.max(...layer.values()) + 1 }, () => ({ cards: [] }));
  const ordered = [...leaves].sort(
    (a, b) => Number(b === first || hasBefore.has(b.id)) - Number(a === first || hasBefore.has(a.id)),
  );
  for (const leaf of ordered) columns[layer.get(leaf.id)!]!.cards.push(leaf);
  return columns;
}

const parentOf = (id: string): string => id.split('.').slice(0, -1).join('.');

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

function card(
  state: State,
  words: Words,
  measure: Measure,
  x: number,
  y: number,
  width: number,
  isFrame: boolean,
): Card {
  const room = width - PAD * 2;
  const head = wrapped(words.state(state), room, (text) => measure(text, true));
  let at = y + PAD + head.length * HEAD_LINE + (state.steps.length > 0 ? 3 : 0);
  const rows = state.steps.map((step) => {
    const lines = wrapped(words.step(step), room - (step.delay === undefined ? 0 : 14), (text) => measure(text, false));
    const row = { key: step.key, lines, y: at, step };
    at += lines.length * ROW_LINE;
    return row;
  });
  return { id: state.id, x, y, width, height: at - y + PAD - 2, head, rows, isFrame };
}

/** A path along right-angled points, its corners rounded. */
function rounded(points: readonly [number, number][]): string {
  const [first, ...rest] = points;
  let d = `M${first![0]} ${first![1]}`;
  rest.forEach(([x, y], i) => {
    const [px, py] = points[i]!;
    const next = rest[i + 1];
    if (next === undefined) return void (d += `L${x} ${y}`);
    const back = Math.min(5, Math.hypot(x - px, y - py) / 2, Math.hypot(next[0] - x, next[1] - y) / 2);
    const toward = ([ax, ay]: readonly [number, number]): string =>
      `${x + Math.sign(ax - x) * back} ${y + Math.sign(ay - y) * back}`;
    d += `L${toward([px, py])}Q${x} ${y} ${toward(next)}`;
  });
  return d;
}
