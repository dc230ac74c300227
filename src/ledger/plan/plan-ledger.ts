/** Plans a ledger: holds each row against what the office has and says what it will be. Pure: the same reading, facts and choices give the same plan. */
import { holds, WORKING } from '../../domain/visibility.js';
import type { KnownCase } from '../../store/files/ledger.store.js';
import type { NoteFields } from '../ledger-note.js';
import { OWN_NUMBER, OWN_VERSION } from '../ledger-note.js';
import type { Choices, Doubt, LedgerReading, ReadEntry, RowReading, Said } from '../reading/reading.js';
import { additionOf, saysTheSame } from '../row-addition.js';
import { dropOf, rowMoments } from '../row-moments.js';
import { caseChanges } from './case-changes.js';
import { caseMeasures } from './case-measures.js';
import type { LedgerPlan, NewCase, PlannedRow } from './ledger-plan.js';
import { type OfficeFacts, otherIdentity, ownNumbers, textIdentity } from './office-facts.js';
import { isSameIssue } from './same-issue.js';
import { answerTo, option, said } from './said.js';
import { type PlannedUnit, UnitPlan } from './unit-plan.js';

const TRACK = { rectification: 'standard', immediate: 'immediate', staged: 'staged' } as const;

/** The plan. `fileName` is for the words that are kept. */
export function planLedger(reading: LedgerReading, facts: OfficeFacts, choices: Choices, fileName: string): LedgerPlan {
  const planner = new Planner(reading, facts, choices, fileName);
  const rows = reading.rows.map((row) => planner.plan(row));
  return { rows, units: planner.units, unknownCategories: [...planner.unknownCategories] };
}

class Planner {
  readonly units: UnitPlan;
  readonly unknownCategories = new Set<string>();
  private readonly byLine = new Map<number, PlannedRow>();
  private readonly headerLine: number;
  private readonly dueHeaders: string[];
  /** There is a column for the day raised: without it no clock can run for a row. */
  private readonly isDated: boolean;

  constructor(
    reading: LedgerReading,
    private readonly facts: OfficeFacts,
    private readonly choices: Choices,
    private readonly fileName: string,
  ) {
    this.units = new UnitPlan(facts.units, facts.officeUnitId, choices);
    this.headerLine = reading.headerLines[1];
    this.isDated = reading.columns.some(({ field }) => field === 'raisedOn');
    this.dueHeaders = reading.columns.filter(({ field }) => field === 'dueOn').map(({ header }) => header);
  }

  plan(row: RowReading): PlannedRow {
    const planned = this.planned(row);
    this.byLine.set(row.line, planned);
    return planned;
  }

  private planned(row: RowReading): PlannedRow {
    const { line, kind, entry, joinsLine } = row;
    const plan = { ...blank(line, entry), isPaper: kind === 'blank' || line <= this.headerLine };
    plan.doubts = row.doubts.map((doubt) => (doubt.key.startsWith('unit:') ? this.units.doubtful(doubt) : doubt));
    if (row.left) return { ...plan, doubts: [], becomes: 'left', why: LEFT_OUT };
    if (row.refusal !== null) return { ...plan, becomes: 'refused', why: row.refusal };
    if (kind === 'continuation') return this.continuation(plan, row, joinsLine);
    if (kind !== 'issue') {
      return plan.doubts.length > 0 ? asked(plan) : { ...plan, becomes: 'left', why: row.why };
    }
    if (entry === null) return plan.doubts.length > 0 ? asked(plan) : { ...plan, becomes: 'left', why: row.why };
    return this.issue(plan, row, entry);
  }

  private continuation(plan: PlannedRow, row: RowReading, joinsLine: number | null): PlannedRow {
    const first = joinsLine === null ? undefined : this.byLine.get(joinsLine);
    const isRepeat = row.why.code.startsWith('ledger.row.repeated') && first?.entry != null;
    // What was taken for another issue before is one.
    const apart = isRepeat && row.entry !== null ? textIdentity(row.entry) : undefined;
    if (apart !== undefined && this.facts.byKey.has(apart)) {
      return this.issue(plan, { ...row, identities: [apart] }, row.entry!);
    }
    const doubt = isRepeat ? this.repeatDoubt(row, first.entry!) : undefined;
    if (doubt !== undefined) plan.doubts.push(doubt);
    if (plan.doubts.length > 0) return asked({ ...plan, joinsLine });
    if (first !== undefined && ['asked', 'left', 'refused'].includes(first.becomes)) {
      const { becomes } = first;
      const why = said('withItsIssue', `随第 ${joinsLine} 行`, `Goes with line ${joinsLine}`);
      return { ...plan, joinsLine, becomes, why, doubts: becomes === 'asked' ? first.doubts : [] };
    }
    const joined: PlannedRow = { ...plan, joinsLine, becomes: 'joined', why: row.why, joins: row.why };
    if (!isRepeat) return joined;
    const present = first.act?.kind === 'joins' && 'caseId' in first.act.to ? first.act.to : undefined;
    const isNews = row.entry !== null && !saysTheSame(row.entry, first.entry!);
    const identity = first.identity ?? `line:${joinsLine!}`;
    const addition = isNews ? additionOf(row.entry!, identity, this.fileName) : null;
    const act = { kind: 'joins' as const, to: present ?? { line: joinsLine! }, addition, steps: [] };
    return { ...joined, caseNumber: first.caseNumber, act };
  }

  /** Two rows of one number that say different things: one issue or two? */
  private repeatDoubt(row: RowReading, first: ReadEntry): Doubt | undefined {
    const { entry, line, joinsLine } = row;
    const number = entry?.externalId;
    if (entry === null || number === undefined || isSameIssue(entry, first)) return undefined;
    const key = `repeat:${number}`;
    const answer = answerTo(this.choices, key, line);
    if (this.choices.mapping?.repeatedIds === 'merge' || answer === 'join' || answer === 'first' || answer === 'last')
      return undefined;
    return {
      key,
      field: 'externalId',
      shown: number,
      code: 'ledger.row.numberRepeated',
      message: `Number ${number} stands on line ${joinsLine!} already, which says something else`,
      messageZh: `编号 ${number} 已见于第 ${joinsLine!} 行，内容不同`,
      options: [
        option('issue', '另一件事，另行登记', 'Another issue: a case of its own'),
        option('join', `同一件事，并入第 ${joinsLine!} 行`, `The same issue: joins line ${joinsLine!}`),
      ],
    };
  }

  private issue(plan: PlannedRow, row: RowReading, entry: ReadEntry): PlannedRow {
    const { calendar, now } = this.facts;
    const found = this.presentOf(row, entry, plan);
    plan.identity = found.identity;
    if (found.foreign) return { ...plan, doubts: [], becomes: 'refused', why: OF_ANOTHER_OFFICE };
    if (found.identity === null) return asked(plan);
    if (found.present !== undefined) return this.present(plan, entry, found.present);
    if (entry.isClosed && answerTo(this.choices, 'closed', row.line) === 'leave') {
      return { ...plan, doubts: [], becomes: 'left', why: CLOSED_LEFT };
    }
    if (this.isDated && entry.raisedOn === undefined) return { ...plan, doubts: [], becomes: 'refused', why: UNDATED };
    if (entry.isClosed && entry.closedOn === undefined) {
      return { ...plan, doubts: [], becomes: 'refused', why: CLOSED_UNDATED };
    }
    const moments = rowMoments(entry, calendar, now);
    if ('problem' in moments) return { ...plan, doubts: [], becomes: 'refused', why: moments.problem };
    const act = this.newCase(plan, entry, moments);
    plan.state = act.became === 'closed' || act.became === 'dropped' ? act.became : 'open';
    plan.stateWhy = entry.state.why;
    plan.track = TRACK[act.workflow];
    const leavesPersonal = this.choices.answers?.['personal'] === 'leave';
    plan.raiserSealed = entry.raisers.length > 0 || (entry.personal.length > 0 && !leavesPersonal);
    plan.measures = entry.measures.length;
    plan.unit = act.lead?.name ?? null;
    plan.supporting = act.supporting.map(({ name }) => name);
    plan.dueOn = act.milestones[0]?.dueOn ?? act.moments.dueOn;
    return plan.doubts.length > 0 ? asked(plan) : { ...plan, becomes: 'new', act };
  }

  /** The case the row is on record as, and the identity it has; no identity where that is asked. */
  private presentOf(
    row: RowReading,
    entry: ReadEntry,
    plan: PlannedRow,
  ): { present?: KnownCase; foreign?: boolean; identity: string | null } {
    const { byKey, byNumber, isOwn } = this.facts;
    const [own = `line:${row.line}`, ...others] = row.identities;
    const home = ownNumbers(entry)
      .map((number) => byNumber.get(number))
      .find((present) => present !== undefined && isOwn(present));
    const isExport = entry.extra[OWN_NUMBER] !== undefined;
    // Another tenant's case may bear the same number: only what it says proves that it is ours.
    if (home !== undefined && isExport && isSameIssue(entry, home)) return { present: home, identity: own };
    if (home !== undefined && (home.title === entry.title || home.description === entry.description)) {
      return { present: home, identity: own };
    }
    const apart = otherIdentity(own, entry);
    const known = byKey.get(apart) ?? byKey.get(own);
    if (known === undefined) {
      const former = others.map((key) => byKey.get(key)).find((each) => each !== undefined && isSameIssue(entry, each));
      if (former === undefined) return { identity: own };
      return isOwn(former) ? { present: former, identity: own } : { foreign: true, identity: own };
    }
    const isSame = !own.startsWith('id:') || known.externalKey === apart || isSameIssue(entry, known);
    if (!isOwn(known)) return isSame ? { foreign: true, identity: own } : { identity: apart };
    if (isSame) return { present: known, identity: own };
    const number = entry.externalId ?? '';
    const key = `number:${number}`;
    const answer = answerTo(this.choices, key, row.line);
    if (answer === 'join') return { present: known, identity: own };
    if (answer === 'new') return { identity: apart };
    plan.doubts.push({
      key,
      field: 'externalId',
      shown: number,
      code: 'ledger.row.numberOfAnother',
      message: `Number ${number} is that of ${known.number} “${known.title}”, which says something else`,
      messageZh: `编号 ${number} 已是 ${known.number}“${known.title}”，内容不同`,
      options: [
        option('new', '另一件事，新登记', 'Another issue: a new case'),
        option('join', `同一件事，并入 ${known.number}`, `The same issue: joins ${known.number}`),
      ],
    });
    return { identity: null };
  }

  private present(plan: PlannedRow, entry: ReadEntry, present: KnownCase): PlannedRow {
    const { actor, before, exported, units, categories, calendar, now } = this.facts;
    const version = Number(entry.extra[OWN_VERSION] ?? NaN);
    const isExport = entry.extra[OWN_NUMBER] !== undefined && entry.extra[OWN_VERSION] !== undefined;
    const nameOf = (id: string): string => units.get(id)?.name ?? categories.nameOf(id) ?? id;
    const earlier = isExport ? (exported.get(present.id) ?? null) : (before.get(present.id) ?? null);
    const written = [entry.units.lead, ...entry.units.supporting].join('\n');
    // Names that the ledger wrote before are not asked again.
    const isSameUnits =
      earlier !== null && written === [earlier.unitName ?? null, ...(earlier.supportingUnitNames ?? [])].join('\n');
    const leads = isSameUnits || entry.units.lead === null ? null : this.meant(entry.units.lead, entry.line, plan);
    const helpers = isSameUnits ? [] : entry.units.supporting.map((name) => this.meant(name, entry.line, plan));
    const lead = leads?.[0] ?? null;
    const helping = [...(leads?.slice(1) ?? []), ...helpers.flatMap((units) => units ?? [])];
    const supporting = helpers.includes(null) || helping.length === 0 ? null : helping;
    const word = entry.categoryName;
    const categoryId = word === undefined ? undefined : categories.idOf(word);
    const isOutdated = isExport && version !== present.version;
    const compared = caseChanges(
      {
        line: entry.line,
        entry,
        before: isOutdated ? null : earlier,
        present,
        lead,
        supporting,
        category: categoryId === undefined ? null : { id: categoryId, name: categories.nameOf(categoryId) ?? word! },
        nameOf,
        isOutdated,
        reason: `台账更新：${this.fileName} 第 ${entry.line} 行`,
        isOfLead: holds(actor, WORKING, present.leadUnitId, units),
        isOfUnits: [present.leadUnitId, ...present.supportingUnitIds].some((id) => holds(actor, WORKING, id, units)),
        calendar,
        today: calendar.dayOf(now),
        drop: dropOf(entry),
      },
      this.choices,
    );
    plan.doubts.push(...compared.doubts);
    const isNews = compared.comment.length > 0;
    const why = alreadyThere(entry, present, isNews);
    const shown: PlannedRow = {
      ...plan,
      caseNumber: present.number,
      changes: compared.changes,
      unit: present.leadUnitId === null ? null : nameOf(present.leadUnitId),
      supporting: present.supportingUnitIds.map(nameOf),
      dueOn: present.dueOn,
      state: present.outcome === null ? 'open' : 'closed',
      why,
      joins: why,
      unitIds: {
        lead: lead?.id ?? earlier?.leadUnitId ?? null,
        supporting: supporting?.map(({ id }) => id) ?? earlier?.supportingUnitIds ?? [],
      },
    };
    if (shown.doubts.length > 0) return asked({ ...shown, why: null });
    const addition = isNews
      ? additionOf(entry, plan.identity ?? present.number, this.fileName, compared.comment)
      : null;
    const isChanged = compared.changes.length > 0;
    return {
      ...shown,
      becomes: isChanged ? 'changed' : 'joined',
      act: { kind: 'joins', to: { caseId: present.id }, addition, steps: compared.steps },
    };
  }

  private newCase(
    plan: PlannedRow,
    entry: ReadEntry,
    moments: Exclude<ReturnType<typeof rowMoments>, { problem: unknown }>,
  ): NewCase {
    const { categories, calendar, now } = this.facts;
    const kept: NoteFields = [];
    const isDropped = dropOf(entry) !== undefined;
    const isClosed = moments.closedAt !== null && !isDropped;
    let lead: PlannedUnit | null = null;
    const supporting: PlannedUnit[] = [];
    const lost: string[] = [];
    const take = (name: string, isLead: boolean): void => {
      if (isDropped) {
        if (isLead) kept.push(['责任单位', name]);
        else lost.push(name);
        return;
      }
      const answer = this.units.resolve(name, entry.line);
      if ('units' in answer) {
        const [first, ...more] = answer.units;
        if (isLead && first !== undefined) lead = first;
        else if (first !== undefined) supporting.push(first);
        supporting.push(...more);
      } else if ('doubt' in answer) plan.doubts.push(answer.doubt);
      else if (isLead && isClosed) {
        const unit = this.unitAnswered(`noUnit:${name}`, entry.line);
        if (unit === undefined) plan.doubts.push(unitOfClosed(name));
        else lead = unit;
      }
      if ('left' in answer && isLead && !isClosed) kept.push(['责任单位', name]);
      if ('left' in answer && !isLead) lost.push(name);
    };
    if (entry.units.lead !== null) take(entry.units.lead, true);
    else if (isClosed) {
      const unit = this.unitAnswered(NO_UNIT.key, entry.line);
      // Which unit it is may be asked already.
      const isAsked = plan.doubts.some(({ field }) => field === 'unitName');
      if (unit === undefined && !isAsked) plan.doubts.push(NO_UNIT);
      else if (unit !== undefined) lead = unit;
    }
    for (const name of entry.units.supporting) take(name, false);
    if (lost.length > 0) kept.push(['协办单位', lost.join('、')]);
    const word = entry.categoryName;
    const answered = word === undefined ? undefined : answerTo(this.choices, `category:${word}`, entry.line);
    const categoryId = word === undefined ? undefined : categories.has(answered) ? answered : categories.idOf(word);
    if (word !== undefined && categoryId === undefined) {
      this.unknownCategories.add(word);
      kept.push(['问题类别', word]);
    }
    const measures = isClosed || isDropped ? null : caseMeasures(entry, calendar.dayOf(now));
    const isStaged = measures !== null && measures.milestones.length > 0 && lead !== null;
    const isAtOnce = entry.isImmediate || this.dueHeaders.some((header) => AT_ONCE.test(entry.extra[header] ?? ''));
    const workflow = isStaged ? 'staged' : isAtOnce ? 'immediate' : 'rectification';
    plan.dueWhy = measures?.dueWhy ?? entry.dueWhy;
    return {
      kind: 'new',
      moments: measures?.dueOn === undefined ? moments : { ...moments, dueOn: measures.dueOn },
      lead,
      supporting: supporting.filter((unit, at) => unit !== lead && supporting.indexOf(unit) === at),
      categoryId: categoryId ?? categories.other,
      workflow,
      milestones: isStaged ? measures.milestones : [],
      kept,
      became: isDropped ? 'dropped' : isClosed ? 'closed' : lead === null ? 'collected' : 'assigned',
    };
  }

  private unitAnswered(key: string, line: number): PlannedUnit | undefined {
    const answer = answerTo(this.choices, key, line);
    return answer === undefined ? undefined : this.units.named(answer);
  }

  /** The units a name means for a case that is there; null where it was left without one. What is not certain is asked. */
  private meant(name: string, line: number, plan: PlannedRow): { id: string; name: string }[] | null {
    const answer = this.units.resolve(name, line);
    if ('doubt' in answer) plan.doubts.push(answer.doubt);
    return 'units' in answer
      ? answer.units.map((unit) => ({ id: unit.id ?? toBeMade(unit.name), name: unit.name }))
      : null;
  }
}

/** Stands for the id of a unit that this import makes. */
export const toBeMade = (name: string): string => `make:${name}`;

function unitOfClosed(name: string): Doubt {
  return {
    ...NO_UNIT,
    key: `noUnit:${name}`,
    shown: name,
    code: 'ledger.row.unknownUnit',
    message: `“${name}” is no unit of this office, and a closed issue needs one`,
    messageZh: `没有“${name}”这个单位，已销号的事项须有责任单位`,
  };
}

/** 整改时限 that ask for it at once. */
const AT_ONCE = /立行立改|即知即改|立改立行|立整立改|立即/;

const OF_ANOTHER_OFFICE = said(
  'ofAnotherOffice',
  '相同编号或内容的事项已由其他整改办登记，不能在此导入',
  'An issue with this number or content is on record at another office',
);
const CLOSED_LEFT = said('closedLeftOut', '已销号的不导入', 'Closed already, left out by choice');
const CLOSED_UNDATED = said('closedUndated', '已销号（完成），但没有完成时间', 'Closed, but without a day');
const UNDATED = said('undated', '缺少反映（提出）日期', 'The day it was raised is missing');
const LEFT_OUT = said('leftOut', '按选择不导入', 'Left out by choice');
const NO_UNIT: Doubt = {
  key: 'noUnit',
  field: 'unitName',
  shown: '',
  code: 'ledger.row.noUnit',
  message: 'Closed, but no unit is named; say which it was, or give constants.unitName where all rows are of one unit',
  messageZh: '已销号，但没有责任单位；请指明单位，全部属同一单位时可在列对应关系中给出 constants.unitName',
  options: [],
  free: 'unit',
};

function alreadyThere(entry: ReadEntry, { number, outcome }: KnownCase, isNews: boolean): Said {
  const closes = entry.isClosed && outcome === null;
  return said(
    'alreadyThere',
    `已有事项 ${number}${isNews ? '；内容不同，随之保留' : ''}${closes ? '；系统中尚未办结，不因导入而销号' : ''}`,
    `Is there already as ${number}${isNews ? '; its text differs and is kept with it' : ''}${closes ? '; it is still open here and stays so' : ''}`,
  );
}

function asked(plan: PlannedRow): PlannedRow {
  return { ...plan, becomes: 'asked', act: null };
}

function blank(line: number, entry: ReadEntry | null): PlannedRow {
  return {
    line,
    becomes: 'left',
    caseNumber: null,
    joinsLine: null,
    changes: [],
    title: entry?.title ?? null,
    unit: entry?.units.lead ?? null,
    supporting: entry?.units.supporting ?? [],
    dueOn: entry?.dueOn ?? null,
    dueWhy: entry?.dueWhy ?? null,
    state: null,
    stateWhy: null,
    track: null,
    raiserSealed: false,
    measures: entry?.measures.length ?? 0,
    doubts: [],
    why: null,
    entry,
    identity: null,
    act: null,
    unitIds: null,
    joins: null,
    isPaper: false,
  };
}
