/** Named changes of a case's course since version 2: who holds it, what is corrected, checks, raisers, notice, departures. */
import type { CaseContext, VisitRound } from '../domain/case.js';
import type { Holder } from '../domain/case-since-2.js';
import { isLateOrNear, leaving } from '../domain/departing.js';
import { chargedUnits, holdersOf, timeLeft } from '../domain/holders.js';
import { raisersOf, visited, withAnswer, withAttempt, withNewcomer } from '../domain/raisers.js';
import { isLeftUnsigned } from '../domain/signing-facts.js';
import { noticeDays } from '../domain/weight.js';
import type { Departure, Outcome, Satisfaction, VisitOutcome } from '../domain/words.js';
import type { Change } from './changes-clock.js';
import { marked } from './easing.js';
import { text, texts, type Env, type Payload } from './env.js';
import { photosOf } from './photos.js';
import { office } from './rules-people.js';

/** The holders when the present one lets go of the case today; `of` says what else is to be remembered of it. */
function letGo(context: CaseContext, env: Env, of: Partial<Holder>): Holder[] {
  return holdersOf(context).map((holder) => (holder.to === null ? { ...holder, to: env.today, ...of } : holder));
}

/** Units that had a part in the case and have it no longer: nobody of theirs judges it. */
function former(context: CaseContext, leaving: readonly (string | null)[]): Pick<CaseContext, 'formerUnitIds'> {
  const units = [...(context.formerUnitIds ?? []), ...leaving.flatMap((unit) => unit ?? [])];
  return units.length === 0 ? {} : { formerUnitIds: [...new Set(units)] };
}

function inRound(context: CaseContext, change: (round: VisitRound) => VisitRound): Pick<CaseContext, 'rounds'> {
  return { rounds: context.rounds.map((round, at, { length }) => (at === length - 1 ? change(round) : round)) };
}

const raiserOf = (context: CaseContext, payload: Payload): string =>
  visited(context, text(payload, 'raiserId')) ?? raisersOf(context)[0]!;

export const COURSE_CHANGES: Record<string, Change> = {
  /** After `assign`: the unit holds the case from today. */
  hold: (context, env) => ({
    holders: [...(context.holders ?? []), { unitId: context.leadUnitId ?? '', from: env.today, to: null }],
  }),
  /** Before `decline`: the unit gives the case back. */
  giveBack: (context, env) => ({ holders: letGo(context, env, { passedOn: false }) }),
  /** Another unit leads from today. The due day, the period and the rung stay; what was handed in is void, since the unit that leads now did not
   *  hand it in. */
  transfer: (context, env, payload) => {
    const leadUnitId = text(payload, 'leadUnitId');
    const supporting =
      payload['supportingUnitIds'] === undefined ? context.supportingUnitIds : texts(payload, 'supportingUnitIds');
    const supportingUnitIds = supporting.filter((unit) => unit !== leadUnitId);
    const leaving = [context.leadUnitId, ...context.supportingUnitIds].filter(
      (unit) => unit !== leadUnitId && !supportingUnitIds.includes(unit ?? ''),
    );
    return {
      leadUnitId,
      supportingUnitIds,
      ...former(context, leaving),
      holders: [
        ...letGo(context, env, {
          passedOn: true,
          ...timeLeft(context, env.refs.calendar, env.today),
          ...(isLeftUnsigned(context, env.refs.calendar, env.today) ? { unsigned: true } : {}),
        }),
        { unitId: leadUnitId, from: env.today, to: null, at: env.at },
      ],
      acceptedAt: null,
      extension: null,
    };
  },
  /** The clock of a case that is transferred runs on towards the same due day, wherever it stood. */
  runOn: (context) => ({
    // Of a case that was already being visited the late period goes on, and is written down whole when it ends.
    breaches:
      context.mode === 'stopped'
        ? context.breaches.filter(({ period }) => period !== context.period)
        : context.breaches,
    mode: 'running',
    settled: false,
    submittedOn: null,
    submittedInTime: null,
    pendingOutcome: null,
    ...(context.noticeUntil == null ? {} : { noticeUntil: null }),
  }),
  split: (context, _env, payload) => ({
    parts: (context.parts ?? 1) + (Array.isArray(payload['parts']) ? payload['parts'].length : 0),
  }),
  /** No correction moves the due day. */
  correct: (context, env, payload) => {
    const categoryId = text(payload, 'categoryId') || context.categoryId;
    const isKey = typeof payload['isKey'] === 'boolean' ? payload['isKey'] : context.isKey;
    const supporting =
      payload['supportingUnitIds'] === undefined ? context.supportingUnitIds : texts(payload, 'supportingUnitIds');
    return {
      ...marked(context, env, { categoryId, isKey }),
      supportingUnitIds: supporting,
      ...former(
        context,
        context.supportingUnitIds.filter((unit) => !supporting.includes(unit)),
      ),
    };
  },
  /** A fix is handed in: nobody has checked it yet. A photograph of before stays one. */
  notePhotos: (context, _env, payload) => {
    const before = photosOf(payload, 'before').length > 0 || context.photos?.before === true;
    const after = photosOf(payload, 'after').length > 0;
    return {
      ...(before || after || context.photos !== undefined ? { photos: { before, after } } : {}),
      ...(context.checks === undefined ? {} : { checks: [] }),
      hasEvidence: context.hasEvidence || before || after,
      // What was released told of the fix before.
      ...(context.noticeText == null ? {} : { noticeText: null }),
    };
  },
  recordCheck: (context, env, payload) => {
    const before = photosOf(payload, 'before').length > 0 || context.photos?.before === true;
    const after = photosOf(payload, 'after').length > 0 || context.photos?.after === true;
    return {
      checks: [
        ...(context.checks ?? []),
        { by: env.actor.userId, on: env.today, onSite: payload['method'] === 'onSite' },
      ],
      ...(before || after ? { photos: { before, after } } : {}),
      ...(payload['noticeText'] === undefined ? {} : { noticeText: text(payload, 'noticeText') }),
    };
  },
  noteTold: (_context, env) => ({ toldOn: env.today }),
  /** An office that reminds itself of a triage has reminded nobody: the case stays where leaders find it. */
  noteUrged: (context, env) =>
    context.leadUnitId !== null || office(context, env, ['leader']) ? { urgedOn: env.today } : {},
  recordAttemptAt: (context, env, payload) =>
    inRound(context, (round) => withAttempt(context, round, raiserOf(context, payload), env.today)),
  recordVisitAt: (context, env, payload) =>
    inRound(context, (round) =>
      withAnswer(context, round, raiserOf(context, payload), {
        answeredOn: env.today,
        outcome: text(payload, 'outcome') as VisitOutcome,
        satisfaction: (text(payload, 'satisfaction') || null) as Satisfaction | null,
      }),
    ),
  /** The raisers of a case that is merged into this one, or who spoke of it elsewhere. Whoever raised this one stays the first. Where a round of
   *  visits has begun it has not reached them: the case waits for the visit again. */
  bringRaisers: (context, env, payload) => {
    const own = context.raisers ?? (context.raisedOutside ? [env.caseId] : []);
    const raisers = [...new Set([...own, ...texts(payload, 'raisers')])];
    if (raisers.length === own.length) return {};
    const isBeingVisited = context.outcome === null && context.mode === 'stopped' && context.rounds.length > 0;
    return {
      raisers,
      raisedOutside: true,
      ...(isBeingVisited ? inRound(context, (round) => withNewcomer({ ...context, raisers }, own, round)) : {}),
    };
  },
  awaitResolved: (_context, env) => awaiting('resolved', env),
  awaitUnverified: (_context, env) => awaiting('unverified', env),
  /** The result is shown from today; the last day of it belongs to the notice. */
  giveNotice: (context, env) => ({
    noticeUntil: env.refs.calendar.dueDay(env.today, noticeDays(context, env.policy, env.refs.categories)).day,
    ...(context.objectors === undefined ? {} : { objectors: [] }),
  }),
  endNotice: (_context, env) => ({ noticeUntil: null, pendingSince: env.today }),
  objectTo: (context, env, payload) => ({
    objections: [...(context.objections ?? []), env.today],
    ...(payload['raiserId'] === undefined
      ? {}
      : { objectors: [...new Set([...(context.objectors ?? []), text(payload, 'raiserId')])] }),
  }),
  /** Nothing is to be signed or shown any more before somebody else has been visited. */
  visitAgain: ({ noticeUntil }) => ({ pendingOutcome: null, ...(noticeUntil == null ? {} : { noticeUntil: null }) }),
  askDeparture: (_context, env, payload) => ({
    departure: {
      kind: text(payload, 'kind') as Departure,
      reason: text(payload, 'reason'),
      askedOn: env.today,
      askedBy: env.actor.userId,
      caseId: text(payload, 'caseId') || null,
    },
  }),
  refuseDeparture: () => ({ departure: null }),
  /** Before `close`, while the clock still says how late the case is. */
  depart: (context, env) => {
    const { departure, dueOn } = context;
    if (departure == null) return {};
    const { calendar } = env.refs;
    const within = env.policy.departures?.leaderWithin ?? 0;
    const isLate = isLateOrNear(leaving(context, env.today), within, calendar, env.today);
    const { kind, askedBy, caseId } = departure;
    return {
      departed: {
        kind,
        on: env.today,
        askedBy,
        grantedBy: env.actor.userId,
        isLate,
        unitIds: chargedUnits(context, calendar, dueOn !== null && dueOn < env.today ? dueOn : env.today),
      },
      departure: null,
      ...(kind === 'merge' ? { mergedInto: caseId } : {}),
    };
  },
  mergeInto: (_context, _env, payload) => ({ mergedInto: text(payload, 'caseId') }),
};

const awaiting = (pendingOutcome: Outcome, env: Env): Partial<CaseContext> => ({
  pendingOutcome,
  pendingSince: env.today,
});
