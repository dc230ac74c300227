/** What a form says beside its fields before it is filled: the bounds that the rules will hold it to, by the policy and the calendar of the day. */
import type { CaseContext } from '../domain/case.js';
import { dayWords } from '../domain/clock-words.js';
import { addDays } from '../domain/day.js';
import { lastDayAhead, promiseDaysLeft, promiseDaysOfPeriod } from '../domain/promises.js';
import { weightOf } from '../domain/weight.js';
import type { Labels, Schema } from './commands.js';
import type { Env } from './env.js';
import { COURSE_RULES } from './rules-course.js';
import { HOLD_AT_MOST } from './rules-input.js';

/** More of a field: `x-hint` is said beside it, `x-first` and `x-last` are the days between which it must lie. */
type More = Record<string, unknown>;
type Bounds = (context: CaseContext, env: Env) => Record<string, More | undefined>;

const said = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });

/** A day from tomorrow until so many working days ahead, with what follows once it is over. */
function within({ today, refs: { calendar } }: Env, days: number, then: Labels): More {
  const until = dayWords(calendar.dueDay(today, days).day, today);
  return {
    'x-first': addDays(today, 1),
    'x-last': lastDayAhead(calendar, today, days),
    'x-hint': said(
      `最迟${until['zh-CN']}，即 ${days} 个工作日内。${then['zh-CN']}`,
      `By ${until.en} at the latest, which is ${days} working days. ${then.en}`,
    ),
  };
}

/** By the rule that holds the form to them. */
const BOUNDS: Readonly<Record<string, Bounds>> = {
  promiseIsNear: (context, env) => {
    const left = promiseDaysOfPeriod(context, env.policy);
    const all = env.policy.promises?.perPeriod ?? 0;
    const then = said(
      `本次逾期可承诺 ${all} 个工作日，还剩 ${left} 个；到期未申报即升级。`,
      `Of ${all} working days this late period may promise, ${left} are left; it climbs after that day unless a fix is in.`,
    );
    return { promisedOn: within(env, promiseDaysLeft(context, env.policy, context.rung), then) };
  },
  waiverIsNear: (_context, env) => {
    const then = said(
      '到这一天仍未办结，同一张督办单再次提请。',
      'If it is not done by then the same order is proposed again.',
    );
    return { reviewOn: within(env, env.policy.waivers?.maxAhead ?? 0, then) };
  },
  talkDaysFit: ({ rungAt }, { today, refs: { calendar } }) => {
    const from = calendar.dayOf(rungAt ?? 0);
    const [first, last] = [dayWords(from, today), dayWords(today, today)];
    return {
      heldOn: {
        'x-first': from,
        'x-last': today,
        'x-hint': said(
          `提请约谈之日（${first['zh-CN']}）至今天（${last['zh-CN']}）之间。`,
          `Between its proposal (${first.en}) and today (${last.en}).`,
        ),
      },
      pledgeOn: { 'x-hint': said('约谈之后的一天。', 'A day after the talk.') },
    };
  },
  dueOnWithinOrigin: ({ origin }, { today }) => {
    if (origin?.dueOn == null) return {};
    const until = dayWords(origin.dueOn, today);
    return {
      dueOn: {
        'x-last': origin.dueOn,
        'x-hint': said(
          `拆分自 ${origin.number}，不晚于其时限${until['zh-CN']}；不填按类别计算，也不晚于这一天。`,
          `Split from ${origin.number}: no later than its due date, ${until.en}, also where this is left empty.`,
        ),
      },
    };
  },
  extensionWithinLimit: (_context, { policy: { extension } }) => ({
    days: {
      maximum: extension.maxDays,
      'x-hint': said(`最多 ${extension.maxDays} 个工作日。`, `At most ${extension.maxDays} working days.`),
    },
  }),
  reviewIsAhead: (_context, { today }) => ({
    reviewOn: { 'x-first': addDays(today, 1), 'x-last': addDays(today, HOLD_AT_MOST) },
  }),
  saysOtherPlaces: (context, { policy, refs }) => {
    const { photos } = weightOf(context, policy, refs.categories);
    if (!photos) return {};
    const needed = { 'x-hint': said('核查通过须有这种照片。', 'The case is passed only with such a photograph.') };
    return { photosBefore: needed, photosAfter: needed };
  },
  checkedOnSite: (context, { policy, refs }) =>
    weightOf(context, policy, refs.categories).onSite
      ? { method: { enum: ['onSite'], 'x-hint': said('该事项须现场核查。', 'This case is checked on site.') } }
      : {},
  mayUnmarkKey: (context, env) => {
    const { test, messageZh = '', message = '' } = COURSE_RULES['mayUnmarkKey']!;
    const may = test(context, env, { isKey: false }, {});
    return may ? {} : { isKey: { 'x-hint': said(messageZh, message) } };
  },
};

/** The properties with what is said beside them. `rules` are the names of the rules that the command is guarded by in the case's workflow. */
export function withBounds(
  properties: Schema['properties'],
  rules: ReadonlySet<string>,
  context: CaseContext,
  env: Env,
): Schema['properties'] {
  const bounded = { ...properties };
  for (const [rule, bounds] of Object.entries(BOUNDS)) {
    if (!rules.has(rule)) continue;
    for (const [name, more] of Object.entries(bounds(context, env))) {
      if (bounded[name] !== undefined) bounded[name] = { ...bounded[name], ...more };
    }
  }
  return bounded;
}
