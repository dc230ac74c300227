/** Which character separates the cells of a CSV text, told by the header. */
import { headerScoreOf } from './header-lines.js';
import type { Choices } from './reading.js';

const SEPARATORS = [',', '\t', ';', '|'] as const;

/** The separator under which a line near the start shows the most known headers; where none does, the one that occurs most in a line. */
export function separatorOf(text: string, choices: Choices): string {
  const lines = text.slice(0, 64 * 1024).split(/\r\n|\n|\r/, 30);
  let best: { separator: string; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    for (const line of lines) {
      const cells = line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      const known = headerScoreOf({ line: 1, cells: cells.slice(0, 500) }, undefined, choices);
      const score = known * 1000 + Math.min(cells.length - 1, 999);
      if (score > best.score) best = { separator, score };
    }
  }
  return best.separator;
}
