/** Which units a leader asks about first: points for what burns and for what came since the last look, each with its count, so that the order can be
 *  read off the page. */

/** What a unit gets points for, the gravest first. */
export const ASK_REASONS = ['talk', 'red', 'orange', 'promiseBroken', 'newlyLate'] as const;
export type AskReason = (typeof ASK_REASONS)[number];

/** Points for each case: those on the levels of the ladder count as they stand, broken promises and lateness as they came since the last look. */
export const ASK_POINTS: Readonly<Record<AskReason, number>> = {
  talk: 4,
  red: 3,
  orange: 2,
  promiseBroken: 2,
  newlyLate: 1,
};

/** So many units can be asked about in one morning. */
export const MOST_ASKED = 5;

export interface UnitTroubles {
  unitId: string;
  counts: Readonly<Partial<Record<AskReason, number>>>;
  /** Cases late now, which decides between equals. */
  late: number;
}

export interface AskedFirst {
  unitId: string;
  points: number;
  /** The gravest first; none with a count of 0. */
  reasons: { what: AskReason; count: number; points: number }[];
}

/** The units with the most points, MOST_ASKED at most; between equals the one with more late cases, then as they came. None without points. */
export function askFirst(units: readonly UnitTroubles[]): AskedFirst[] {
  return units
    .map(({ unitId, counts, late }) => {
      const reasons = ASK_REASONS.flatMap((what) => {
        const count = counts[what] ?? 0;
        return count === 0 ? [] : [{ what, count, points: count * ASK_POINTS[what] }];
      });
      return { unitId, reasons, late, points: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points || other.late - one.late)
    .slice(0, MOST_ASKED)
    .map(({ unitId, points, reasons }) => ({ unitId, points, reasons }));
}
