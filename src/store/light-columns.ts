/** The five columns from which a list tells the light of a case at the moment of reading. */
import type { LightTimes } from '../domain/ladder.js';

/** What the columns of LIGHT_COLUMNS come back as. */
export interface LightRow {
  yellow_at: Date | null;
  late_at: Date | null;
  orange_at: Date | null;
  red_at: Date | null;
  talk_at: Date | null;
}

/** The columns in a SELECT over rectification_case c. */
export const LIGHT_COLUMNS = 'c.yellow_at, c.late_at, c.orange_at, c.red_at, c.talk_at';

/** The row's lights, for lightAt. */
export function lightTimesOf(row: LightRow): LightTimes {
  const at = (when: Date | null): number | null => when?.getTime() ?? null;
  return {
    yellowAt: at(row.yellow_at),
    lateAt: at(row.late_at),
    orangeAt: at(row.orange_at),
    redAt: at(row.red_at),
    talkAt: at(row.talk_at),
  };
}
