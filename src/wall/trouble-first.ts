/** In which order the wall shows its units: trouble first, one screen of it. */
import { LIGHTS, type Light } from '../domain/words.js';
import type { WallRow } from './wall.dto.js';

/** The lights as the wall names them; where none burns comes last. */
export const WORST_FIRST: readonly (Light | null)[] = [...[...LIGHTS].reverse(), null];

/** Units that one screen of the wall shows. */
const SCREEN = 12;

/** At most a screen of the units with late cases, most late ones first, then by the worst light; all others behind them as they were. */
export function troubleFirst(rows: readonly WallRow[]): WallRow[] {
  const worst = ({ cells }: WallRow): number =>
    Math.min(
      ...cells.flatMap(({ lights }) => lights.map(({ light }) => WORST_FIRST.indexOf(light))),
      WORST_FIRST.length,
    );
  const trouble = rows
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue || worst(a) - worst(b))
    .slice(0, SCREEN);
  return [...trouble, ...rows.filter((row) => !trouble.includes(row))];
}
