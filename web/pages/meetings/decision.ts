/** What the clerk decides about an opinion, as it is typed, and as it is sent. */
import type { components } from '../../api/schema.js';
import { newId } from '../../outbox/new-id.js';
import { USUAL } from '../../reference-data/tracks.js';
import type { Opinion } from './meeting.js';

type Line = components['schemas']['TriageLineInput'];
export type Action = Line['action'];

/** In the order in which they are offered; their keys are 1 to 4. */
export const ACTIONS: readonly Action[] = ['adopt', 'merge', 'answer', 'decline'];

export interface Milestone {
  name?: string;
  dueOn?: string;
}

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
  /** Name of the workflow, which is the track. */
  workflow: string;
  /** True where the track needs milestones; they then take the place of a due day. */
  staged: boolean;
  milestones: Milestone[];
  supportingIds: string[];
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
  workflow: USUAL,
  staged: false,
  milestones: [],
  supportingIds: [],
  isKey: false,
  caseId: '',
  case: '',
  reply: '',
  reason: '',
});

export type Needed = 'unit' | 'category' | 'milestones' | 'case' | 'reply' | 'reason';

/** The fields without which the decision cannot be sent; empty when it is complete. */
export function missingIn(one: Decision): Needed[] {
  switch (one.action) {
    case 'adopt':
      return [
        ...(one.unitId === '' ? (['unit'] as const) : []),
        ...(one.categoryId === '' ? (['category'] as const) : []),
        ...(one.staged && !hasMilestones(one) ? (['milestones'] as const) : []),
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

/** At least one milestone, each with its name and a day after the one before. */
function hasMilestones({ milestones }: Decision): boolean {
  return (
    milestones.length > 0 &&
    milestones.every(
      ({ name = '', dueOn = '' }, at) =>
        name.trim() !== '' && dueOn !== '' && dueOn > (milestones[at - 1]?.dueOn ?? ''),
    )
  );
}

/** A decision kept by an earlier version of the page lacks what that version did not know. */
export const completed = (kept: Decision, opinion: Pick<Opinion, 'categoryId'>): Decision => ({
  ...undecided(opinion),
  ...kept,
});

/** The line that is sent for a complete decision. Without a due day the service computes it from workflow and category. */
export function lineOf(opinionId: string, one: Decision): Line {
  const { id, action } = one;
  const fields = {
    adopt: {
      leadUnitId: one.unitId,
      categoryId: one.categoryId,
      workflow: one.workflow,
      ...(one.staged
        ? { milestones: one.milestones.map(({ name = '', dueOn = '' }) => ({ name: name.trim(), dueOn })) }
        : one.dueOn === ''
          ? {}
          : { dueOn: one.dueOn }),
      ...(one.supportingIds.length === 0 ? {} : { supportingUnitIds: one.supportingIds }),
      ...(one.isKey ? { isKey: true } : {}),
    },
    merge: { caseId: one.caseId },
    answer: { reply: one.reply.trim() },
    decline: { reason: one.reason.trim() },
  };
  return { opinionId, action: action as Action, id, ...fields[action as Action] };
}
