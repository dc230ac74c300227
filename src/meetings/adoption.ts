/** What adopting and merging an opinion hands to the executor: the case and the end of the opinion, both or neither. */
import { v5 as derived } from 'uuid';
import { SYSTEM, type Actor } from '../domain/command.js';
import type { CaseState } from '../domain/case.js';
import { titleOf } from '../domain/title-of.js';
import type { Intent, TriageRow } from '../executor/intent.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import type { OpinionToTriage } from '../store/meetings/opinion.store.js';
import type { AdoptInput } from './triage.dto.js';

interface Triaging {
  /** Command id, from the client or made here. */
  id: string;
  actor: Actor;
  opinion: OpinionToTriage;
  at: number;
}

const row = ({ actor, opinion, at }: Triaging, outcome: TriageRow['outcome'], caseId: string): TriageRow => ({
  opinionId: opinion.id,
  outcome,
  caseId,
  answer: '',
  personId: actor.userId,
  at,
});

/** Collects the case under the command's own id, assigns it and ends the opinion. The raiser is the participant, encrypted. */
export function adoption(triaging: Triaging, input: AdoptInput, raiser: EncryptedRaiser): Intent {
  const { id, actor, opinion, at } = triaging;
  const { title, workflow = 'rectification', leadUnitId, categoryId, isKey = false } = input;
  const { supportingUnitIds, dueOn, milestones } = input;
  const assignment = {
    leadUnitId,
    categoryId,
    isKey,
    ...(supportingUnitIds === undefined ? {} : { supportingUnitIds }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(milestones === undefined
      ? {}
      : { milestones: milestones.map((one) => ({ name: one.name, dueOn: one.dueOn })) }),
  };
  return {
    steps: [
      {
        kind: 'collect',
        collection: {
          id,
          caseId: id,
          actor,
          at,
          workflow,
          title: title ?? titleOf(opinion.text),
          description: opinion.text,
          source: 'meeting',
          context: { officeUnitId: opinion.officeUnitId, categoryId, isKey, raisedOutside: true },
          facts: { meetingId: opinion.meetingId },
          raiser,
        },
      },
      {
        kind: 'command',
        command: { id: derived('ASSIGN', id), type: 'ASSIGN', caseId: id, actor, at, payload: assignment },
      },
    ],
    triages: [row(triaging, 'adopted', id)],
  };
}

/** Tells the case that one more person raised it, and ends the opinion. `raiser`: who comes in with it, where they are not among its raisers yet.
 *  It rests on the stage of `into`, so that nobody joins a case that was closed a moment before. */
export function joining(triaging: Triaging, into: CaseState, raiser: EncryptedRaiser | undefined): Intent {
  const { id, opinion, at } = triaging;
  const { id: caseId, version: expectedVersion } = into;
  const payload = { opinionId: opinion.id, ...(raiser === undefined ? {} : { raisers: [raiser.id] }) };
  return {
    steps: [{ kind: 'command', command: { id, type: 'JOIN', caseId, actor: SYSTEM, at, payload, expectedVersion } }],
    triages: [row(triaging, 'merged', caseId)],
    ...(raiser === undefined ? {} : { raisers: [{ caseId, raiser }] }),
  };
}

/** Id under which whoever said the opinion raises the case: the same however often they speak of it. */
export const raiserIdOf = (opinion: OpinionToTriage, caseId: string): string =>
  derived(opinion.participant?.id ?? opinion.id, caseId);
