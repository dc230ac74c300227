/** Fates that are shared: what a step says to the cases that are resolved with this one, and how a case comes to be one of them. */
import type { CaseContext } from '../domain/case.js';
import { wasEverAssigned } from '../domain/departing.js';
import { isPart, resolvedOnOf, wholeOf } from '../domain/fates.js';
import { checkedBy } from '../domain/weight.js';
import type { Env, Payload } from './env.js';
import { text, texts } from './env.js';
import type { Follow } from './message.js';

/** The command by which a case hears of another whose fate it shares; sent by the system only, and no chart takes it. */
export const SHARE_FATE = 'SHARE_FATE';

/** Tells every case that shares it where the step changed whether, and when, this one was resolved. */
export function fatesTold(before: CaseContext, after: CaseContext, { caseId, facts }: Env): Follow[] {
  if (after.bound === undefined && !isPart(after)) return [];
  const resolvedOn = resolvedOnOf(after);
  if (resolvedOn === resolvedOnOf(before)) return [];
  const tell = (to: string, kind: 'target' | 'part'): Follow => ({
    kind: 'follow',
    caseId: to,
    type: SHARE_FATE,
    payload: { caseId, number: facts.number, kind, ...(resolvedOn === null ? {} : { resolvedOn }) },
  });
  const whole = wholeOf(after);
  return [
    ...(after.bound ?? []).map((to) => tell(to, 'target')),
    ...(whole === undefined ? [] : [tell(whole, 'part')]),
  ];
}

/** What the case into which this one is merged is told with the join: the key mark and the categories by whose weight this one was to be checked, that it
 *  shares that case's fate from now on, and that it comes back to the whole. Only the mark of a case that nobody was ever given: it is in no strict rate. */
export function fateJoined(context: CaseContext, into: string): Payload {
  const mark = context.isKey ? { isKey: true } : {};
  if (!wasEverAssigned(context) && !isPart(context)) return mark;
  return {
    ...mark,
    categoryIds: checkedBy(context),
    sharesFate: true,
    ...(context.origin?.kind === 'split' && context.origin.caseId === into ? { cameBack: true } : {}),
  };
}

/** The record after a join: checked as heavily as what came, and bound to it where that shares its fate. As it is after anything else. */
export function boundBy(present: CaseContext, type: string, payload: Payload): CaseContext {
  if (type !== 'JOIN') return present;
  const brought = texts(payload, 'categoryIds').filter((id) => !checkedBy(present).includes(id));
  const context = {
    ...present,
    ...(payload['isKey'] === true ? { isKey: true } : {}),
    ...(brought.length > 0 ? { formerCategoryIds: [...(present.formerCategoryIds ?? []), ...brought] } : {}),
  };
  if (payload['sharesFate'] !== true) return context;
  const caseId = text(payload, 'fromCaseId');
  const bound = [...new Set([...(context.bound ?? []), caseId])];
  if (payload['cameBack'] !== true) return { ...context, bound };
  const others = (context.fates ?? []).filter((fate) => fate.kind !== 'part' || fate.caseId !== caseId);
  return { ...context, bound, fates: [...others, { kind: 'part', caseId, resolvedOn: null, cameBack: true }] };
}
