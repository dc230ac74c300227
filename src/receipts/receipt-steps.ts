/** The way of a case as its raiser reads it: what was done on which day, and what may be expected when. Pure, for every version of a workflow. */
import { stageOf } from '../domain/case.js';
import { fullDay } from '../domain/clock-words.js';
import type { Day } from '../domain/day.js';
import { isOpenWord } from '../domain/raiser-words.js';
import { answerOf, raisersOf } from '../domain/raisers.js';
import { hasResult, unsolvedUntil } from '../engine/hear.js';
import { labels, type Labels } from '../engine/fields.js';
import type { ReferenceData } from '../engine/env.js';
import { mainWait } from '../engine/waits-for.js';
import type { MainWait } from '../domain/waits.js';
import type { Outcome } from '../domain/words.js';
import type { OpenReceipt } from './receipt-case.js';
import type { ReceiptNext, ReceiptStep, StepKey } from './receipts.dto.js';

type Of = Pick<OpenReceipt, 'state' | 'workflow' | 'raiserId' | 'today'>;

const ENDED: Readonly<Record<Outcome, Labels>> = {
  resolved: labels('已办结（销号）', 'Closed as resolved'),
  disputed: labels('意见没有谈拢，经领导签批办结', 'Closed by a leader although you and the office disagree'),
  unverified: labels('多次没有联系上您，已办结', 'Closed after you could not be reached'),
  rejected: labels('不予采纳', 'Not taken up'),
  merged: labels('并入另一事项', 'Merged into another case'),
  withdrawn: labels('已撤回', 'Withdrawn'),
};

const LOOKED_INTO = labels(
  '您表示没有解决，督导组正在核实',
  'You said that it is not solved; the supervisors are looking into it',
);

/** The steps in their order; those that lie ahead have no day, and a case that ended another way has none of those. */
export function stepsOf({ state, raiserId }: Of, { calendar, units }: ReferenceData): ReceiptStep[] {
  const { context, facts, value } = state;
  const unit = units.get(context.leadUnitId ?? '')?.name;
  const stage = stageOf(value);
  const isChecked = hasResult(state);
  const round = isChecked ? context.rounds.at(-1) : undefined;
  const raiser = raisersOf(context).includes(raiserId) ? raiserId : '';
  const assignedOn = context.assignedAt === null ? null : calendar.dayOf(context.assignedAt);
  const steps: [StepKey, Day | null, Labels][] = [
    ['raised', facts.collectedOn, labels('已登记', 'Taken down')],
    [
      'assigned',
      stage === 'collected' ? null : assignedOn,
      unit === undefined ? labels('交给承办单位', 'Given to a unit') : labels(`交给${unit}办理`, `Given to ${unit}`),
    ],
    ['fixed', context.submittedOn, labels('承办单位报告已整改', 'The unit reports it fixed')],
    ['checked', round?.from ?? null, labels('由别的部门核查通过', 'Checked by somebody else')],
    [
      'visited',
      round === undefined ? null : answerOf(round, context, raiser).answeredOn,
      labels('回访您本人', 'You are asked'),
    ],
    ['closed', context.closedOn, context.outcome === null ? labels('办结', 'Closed') : ENDED[context.outcome]],
  ];
  const isOver = context.outcome !== null;
  return steps.flatMap(([key, on, label]) =>
    (isOver && on === null) || (key === 'visited' && !context.raisedOutside) ? [] : [{ key, on, labels: label }],
  );
}

/** By when `deed` is expected; nothing where no day lies ahead. */
const by = (day: Day | null, deed: string): { zh: string; en: string } =>
  day === null
    ? { zh: '', en: '' }
    : { zh: `，预计${fullDay(day)['zh-CN']}前${deed}`, en: `, expected by ${fullDay(day).en}` };

/** Where it stands, and what comes next by when. */
export function nextOf({ state, workflow, raiserId, today }: Of, { calendar, units }: ReferenceData): ReceiptNext {
  const { context } = state;
  const wait = mainWait(state, workflow.policy, calendar);
  if (wait === null) {
    const said = (context.heard?.words ?? []).filter((word) => word.raiserId === raiserId && word.kind === 'unsolved');
    if (said.some((word) => isOpenWord(word, context))) return { by: null, labels: LOOKED_INTO };
    const isSaid = said.some(({ relapses }) => relapses === context.relapses);
    return afterwards({ context, until: isSaid ? null : unsolvedUntil(context, workflow), today });
  }
  const unit = units.get(context.leadUnitId ?? '')?.name ?? '';
  const isLate = context.mode === 'running' && context.dueOn !== null && today > context.dueOn;
  const day = wait.by >= today ? wait.by : null;
  return {
    by: isLate ? null : expected(wait.kind, day, context.dueOn),
    labels: sentence(wait.kind, unit, day, context.dueOn, isLate),
  };
}

const OF_UNIT: readonly MainWait[] = ['sign', 'work', 'reply', 'replyLeader', 'promise'];

/** Of work the day until which it is due; else by when the next deed is to be done. */
const expected = (kind: MainWait, day: Day | null, dueOn: Day | null): Day | null =>
  OF_UNIT.includes(kind) && kind !== 'sign' ? dueOn : day;

/** What is expected by the day of a wait, where it is more than a result. */
const DEED: Readonly<Partial<Record<MainWait, string>>> = {
  triage: '交办',
  triageManner: '交办',
  sign: '签收',
  review: '再次研究',
  visit: '完成',
  look: '完成',
  signClosing: '签批',
};

function sentence(kind: MainWait, unit: string, day: Day | null, dueOn: Day | null, isLate: boolean): Labels {
  const when = by(day, DEED[kind] ?? '有结果');
  const due = dueOn === null ? labels('', '') : fullDay(dueOn);
  switch (kind) {
    case 'triage':
    case 'triageManner':
      return labels(`正在研究交给哪个单位办理${when.zh}`, `It is being decided which unit takes it${when.en}`);
    case 'sign':
      return labels(`已交给${unit}，等待签收${when.zh}`, `Given to ${unit}, which is to accept it${when.en}`);
    case 'work':
    case 'reply':
    case 'replyLeader':
    case 'promise':
      return isLate
        ? labels(
            `${unit}正在整改，已超过时限（${due['zh-CN']}），正在督办`,
            `${unit} is working on it; it was due on ${due.en} and is being pressed for`,
          )
        : labels(`${unit}正在整改，时限 ${due['zh-CN']}`, `${unit} is working on it, due on ${due.en}`);
    case 'verify':
      return labels(
        `承办单位报告已整改，正在核查${when.zh}`,
        `The unit reports it fixed; this is being checked${when.en}`,
      );
    case 'review':
      return labels(
        `条件还不具备，暂缓办理${when.zh}`,
        `It cannot be solved yet and is on hold until it is looked at again${when.en}`,
      );
    case 'visit':
      return labels(
        `核查已通过，工作人员将联系您回访${when.zh}`,
        `The fix passed its check; you will be asked whether it is solved${when.en}`,
      );
    case 'look':
      return labels(
        `核查已通过，将到现场查看${when.zh}`,
        `The fix passed its check; somebody will look on site${when.en}`,
      );
    case 'closeUnverified':
      return labels(
        '核查已通过，多次没有联系上您，请与整改办联系',
        'The fix passed its check; you could not be reached: please speak to the office',
      );
    case 'signClosing':
      return labels(`等待领导签批办结${when.zh}`, `A leader is to sign the closing${when.en}`);
    case 'notice':
      return day === null
        ? labels('公示期满，等待办结', 'The public notice is over; it will be closed')
        : labels(
            `结果正在公示，到${fullDay(day)['zh-CN']}为止，不同意可以提出异议`,
            `The result is shown in public until ${fullDay(day).en}; if you disagree, object`,
          );
    default:
      return labels(
        `有人提出异议，督导组正在处理${when.zh}`,
        `Somebody objected; the supervisors are deciding${when.en}`,
      );
  }
}

function afterwards({
  context,
  until,
  today,
}: {
  context: OpenReceipt['state']['context'];
  until: Day | null;
  today: Day;
}): ReceiptNext {
  const ended = context.outcome === null ? labels('办结', 'Closed') : ENDED[context.outcome];
  if (until === null)
    return {
      by: null,
      labels: labels(`${ended['zh-CN']}。如有疑问可在下面提问`, `${ended.en}. If you have a question, ask below`),
    };
  return today > until
    ? {
        by: null,
        labels: labels(
          `${ended['zh-CN']}。“未解决”的提出期限（${fullDay(until)['zh-CN']}）已过，如仍有问题请重新反映`,
          `${ended.en}. The time to say “not solved” ended on ${fullDay(until).en}: please raise it again`,
        ),
      }
    : {
        by: until,
        labels: labels(
          `${ended['zh-CN']}。如果没有解决，${fullDay(until)['zh-CN']}前可以告诉我们`,
          `${ended.en}. If it is not solved, tell us by ${fullDay(until).en}`,
        ),
      };
}
