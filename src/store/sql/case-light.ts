/** The light of a case in SQL, for the moment of reading: the same rule as domain/ladder.ts, so that lists need no scheduler. */

/** Light of alias `c` at the instant `now` (a placeholder); null where none can burn, since the clock does not run: closed, parked,
 *  waiting for a visit, not yet assigned. */
export function lightSql(now: string): string {
  return `CASE WHEN c.stage IN ('collected', 'followUpVisit', 'closed') OR c.clock_mode = 'paused' THEN NULL
    WHEN c.talk_at <= ${now} THEN 'talk' WHEN c.red_at <= ${now} THEN 'red' WHEN c.orange_at <= ${now} THEN 'orange'
    WHEN c.late_at <= ${now} THEN 'blue' WHEN c.yellow_at <= ${now} THEN 'yellow' ELSE 'green' END`;
}

/** Order of urgency: 6 for talk down to 1 for green, 0 without a light. */
export function urgencySql(now: string): string {
  return `CASE WHEN c.stage IN ('collected', 'followUpVisit', 'closed') OR c.clock_mode = 'paused' THEN 0
    WHEN c.talk_at <= ${now} THEN 6 WHEN c.red_at <= ${now} THEN 5 WHEN c.orange_at <= ${now} THEN 4
    WHEN c.late_at <= ${now} THEN 3 WHEN c.yellow_at <= ${now} THEN 2 ELSE 1 END`;
}
