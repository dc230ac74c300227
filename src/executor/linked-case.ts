/** Cases that come out of another one: a complaint about manner, the parts of a split. */
import { v5 } from 'uuid';
import { SYSTEM } from '../domain/command.js';
import type { CollectLinked } from '../engine/effects.js';
import type { Collection } from './intent.js';

/** Id of the `nth` case that line `seq` of the history of `caseId` collected: always the same, so that whoever reads the line finds the case. */
export const linkedCaseId = (caseId: string, seq: number, nth: number): string => v5(`${seq}.${nth}`, caseId);

/** The collection that the effect asks for. The system collects it, by no command of its own; the raiser stays sealed where they were. */
export function linkedCollection(
  effect: CollectLinked,
  from: { caseId: string; seq: number; at: number; workflow: string },
): Collection {
  const { caseId, seq, at, workflow } = from;
  const { nth, title, description, source, context } = effect;
  return {
    id: '',
    caseId: linkedCaseId(caseId, seq, nth),
    actor: SYSTEM,
    at,
    workflow,
    title,
    description,
    source,
    context,
  };
}
