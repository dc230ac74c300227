/** The armed timers of a case as one column, and back. */
import type { Timer } from '../../domain/case.js';

/** The armed timers of alias `c` as the column `timers`; those parked with an error are left out. */
export const ARMED_TIMERS = `(SELECT json_agg(json_build_array(t.timer_id, floor(extract(epoch FROM t.due_at) * 1000)))
     FROM case_timer t WHERE t.case_id = c.id AND t.poisoned_at IS NULL) AS timers`;

/** As the column is read: ids with their moments, epoch milliseconds; null without any. */
export type ArmedTimers = [string, number][] | null;

/** The timers of a row that was read with ARMED_TIMERS. */
export const timersOf = (timers: ArmedTimers): Timer[] => (timers ?? []).map(([id, dueAt]) => ({ id, dueAt }));
