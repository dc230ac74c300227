/** A state as a card: its name, and below it one row for each step that leads on. Pure: the width of a text is told by whoever has a
 *  pen. All lengths are pixels. */
import type { State, Step } from './chart.js';

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
export interface Words {
  state: (state: State) => string;
  step: (step: Step) => string;
}

export const HEAD_LINE = 19;
export const ROW_LINE = 17;
/** Between the edge of a card and its words. */
export const PAD = 9;

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

/** The card of a state with its upper left corner at x, y; a frame is drawn higher afterwards, around the cards in it. */
export function card(
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
