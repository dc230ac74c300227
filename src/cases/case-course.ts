/** The course of a case as a reader is shown it: from its own record, and from the lines of its history that name people and other cases. */
import { isLateOn, lateUntil } from '../domain/account.js';
import type { Calendar } from '../domain/calendar.js';
import { stageOf, type CaseContext, type CaseState } from '../domain/case.js';
import { isOneWith } from '../domain/deputies.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { needsLeader } from '../domain/departing.js';
import { chargedUnits, daysWithin, heldBy } from '../domain/holders.js';
import type { Policy } from '../domain/policy.js';
import { unsatisfiedRounds } from '../domain/raisers.js';
import { weightOf } from '../domain/weight.js';
import type { Labels } from '../engine/commands.js';
import type { ReferenceData } from '../engine/env.js';
import { linkedCaseId } from '../executor/linked-case.js';
import type { CourseShown, DepartureAskedShown, HeldByShown, NeededShown, Relation } from '../shown/course-shown.js';
import type { CourseLine } from '../store/lists/case-view.store.js';

const said = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });

/** All but the links, which are other cases and must be looked up. `today` is the office's day. */
export function courseOf(
  state: CaseState,
  lines: readonly CourseLine[],
  policy: Policy,
  refs: ReferenceData,
  today: Day,
  actor: Actor,
): Omit<CourseShown, 'links'> {
  const { context } = state;
  const { departed, talks = [], lookAskedOn, noticeUntil, objections = [], desk } = context;
  const recorded = lines.filter(({ type }) => type === 'RECORD_TALK');
  return {
    heldBy: account(context, refs.calendar, today),
    departure: departureOf(context, lines, policy, refs, today, actor),
    departed: departed === undefined ? null : { ...departed, unitIds: [...departed.unitIds] },
    needed: stageOf(state.value) === 'deadline' ? neededToPass(context, policy, refs) : [],
    talks: talks.flatMap((talk, at) => {
      const line = recorded[at];
      return line === undefined ? [] : [{ ...talk, seq: line.seq }];
    }),
    lookAskedOn: lookAskedOn ?? null,
    noticeUntil: noticeUntil ?? null,
    objections: [...objections],
    unsatisfiedRounds: unsatisfiedRounds(context),
    disputableAfter: policy.disputes?.afterRounds ?? null,
    isForSupervisors: desk === 'supervisors',
  };
}

/** The account by holder, with how much of each part was late and which missed due days are the unit's. */
function account(context: CaseContext, calendar: Calendar, today: Day): HeldByShown[] {
  const { breaches, dueOn } = context;
  const now = isLateOn(context, today) && dueOn !== null ? [{ dueOn, until: lateUntil(context, today) }] : [];
  const periods = [...breaches, ...now];
  return heldBy(context, calendar, today).map((part) => {
    const { unitId, to } = part;
    const lateDays = periods.reduce((sum, period) => sum + daysWithin(part, period.dueOn, period.until, calendar), 0);
    const charged = periods.filter(({ dueOn: missed }) => chargedUnits(context, calendar, missed).includes(unitId));
    return {
      ...part,
      until: to ?? context.closedOn ?? today,
      lateDays: Math.min(lateDays, part.used),
      charged: charged.map(({ dueOn: missed }) => missed),
    };
  });
}

function departureOf(
  context: CaseContext,
  lines: readonly CourseLine[],
  policy: Policy,
  { calendar }: ReferenceData,
  today: Day,
  actor: Actor,
): DepartureAskedShown | null {
  const { departure } = context;
  if (departure == null) return null;
  const { kind, reason, askedOn, askedBy, caseId } = departure;
  const byLeader = needsLeader(context, policy, calendar, today);
  const why = context.isKey
    ? said('属重点问题', 'it is a key case')
    : said('已逾期或临近到期', 'it is late or nearly due');
  return {
    ...{ kind, reason, askedOn, caseId, byLeader },
    askedByName: lines.findLast(({ type }) => type === 'ASK_DEPARTURE')?.actorName ?? '',
    isOwn: isOneWith(actor, askedBy, context.standIns),
    ...{ caseNumber: null, caseTitle: null },
    whoLabels: byLeader
      ? said(
          `${why['zh-CN']}，须由牵头单位以外的领导小组成员决定；提请人不能决定。`,
          `A leader outside the lead unit decides, since ${why.en}; never who asked.`,
        )
      : said(
          '由提请人以外的另一位整改办或领导小组成员决定。',
          'Another person of the office or the leading group decides, never who asked.',
        ),
  };
}

/** What the weight of the case asks of a check, each with whether it is there. */
function neededToPass(context: CaseContext, policy: Policy, { categories }: ReferenceData): NeededShown[] {
  if (policy.verification === undefined) return [];
  const { verifiers, onSite, photos } = weightOf(context, policy, categories);
  const { checks = [], isKey, mode, photos: shown } = context;
  const need = (what: NeededShown['what'], done: boolean, labels: Labels): NeededShown => ({ what, done, labels });
  const passed = checks.length;
  return [
    need(
      'verifiers',
      passed >= verifiers,
      verifiers === 1
        ? said('由牵头单位以外的一人核查通过', 'Passed by one person outside the lead unit')
        : said(
            `由 ${verifiers} 人分别核查通过，已有 ${passed} 人`,
            `Passed by ${verifiers} people, each on their own; ${passed} so far`,
          ),
    ),
    ...(onSite
      ? [need('onSite', passed > 0 && checks.every((check) => check.onSite), said('现场核查', 'A check on site'))]
      : []),
    ...(photos
      ? [
          need('before', shown?.before === true, said('整改前照片', 'A photograph before')),
          need('after', shown?.after === true, said('整改后照片', 'A photograph after')),
        ]
      : []),
    ...(isKey
      ? [need('otherPlaces', mode === 'held', said('举一反三：写明还查了哪些地方', 'Which other places were checked'))]
      : []),
  ];
}

/** Ids of the other cases that the record and these lines bind it to, each once. */
export function linksOf(state: CaseState, lines: readonly CourseLine[]): { id: string; relation: Relation }[] {
  const { origin, mergedInto } = state.context;
  const found: { id: string; relation: Relation }[] = [];
  if (origin !== undefined)
    found.push({ id: origin.caseId, relation: origin.kind === 'split' ? 'splitFrom' : 'mannerOf' });
  if (mergedInto !== null) found.push({ id: mergedInto, relation: 'mergedInto' });
  for (const { type, seq, collected, fromCaseId } of lines) {
    const relation = type === 'SPLIT' ? 'part' : 'manner';
    for (const nth of collected) found.push({ id: linkedCaseId(state.id, seq, nth), relation });
    if (fromCaseId !== null) found.push({ id: fromCaseId, relation: 'merged' });
  }
  return [...new Map(found.map((link) => [link.id, link])).values()];
}
