/** What the clerk decides about an opinion, as it is typed, and as it is sent. */
import type { components } from '../../api/schema.js';
import { newId } from '../../outbox/new-id.js';
import type { Opinion } from './meeting.js';

type Line = components['schemas']['TriageLineInput'];
export type Action = Line['action'];

/** In the order in which they are offered; their keys are 1 to 4. */
export const ACTIONS: readonly Action[] = ['adopt', 'merge', 'answer', 'decline'];

export interface Decision {
  /** Made here, so that a decision sent twice happens once. */
  id: string;
  /** Empty: not decided yet. */
  action: Action | '';
  unitId: string;
  unit: string;
  categoryId: string;
  category: string;
  dueOn: string;
  isKey: boolean;
  caseId: string;
  case: string;
  reply: string;
  reason: string;
}

/** Nothing decided; the category is the one the opinion was logged under. */
export const undecided = ({ categoryId }: Pick<Opinion, 'categoryId'>): Decision => ({
  id: newId(),
  action: '',
  unitId: '',
  unit: '',
  categoryId: categoryId ?? '',
  category: '',
  dueOn: '',
  isKey: false,
  caseId: '',
  case: '',
  reply: '',
  reason: '',
});

export type Needed = 'unit' | 'category' | 'case' | 'reply' | 'reason';

/** The fields without which the decision cannot be sent; empty when it is complete. */
export function missingIn(one: Decision): Needed[] {
  switch (one.action) {
    case 'adopt':
      return [
        ...(one.unitId === '' ? (['unit'] as const) : []),
        ...(one.categoryId === '' ? (['category'] as const) : []),
      ];
    case 'merge':
      return one.caseId === '' ? ['case'] : [];
    case 'answer':
      return one.reply.trim() === '' ? ['reply'] : [];
    case 'decline':
      return one.reason.trim() === '' ? ['reason'] : [];
    default:
      return [];
  }
}

/** The line that is sent for a complete decision. Without a due day the service computes it from workflow and category. */
export function lineOf(opinionId: string, one: Decision): Line {
  const { id, action } = one;
  const fields = {
    adopt: {
      leadUnitId: one.unitId,
      categoryId: one.categoryId,
      ...(one.dueOn === '' ? {} : { dueOn: one.dueOn }),
      ...(one.isKey ? { isKey: true } : {}),
    },
    merge: { caseId: one.caseId },
    answer: { reply: one.reply.trim() },
    decline: { reason: one.reason.trim() },
  };
  return { opinionId, action: action as Action, id, ...fields[action as Action] };
}
