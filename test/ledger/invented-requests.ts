/** Service requests of an invented city in another zone and another form, each with the city's own verdict on whether it was in time. */

export interface RequestFile {
  bytes: Buffer;
  rows: number;
  closed: number;
  open: number;
  /** Instant at which the open ones are judged. */
  judgedAt: number;
  /** How many of each, `open OVERDUE` and so on. */
  verdicts: Record<string, number>;
  /** Due and closed on one day, the one an hour after the other: UTC, as they are read. */
  lateByTheHour: [dueAt: string, closedAt: string];
  /** Of the request on the second line. */
  second: Record<string, unknown>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Clock of the city, five hours behind UTC; all of the file lies in its winter. */
const local = (at: number): string => new Date(at - 5 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
const utc = (at: number): string => new Date(at).toISOString().replace('.000', '');

/** Sixty requests of January and February 2023, judged on 1 March: raised, how long it may take, and how long it took. */
export function inventedRequests(): RequestFile {
  const lines = [
    'case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,reason,department,source',
  ];
  const judgedAt = Date.parse('2023-03-01T12:00:00-05:00');
  const verdicts: Record<string, number> = {};
  const counted = { closed: 0, open: 0 };
  let lateByTheHour: [string, string] = ['', ''];
  let second: Record<string, unknown> = {};
  for (let n = 0; n < 60; n += 1) {
    const raised = Date.parse('2023-01-03T13:47:00Z') + n * 19 * HOUR;
    // every seventh has no day at all; every fifth of the rest is still open
    const due = n % 7 === 3 ? undefined : raised + (1 + (n % 10)) * DAY + 30_000;
    // one closes an hour after its minute, still on its day; every ninth two days late
    const late = n === 20 ? HOUR : n % 9 === 5 ? 2 * DAY : -5 * HOUR;
    const closed = n % 5 === 0 && n !== 20 ? undefined : (due ?? raised + DAY) + late;
    const overdue = due !== undefined && (closed ?? judgedAt) > due;
    const [status, verdict] = [closed === undefined ? 'Open' : 'Closed', overdue ? 'OVERDUE' : 'ONTIME'];
    counted[closed === undefined ? 'open' : 'closed'] += 1;
    verdicts[`${status.toLowerCase()} ${verdict}`] = (verdicts[`${status.toLowerCase()} ${verdict}`] ?? 0) + 1;
    if (n === 20) lateByTheHour = [utc(due!), utc(closed!)];
    const id = String(101_005_000_000 + n * 7);
    if (n === 0)
      second = {
        line: 2,
        identity: `id:${id}`,
        entry: {
          title: 'Street Light Out',
          raisedOn: '2023-01-03',
          raisedAt: utc(raised),
          dueAt: utc(due!),
          isClosed: false,
          sourceText: 'Constituent Call',
        },
      };
    const done = closed === undefined ? ' ' : `Case Closed. Closed date : ${local(closed)} Resolved`;
    lines.push(
      [
        id,
        local(raised),
        due === undefined ? '' : local(due),
        closed === undefined ? '' : local(closed),
        verdict,
        status,
        done,
        n % 2 === 0 ? 'Street Light Out' : 'Missed Trash',
        n % 2 === 0 ? 'Street Lights' : 'Sanitation',
        n % 3 === 0 ? 'PWDx' : 'BTDT',
        n % 4 === 0 ? 'Constituent Call' : 'Citizens Connect App',
      ].join(','),
    );
  }
  return {
    ...counted,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
    rows: 60,
    judgedAt,
    verdicts,
    lateByTheHour,
    second,
  };
}
