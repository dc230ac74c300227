/** The last thing that happens in the invented year: a key case comes into its public notice 公示, so that whoever opens the page finds one. */
import { substateOf, type CaseState } from '../domain/case.js';
import type { Act, Traits } from './traits.js';

const isAtWork = ({ value, workflow, context }: CaseState): boolean =>
  workflow.version > 1 && substateOf(value) === 'rectifying' && context.raisedOutside && context.departure == null;

/** The case that is brought there: one that is in time and was raised by one person outside, a key case where there is one. None where one is shown already. */
export function nextToBeShown(cases: readonly CaseState[]): CaseState | undefined {
  if (cases.some(({ value }) => substateOf(value) === 'notice')) return undefined;
  const fitting = cases.filter(
    (one) => isAtWork(one) && one.context.rung === null && one.context.raisers === undefined,
  );
  return fitting.find(({ context }) => context.isKey) ?? fitting[0];
}

/** What its people do in one afternoon. */
export function towardsNotice({ context }: CaseState, { measure, lasting }: Traits): Act[] {
  const listed: Act = {
    who: 'leader',
    type: 'CORRECT',
    payload: { isKey: true, reason: '多人反映、影响面大，列为重点问题' },
  };
  const check: Act = {
    who: 'supervisor',
    type: 'PASS',
    payload: { method: 'onSite', note: '已到现场核查，与申报一致' },
  };
  return [
    ...(context.isKey ? [] : [listed]),
    {
      who: 'handler',
      type: 'SUBMIT',
      payload: { measure, lastingMeasure: lasting, otherPlaces: '已排查辖区同类点位 6 处，发现 1 处并一并整改' },
      shows: ['photosBefore', 'photosAfter'],
    },
    check,
    { ...check, payload: { ...check.payload, noticeText: `${measure}。现场核查已完成整改。` } },
    {
      who: 'visitor',
      type: 'RECORD_VISIT',
      payload: {
        method: 'door',
        outcome: 'fixed',
        satisfaction: 'satisfied',
        note: '反映人确认问题已解决',
      },
    },
  ];
}
