/** Rules of a case's course since version 2: transfer, split, correction, weighed checks, several raisers, notice and dispute. */
import type { CaseContext } from '../domain/case.js';
import { isOneWith } from '../domain/deputies.js';
import { allTried, answerOf, raiserIds, unreached, unsatisfiedRounds, visited } from '../domain/raisers.js';
import { noticeDays, weightOf } from '../domain/weight.js';
import type { Weight } from '../domain/policy.js';
import { text, texts, type Env, type Payload } from './env.js';
import { photosOf } from './photos.js';
import { branch, rule, type Rule } from './rule.js';
import { office, outside } from './rules-people.js';

const asked = { needsPayload: true } as const;

const weight = (context: CaseContext, { policy, refs }: Env): Weight => weightOf(context, policy, refs.categories);

/** Photographs that the case has of the present fix, those handed in with this command included. */
const shows = ({ photos }: CaseContext, payload: Payload, which: 'before' | 'after'): boolean =>
  photos?.[which] === true || photosOf(payload, which).length > 0;

const isUnhappy = (payload: Payload): boolean =>
  payload['outcome'] === 'notFixed' || payload['satisfaction'] === 'dissatisfied';

export const COURSE_RULES: Record<string, Rule> = {
  isAnotherUnit: rule(
    (context, _env, payload) => text(payload, 'leadUnitId') !== context.leadUnitId,
    '事项已由该单位牵头',
    'That unit leads the case already',
    asked,
  ),
  isFirstHolder: rule(
    (context) => !(context.holders ?? []).some(({ passedOn }) => passedOn === true),
    '改派来的事项不能退单：时限不因改派重算，请向整改办说明，由整改办改派',
    'A case that was transferred is not declined: its due date stands, and the office transfers it on',
    { who: ['clerk'] },
  ),
  dueOnWithinOrigin: rule(
    (context, _env, payload) => context.origin?.dueOn == null || text(payload, 'dueOn') <= context.origin.dueOn,
    '拆分出的事项的时限不能晚于原事项的时限',
    'A part is due no later than the case it was split from',
    asked,
  ),
  partsFit: rule(
    (_context, env, payload) => {
      const parts = Array.isArray(payload['parts']) ? (payload['parts'] as Payload[]) : [];
      return parts.every(
        (part) => part['categoryId'] === undefined || env.refs.categories.has(text(part, 'categoryId')),
      );
    },
    '拆出的事项的问题类别不存在',
    'A part names a category that does not exist',
    asked,
  ),
  correctsWell: rule(
    (context, env, payload) =>
      (payload['categoryId'] === undefined || env.refs.categories.has(text(payload, 'categoryId'))) &&
      texts(payload, 'supportingUnitIds').every(
        (id) => env.refs.units.get(id) !== undefined && id !== context.leadUnitId,
      ),
    '更正的问题类别或协办单位不存在，或协办单位就是牵头单位',
    'The category or a supporting unit does not exist, or is the lead unit itself',
    asked,
  ),
  mayUnmarkKey: rule(
    (context, env, payload) =>
      !(context.isKey && payload['isKey'] === false) || (office(context, env, ['leader']) && outside(context, env)),
    '取消重点问题标记须由牵头单位以外的领导小组成员决定',
    'Only a leader outside the lead unit takes the mark off a key case',
    { ...asked, who: ['leader'] },
  ),
  saysOtherPlaces: rule(
    (context, _env, payload) => !context.isKey || text(payload, 'otherPlaces') !== '',
    '重点问题办结申报须写明举一反三还查了哪些地方',
    'Handing in a key case says which other places were checked',
    asked,
  ),
  isAnotherVerifier: rule(
    (context, env) => !(context.checks ?? []).some(({ by }) => isOneWith(env.actor, by, context.standIns)),
    '您已核查通过本次申报，须由另一人再核查',
    'You have passed this submission: another person checks it too',
    { who: ['supervisor'] },
  ),
  checkedOnSite: rule(
    (context, env, payload) => !weight(context, env).onSite || payload['method'] === 'onSite',
    '缺现场核查：该事项须现场核查后才能通过',
    'Missing: a check on site. This case is passed on site only',
    asked,
  ),
  showsBefore: rule(
    (context, env, payload) => !weight(context, env).photos || shows(context, payload, 'before'),
    '缺整改前照片：该事项须有整改前后照片才能通过',
    'Missing: a photograph before. This case is passed with photographs of before and after',
    asked,
  ),
  showsAfter: rule(
    (context, env, payload) => !weight(context, env).photos || shows(context, payload, 'after'),
    '缺整改后照片：该事项须有整改前后照片才能通过',
    'Missing: a photograph after. This case is passed with photographs of before and after',
    asked,
  ),
  needsAnotherCheck: branch((context, env) => (context.checks ?? []).length + 1 < weight(context, env).verifiers),
  namesRaiser: rule(
    (context, _env, payload) => {
      const raiser = visited(context, text(payload, 'raiserId'));
      const round = context.rounds.at(-1);
      return raiser !== null && round !== undefined && answerOf(round, context, raiser).answeredOn === null;
    },
    '须写明回访的是哪位反映人；本轮已答复的不再登记',
    'A visit says whom it was paid to; who answered in this round is not visited again',
    asked,
  ),
  saysSatisfaction: rule(
    (context, _env, payload) =>
      !context.raisedOutside ||
      !['fixed', 'mannerComplaint'].includes(text(payload, 'outcome')) ||
      payload['satisfaction'] !== undefined,
    '见面的回访须登记反映人对结果是否满意',
    'A visit that reached the complainant says whether the result satisfies',
    asked,
  ),
  isNotSatisfied: branch((_context, _env, payload) => isUnhappy(payload), asked),
  othersRemain: branch((context) => unreached(context).length > 1),
  everybodyTried: rule(
    (context, env) => allTried(context, env.policy.visit.attempts),
    '每位未见面的反映人都须在不同日期尝试回访满规定次数',
    'Each complainant who was not reached must have been tried on as many days as required',
  ),
  isDisputed: rule(
    (context, env) => unsatisfiedRounds(context) >= (env.policy.disputes?.afterRounds ?? Infinity),
    '反映人不满意满规定轮次后才能争议销号',
    'Closing in dispute needs as many rounds with a dissatisfied complainant as the policy says',
  ),
  needsNotice: branch((context, env) => noticeDays(context, env.policy, env.refs.categories) > 0),
  mayObject: rule(
    (context, env, payload) =>
      (payload['raiserId'] === undefined || raiserIds(env.caseId, context).includes(text(payload, 'raiserId'))) &&
      (env.actor.via === 'receipt' || office(context, env, ['clerk', 'supervisor', 'visitor', 'leader'])),
    '异议由反映人凭回执码提出，或由整改办、督导组、回访员登记',
    'An objection comes by a receipt code, or is recorded by the office, a supervisor or a visiting officer',
    { who: ['clerk', 'supervisor', 'visitor'] },
  ),
  bringsRaisers: branch((_context, _env, payload) => texts(payload, 'raisers').length > 0, asked),
};
