/** A case while it is being typed, and what of it is sent. */
import type { components } from '../../api/schema.js';
import { newId } from '../../outbox/new-id.js';
import { USUAL } from '../../reference-data/tracks.js';

type CollectInput = components['schemas']['CollectInput'];
export const SOURCES = [
  'hotline',
  'openDoor',
  'chatGroup',
  'inspection',
  'selfCheck',
  'visit',
  'lookBack',
  'meeting',
] as const satisfies readonly CollectInput['source'][];
/** Whether somebody outside raised it, and who may learn their name. */
export const RAISED = ['named', 'confidential', 'anonymous', 'nobody'] as const;

export interface DraftCase {
  /** Made here, so that a case sent twice is collected once. */
  id: string;
  title: string;
  description: string;
  source: CollectInput['source'] | '';
  categoryId: string;
  /** The number elsewhere; absent in what an earlier version kept. */
  externalNumber?: string;
  /** Name of the workflow, which is the track; absent in what an earlier version kept. */
  workflow?: string;
  isKey: boolean;
  raised: (typeof RAISED)[number];
  name: string;
  contact: string;
}

/** An empty one with an id of its own; `source`: that of the one before, since calls come one after the other. */
export const blankCase = (source: DraftCase['source'] = ''): DraftCase => ({
  id: newId(),
  title: '',
  description: '',
  source,
  categoryId: '',
  externalNumber: '',
  workflow: USUAL,
  isKey: false,
  raised: 'named',
  name: '',
  contact: '',
});

/** Fields that must be filled and are not, in the order in which they stand. */
export const missingOf = (draft: DraftCase): (keyof DraftCase)[] =>
  (['title', 'description', 'source', 'categoryId'] as const).filter((name) => draft[name].trim() === '');

/** An anonymous one leaves neither name nor contact. */
export const leavesName = ({ raised }: Pick<DraftCase, 'raised'>): boolean =>
  raised === 'named' || raised === 'confidential';

/** The body of the call. Name and contact go along only where somebody gave them. */
export function bodyOf({
  id,
  title,
  description,
  source,
  categoryId,
  workflow = USUAL,
  isKey,
  externalNumber = '',
  ...draft
}: DraftCase): CollectInput {
  const [name, contact] = [draft.name.trim(), draft.contact.trim()];
  const raiser = {
    anonymous: draft.raised === 'anonymous',
    ...(draft.raised === 'confidential' ? { confidential: true } : {}),
    ...(leavesName(draft) && name !== '' ? { name } : {}),
    ...(leavesName(draft) && contact !== '' ? { contact } : {}),
  };
  return {
    id,
    title: title.trim(),
    description: description.trim(),
    source: source as CollectInput['source'],
    categoryId,
    workflow,
    isKey,
    ...(externalNumber.trim() === '' ? {} : { externalNumber: externalNumber.trim() }),
    ...(draft.raised === 'nobody' ? {} : { raiser }),
  };
}
