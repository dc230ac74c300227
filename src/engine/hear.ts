/** What is said by receipt and back, as pure decisions: a line of history that moves neither the place of the case nor its time. */
import type { CaseContext, CaseState } from '../domain/case.js';
import { stageOf } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { addDays, type Day } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import type { Heard, RaiserRating, RaiserWord } from '../domain/heard.js';
import { openWords, presentRound, ratingOf, ratingOpenUntil } from '../domain/raiser-words.js';
import { isApart } from '../domain/separation.js';
import { holds } from '../domain/visibility.js';
import type { Outcome, Satisfaction } from '../domain/words.js';
import { besideCharts } from './beside-charts.js';
import type { Decision } from './decide.js';
import { text, texts, type Env, type Payload, type ReferenceData } from './env.js';
import type { Labels, Schema } from './fields.js';
import type { Did } from './machine.js';
import { RECEIPT_COMMANDS } from './receipt-commands.js';
import { tieThatForbids } from './rules-people.js';
import { refusalOf } from './refusal.js';
import type { Workflow } from './workflow.js';

/** Ends of a case about which its raisers may still say something: it was worked on. */
const WORKED_ON: readonly (Outcome | null)[] = ['resolved', 'disputed', 'unverified'];

/** True where there is a result to speak about: the fix passed its check, or the case was closed after it. */
export const hasResult = ({ value, context }: Pick<CaseState, 'value' | 'context'>): boolean =>
  stageOf(value) === 'followUpVisit' || isClosedAfterWork(context);

const isClosedAfterWork = ({ outcome }: Pick<CaseContext, 'outcome'>): boolean =>
  outcome !== null && WORKED_ON.includes(outcome);

/** The last day on which a raiser may say that it is not solved; null where the case is not closed after work. */
export function unsolvedUntil(context: CaseContext, { policy }: Pick<Workflow, 'policy'>): Day | null {
  return isClosedAfterWork(context) && context.closedOn !== null
    ? addDays(context.closedOn, policy.lookBackDays)
    : null;
}

/** Why the raiser may not send the command today; undefined where they may. */
export function refusedToRaiser(
  type: string,
  state: Pick<CaseState, 'value' | 'context'>,
  workflow: Pick<Workflow, 'policy'>,
  raiserId: string,
  today: Day,
): Refused | undefined {
  const { context } = state;
  const ofRaiser = (kind: RaiserWord['kind']): RaiserWord[] =>
    (context.heard?.words ?? []).filter((word) => word.kind === kind && word.raiserId === raiserId);
  switch (type) {
    case 'RATE_RESULT': {
      if (!hasResult(state)) return NO_RESULT;
      const given = ratingOf(context, raiserId);
      const until = unsolvedUntil(context, workflow);
      if (given === undefined ? until !== null && today > until : today > ratingOpenUntil(given)) return TOO_LATE;
      return undefined;
    }
    case 'SAY_UNSOLVED': {
      const until = unsolvedUntil(context, workflow);
      if (until === null) return NOT_CLOSED;
      if (today > until) return TOO_LATE;
      // Once to each closing: a dismissed one that could be sent again every minute would let one person keep a case open for ever.
      return ofRaiser('unsolved').some(({ relapses }) => relapses === context.relapses) ? SAID_ALREADY : undefined;
    }
    default:
      return ofRaiser('question').some(({ answer }) => answer === undefined) ? ASKED_ALREADY : undefined;
  }
}

/** The case after a word of a raiser or of the office to one. 422 where the case or its record does not take it, or the sender may not say it. */
export function hear(workflow: Workflow, state: CaseState, command: Command, refs: ReferenceData): Decision | Refused {
  const { type, payload } = command;
  return besideCharts(workflow, state, command, refs, (present, env) => {
    const refused = refusedTo(type, present, workflow, env, payload);
    if (refused !== undefined) return refused;
    const { value, context } = present;
    const heard = { ...context.heard, ...said(type, context, env, command.id, payload) };
    return { value, context: { ...context, heard }, outcome: context.outcome, did: told(type) };
  });
}

/** Steps of this part that the person may take with the case now. */
export function allowedToSay(state: CaseState, env: Env): { type: string; labels: Labels; schema: Schema }[] {
  return Object.entries(RECEIPT_COMMANDS).flatMap(([type, { labels, schema, internal }]) =>
    internal === true || refusedToOffice(type, state, env) !== undefined
      ? []
      : [{ type, labels, schema: type === 'RELEASE_RESULT' ? fitted(schema, state.context) : schema }],
  );
}

/** With one raiser nobody asks which; photographs are picked among those that are there. */
function fitted(schema: Schema, { raisers = [] }: CaseContext): Schema {
  const { photos: _, ...properties } = schema.properties;
  if (raisers.length < 2) delete properties['raiserId'];
  else
    properties['raiserId'] = {
      ...properties['raiserId'],
      enum: raisers,
      'x-words': Object.fromEntries(
        raisers.map((raiser, at) => [raiser, { 'zh-CN': `第 ${at + 1} 位反映人`, en: `Complainant ${at + 1}` }]),
      ),
    };
  return { ...schema, properties };
}

function refusedTo(
  type: string,
  state: CaseState,
  workflow: Workflow,
  env: Env,
  payload: Payload,
): Refused | undefined {
  if (RECEIPT_COMMANDS[type]?.internal !== true) {
    return refusedToOffice(type, state, env) ?? (type === 'RELEASE_RESULT' ? notItsRaiser(state, payload) : undefined);
  }
  return env.actor.via === 'receipt'
    ? refusedToRaiser(type, state, workflow, text(payload, 'raiserId'), env.today)
    : BY_RECEIPT_ONLY;
}

function refusedToOffice(type: string, state: CaseState, env: Env): Refused | undefined {
  const { context } = state;
  const { units } = env.refs;
  const holdsHere = (role: 'clerk' | 'supervisor'): boolean => holds(env.actor, [role], context.officeUnitId, units);
  if (type === 'DISMISS_UNSOLVED') {
    if (!holdsHere('supervisor')) return refusalOf(type, state, ['isSupervisor']);
    const tie = tieThatForbids(type, context, env);
    if (tie !== undefined) return refusalOf(type, state, [tie]);
    return context.outcome === null || openWords(context, 'unsolved').length === 0
      ? refusalOf(type, state, [])
      : undefined;
  }
  // Whoever belongs to the units of the case neither words what is said of their work nor answers for the office.
  if (!holdsHere('clerk') || !isApart(env.actor, context, units)) return refusalOf(type, state, ['isOffice']);
  if (type === 'ANSWER_RAISER')
    return openWords(context, 'question').length === 0 ? refusalOf(type, state, []) : undefined;
  return context.raisedOutside ? undefined : refusalOf(type, state, []);
}

function notItsRaiser({ id, context }: CaseState, payload: Payload): Refused | undefined {
  const raisers = context.raisers ?? [];
  const given = text(payload, 'raiserId');
  const isNamed = given === '' ? raisers.length < 2 : given === id || raisers.includes(given);
  return payload['said'] === undefined || isNamed ? undefined : NAME_ONE;
}

function said(type: string, context: CaseContext, env: Env, commandId: string, payload: Payload): Heard {
  const { heard = {}, relapses, raisers = [] } = context;
  const { words = [] } = heard;
  const raiserId = text(payload, 'raiserId');
  const word = (kind: RaiserWord['kind']): Heard => ({
    words: [...words, { id: commandId, kind, raiserId, on: env.today, text: text(payload, 'text'), relapses }],
  });
  switch (type) {
    case 'RATE_RESULT': {
      const before = ratingOf(context, raiserId);
      const rating: RaiserRating = {
        raiserId,
        round: presentRound(context),
        firstOn: before?.firstOn ?? env.today,
        on: env.today,
        overall: payload['overall'] as Satisfaction,
        aspects: payload['aspects'] as RaiserRating['aspects'],
        ...(text(payload, 'note') === '' ? {} : { note: text(payload, 'note') }),
      };
      const { ratings = [] } = heard;
      // In its place, so that the others keep theirs in the figures.
      return {
        ratings: before === undefined ? [...ratings, rating] : ratings.map((one) => (one === before ? rating : one)),
      };
    }
    case 'SAY_UNSOLVED':
      return word('unsolved');
    case 'ASK_OFFICE':
      return word('question');
    case 'ANSWER_RAISER':
      return answered(context, 'question', [openWords(context, 'question')[0]!.id], env, text(payload, 'text'));
    case 'DISMISS_UNSOLVED': {
      // One decision on one closing: every raiser who said so reads it.
      const ids = openWords(context, 'unsolved').map(({ id }) => id);
      return answered(context, 'unsolved', ids, env, text(payload, 'reason'));
    }
    default: {
      const of = raiserId || raisers[0] || env.caseId;
      return {
        ...(payload['said'] === undefined ? {} : { said: { ...heard.said, [of]: text(payload, 'said') } }),
        ...(payload['text'] === undefined ? {} : { text: text(payload, 'text') }),
        ...(payload['photos'] === undefined ? {} : { photos: texts(payload, 'photos') }),
      };
    }
  }
}

function answered(context: CaseContext, kind: RaiserWord['kind'], ids: string[], env: Env, words: string): Heard {
  const answer = { on: env.today, text: words };
  return {
    words: (context.heard?.words ?? []).map((word) =>
      word.kind === kind && ids.includes(word.id) ? { ...word, answer } : word,
    ),
  };
}

/** Whom the office's machine tells, in the commit of the step. */
function told(type: string): Did[] {
  const tell = (name: string): Did[] => [{ kind: 'effect', name, params: {} }];
  if (type === 'SAY_UNSOLVED') return tell('tellUnsolved');
  return type === 'ASK_OFFICE' ? tell('tellQuestion') : [];
}

const NO_RESULT = new Refused(
  422,
  'receipt.noResult',
  '事项还在办理，办理结果出来后再评价',
  'The case is still being worked on: rate it once there is a result',
);
const NOT_CLOSED = new Refused(
  422,
  'notice.over',
  '您反映的事项现在不在公示期内，也还没有办结，请直接联系整改办',
  'Nothing you raised is in its public notice or closed now: please speak to the office',
);
const TOO_LATE = new Refused(
  422,
  'receipt.tooLate',
  '已超过期限，如仍有意见请直接联系整改办',
  'The time for this is over: please speak to the office',
);
const SAID_ALREADY = new Refused(
  422,
  'receipt.saidAlready',
  '您的“未解决”已收到，每次办结只能提一次；如仍有意见请直接联系整改办',
  'Your “not solved” was taken; it is heard once to each closing: please speak to the office',
);
const ASKED_ALREADY = new Refused(
  422,
  'receipt.askedAlready',
  '您的上一个问题还没有答复，答复后可以再问',
  'Your last question is not answered yet: ask again once it is',
);
const BY_RECEIPT_ONLY = new Refused(
  422,
  'receipt.raiserOnly',
  '只有反映人凭回执码可以办理',
  'Only a complainant does this, by the code of their receipt',
);
const NAME_ONE = new Refused(
  422,
  'raiser.nameOne',
  '此事项有几位反映人，请指明是哪一位',
  'This case has several complainants: say which one it is',
);
