/** Which cases are late, in SQL. */

/** Whether alias `c` is late at `now`, an instant of the office's day `today`: open past its due day, its clock neither
 *  stopped in time nor parked. The day says nothing new, but lets the index on due days end the search. */
export function overdueSql(now: string, today: string): string {
  return `c.stage <> 'closed' AND c.due_on < ${today} AND c.late_at <= ${now}`;
}
