/** Rows that belong together: measures of one issue, and rows that bear the number of an earlier one. */
import type { Day } from '../../domain/day.js';
import { contentHash } from './content-hash.js';
import type { Choices, Doubt, IdentityKind, MeasureReading, ReadEntry, RowReading, StateReading } from './reading.js';
import { rowSaid, said } from './said.js';

/** Gives continuations to the issue above: its measures, its units, its day. The issue is closed when the last of its measures is. */
export function joinContinuations(rows: RowReading[]): void {
  let issue: RowReading | null = null;
  const members = new Map<RowReading, RowReading[]>();
  for (const row of rows) {
    if (row.left || row.kind === 'blank') continue;
    if (row.kind === 'issue') issue = row;
    else if (row.kind === 'heading' || row.kind === 'total' || row.kind === 'footer') issue = null;
    else if (row.kind === 'continuation' && row.joinsLine === null && issue !== null) {
      row.joinsLine = issue.line;
      members.set(issue, [...(members.get(issue) ?? []), row]);
    }
  }
  for (const row of rows) {
    if (row.kind !== 'issue' || row.entry === null) continue;
    const own = measureOf(row);
    if (own) row.entry.measures = [own];
    const more = members.get(row) ?? [];
    if (more.length > 0) merge(row, more);
  }
}

function measureOf({ entry }: RowReading): MeasureReading | undefined {
  if (entry?.measure === undefined) return undefined;
  const { line, measure, unitName, dueOn, closedOn, state } = entry;
  return {
    line,
    text: measure,
    state,
    ...(unitName === undefined ? {} : { unitName }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(closedOn === undefined ? {} : { closedOn }),
  };
}

function merge(row: RowReading, more: RowReading[]): void {
  const entry = row.entry!;
  const states: StateReading[] = [entry.state];
  for (const { entry: part, doubts, line } of more) {
    if (part === null) continue;
    const measure = measureOf({ entry: part } as RowReading);
    if (measure) entry.measures.push(measure);
    // A line that only goes on with a text says nothing of a state of its own.
    if (part.state.why.code !== 'ledger.read.nothingSaid' || measure !== undefined) states.push(part.state);
    for (const doubt of doubts) if (!row.doubts.some(({ key }) => key === doubt.key)) row.doubts.push(doubt);
    for (const [header, text] of Object.entries(part.extra)) {
      const told = entry.extra[header];
      if (told === undefined) entry.extra[header] = text;
      else if (told !== text && !told.split('\n').includes(text)) entry.extra[header] = `${told}\n${text}`;
    }
    entry.personal.push(...part.personal);
    addRaisers(entry, part);
    for (const name of [part.units.lead, ...part.units.supporting]) {
      if (name === null || name === entry.units.lead || entry.units.supporting.includes(name)) continue;
      if (entry.units.lead === null) entry.units.lead = name;
      else entry.units.supporting.push(name);
    }
    if (part.remark !== undefined && part.remark !== entry.remark)
      entry.remark = entry.remark === undefined ? part.remark : `${entry.remark}\n${part.remark}`;
    entry.isImmediate &&= part.isImmediate || part.dueOn === undefined;
    void line;
  }
  if (entry.measures.length > 1) entry.measure = entry.measures.map(({ text }) => text).join('\n');
  if (entry.units.lead !== null) entry.unitName = entry.units.lead;
  if (entry.units.supporting.length > 0) entry.supportingUnitNames = entry.units.supporting;
  const due = latest([entry.dueOn, ...more.map(({ entry: part }) => part?.dueOn)]);
  if (due !== undefined && due !== entry.dueOn) {
    entry.dueOn = due;
    delete entry.dueAt;
    entry.dueWhy = said('lastMeasuresDay', 'The day of its last measure', '最后一项措施的时限');
  }
  entry.state = together(states);
  entry.isClosed = entry.state.meaning === 'closed';
  const closed = latest([entry.closedOn, ...more.map(({ entry: part }) => part?.closedOn)]);
  if (entry.isClosed && closed !== undefined && closed !== entry.closedOn) {
    entry.closedOn = closed;
    delete entry.closedAt;
  } else if (!entry.isClosed && states.length > 1) delete entry.closedOn;
}

function together(states: StateReading[]): StateReading {
  const [first] = states;
  const of = (meaning: StateReading['meaning']): StateReading | undefined =>
    states.find((state) => state.meaning === meaning);
  if (states.length === 1) return first!;
  const unknown = of('unknown');
  if (unknown) return unknown;
  const open = of('open');
  const count = states.filter(({ meaning }) => meaning === 'open').length;
  if (open)
    return {
      meaning: 'open',
      why: said(
        'measuresOpen',
        `${count} of its ${states.length} measures are not done`,
        `${states.length} 项措施中有 ${count} 项未完成`,
      ),
    };
  return {
    meaning: of('closed') ? 'closed' : 'dropped',
    why: said('measuresDone', `All of its ${states.length} measures are done`, `${states.length} 项措施均已完成`),
  };
}

function latest(days: (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function addRaisers(entry: ReadEntry, part: ReadEntry): void {
  for (const raiser of part.raisers) {
    if (!entry.raisers.some(({ name, contact }) => name === raiser.name && contact === raiser.contact))
      entry.raisers.push(raiser);
  }
}

/** Names issues, and joins rows that name an earlier one. */
export function joinRepeats(rows: RowReading[], kind: IdentityKind, place: string, choices: Choices): void {
  const first = new Map<string, RowReading>();
  for (const row of rows) {
    const { entry } = row;
    if (row.kind !== 'issue' || row.left || entry === null || row.refusal) continue;
    const number = entry.externalId;
    const own = choices.answers?.[`repeat:${number}@${row.line}`] ?? choices.answers?.[`repeat:${number}`];
    const byText = `content:${contentHash(entry)}`;
    const named =
      number === undefined || kind === 'text' || own === 'issue'
        ? null
        : kind === 'own'
          ? `id:${number}`
          : `id:${place}/${row.section ?? ''}/${number}`;
    row.identities = named === null ? [byText, ...(number === undefined ? [] : [`id:${number}`])] : [named, byText];
    if (entry.formerHash !== undefined) row.identities.push(`content:${entry.formerHash}`);
    const key = row.identities[0]!;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      continue;
    }
    join(row, earlier, choices, own);
  }
}

function join(row: RowReading, earlier: RowReading, choices: Choices, own: string | undefined): void {
  const entry = row.entry!;
  const into = earlier.entry!;
  const number = entry.externalId;
  const same = contentHash(entry) === contentHash(into);
  if (number !== undefined && !same && choices.mapping?.repeatedIds === 'refuse') {
    row.refusal = rowSaid(
      'repeatedId',
      `Number ${number} stands on line ${earlier.line} already`,
      `编号 ${number} 已见于第 ${earlier.line} 行`,
    );
    return;
  }
  row.kind = 'continuation';
  row.joinsLine = earlier.line;
  row.identities = [];
  row.sure = same ? 'sure' : 'likely';
  row.why =
    number === undefined || same
      ? rowSaid('repeatedRow', `Says the same as line ${earlier.line}`, `与第 ${earlier.line} 行内容相同，并入该行`)
      : rowSaid(
          'repeatedId',
          `Number ${number} stands on line ${earlier.line} already; what it says otherwise is kept with it`,
          `编号 ${number} 已见于第 ${earlier.line} 行，不同内容随之保留`,
        );
  addRaisers(into, entry);
  into.personal.push(...entry.personal.filter(({ text }) => !into.personal.some((each) => each.text === text)));
  if (
    into.state.meaning === entry.state.meaning ||
    into.state.meaning === 'unknown' ||
    entry.state.meaning === 'unknown' ||
    own === 'first'
  )
    return;
  const why = rowSaid(
    'repeatedState',
    `Line ${earlier.line} says otherwise whether ${number ?? 'it'} is closed`,
    `与第 ${earlier.line} 行编号相同，但是否销号说法不同`,
  );
  if (own === 'last') {
    into.state = entry.state;
    into.isClosed = entry.isClosed;
    if (entry.closedOn !== undefined) into.closedOn = entry.closedOn;
    return;
  }
  const doubt: Doubt = {
    ...why,
    key: `repeat:${number ?? entry.line}`,
    field: 'status',
    shown: number ?? entry.title,
    options: [
      { value: 'first', label: 'The first row holds', labelZh: '以前一行为准' },
      { value: 'last', label: 'The later row holds', labelZh: '以后一行为准' },
      { value: 'issue', label: 'Two issues', labelZh: '是两个事项' },
    ],
  };
  row.doubts.push(doubt);
  earlier.doubts.push(doubt);
}
