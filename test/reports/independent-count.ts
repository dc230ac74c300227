/** The figures of a bureau counted a second way, from the lines of all histories alone (case-count.ts), and of cases that share a fate from one another's. */
import type { Pool } from 'pg';
import type { Day } from '../../src/domain/day.js';
import { calendar } from '../support/engine.js';
import { countCase, type Figures, type History, type Line } from './case-count.js';

interface Row {
  id: string;
  version: number;
  track: History['track'];
  outside: boolean;
  lines: Omit<Line, 'day'>[];
}

/** Every figure by lead unit (null: none) and in total, as they stand on the evening of `asOf`; without rows of old ledgers that
 *  nobody has reopened. */
export async function independentCount(pool: Pool, asOf: Day): Promise<Map<string | null, Figures>> {
  const { rows } = await pool.query<Row>(
    `SELECT c.id, c.workflow_version AS version, c.track, json_agg(json_build_object('type', e.type, 'at', extract(epoch FROM e.at) * 1000,
       'after', coalesce(e.body -> 'after' -> 'context', '{}'), 'payload', e.body -> 'payload') ORDER BY e.seq) AS lines,
       coalesce(((array_agg(e.body ORDER BY e.seq))[1] -> 'after' -> 'context' ->> 'raisedOutside')::boolean, true) AS outside
     FROM rectification_case c JOIN case_event e ON e.case_id = c.id GROUP BY c.id`,
  );
  const histories = new Map<string, History>();
  for (const row of rows) {
    const lines = row.lines
      .map((line): Line => ({ ...line, day: calendar.dayOf(line.at) }))
      .filter(({ day }) => day <= asOf);
    if (lines.length > 0) histories.set(row.id, { ...row, lines });
  }
  const found = new Map<string | null, Figures>();
  for (const history of histories.values()) {
    const { lines } = history;
    const has = (type: string): boolean => lines.some((line) => line.type === type);
    // What an import took over as closed is written at once, whatever days its lines speak of.
    const isImported = rows.some(
      ({ id, lines: all }) => id === history.id && all.some(({ type }) => type === 'TAKE_OVER'),
    );
    if (isImported && !has('REOPEN')) continue;
    const { total, byUnit } = countCase({ lines, asOf, calendar, history }, resolvedOn(history, histories));
    for (const [key, figures] of [['total', total], ...byUnit] as [string | null, Figures][]) {
      const sums = found.get(key) ?? {};
      found.set(key, sums);
      for (const [name, n] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + n;
    }
  }
  return found;
}

/** When a case was resolved for the strict rates: by itself, with the case it was merged into, and not before each of its parts. */
function resolvedOn(history: History, all: ReadonlyMap<string, History>): Day | null {
  const isPart = history.lines[0]!.after.origin?.kind === 'split';
  let [own, target] = [null as Day | null, ''];
  for (const { type, day, after, payload } of history.lines) {
    if (type === 'ASK_DEPARTURE' && payload['kind'] === 'merge') target = String(payload['caseId']);
    if (type === 'MERGE') target = String(payload['caseId']);
    if ('outcome' in after) own = after.outcome === 'resolved' ? day : null;
    // What was never given to anybody shares nothing, unless it is a part.
    const isShared = type === 'GRANT_DEPARTURE' || isPart;
    if (after.outcome === 'merged') own = isShared ? resolvedOn(all.get(target)!, all) : null;
    if (type === 'REOPEN') own = null;
  }
  if (own === null) return null;
  let last = own;
  for (const part of all.values()) {
    const { origin } = part.lines[0]!.after;
    if (origin?.kind !== 'split' || origin.caseId !== history.id || wentBack(part, history.id)) continue;
    const day = resolvedOn(part, all);
    if (day === null) return null;
    if (day > last) last = day;
  }
  return last;
}

/** Whether a part was merged back into the whole. */
const wentBack = ({ lines }: History, whole: string): boolean =>
  lines.some(({ after }) => after.outcome === 'merged') &&
  lines.filter(({ type }) => type === 'MERGE' || type === 'ASK_DEPARTURE').at(-1)?.payload['caseId'] === whole;
