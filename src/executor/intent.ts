/** What may be handed to the executor: commands on cases and collections of new ones, in units that happen whole or not at all. */
import type { CaseContext, CaseFacts, CaseState } from '../domain/case.js';
import type { Actor, Command } from '../domain/command.js';
import type { Source, Triage } from '../domain/words.js';
import type { EventRecord } from '../engine/decide.js';
import type { LedgerNote, EncryptedRaiser, SealedLedgerRow } from '../store/cases/decision-rows.js';

/** A new case as it was heard. `caseId` is chosen by the sender, so that further steps of the same intent can name it. */
export interface Collection {
  /** Command id: the same id again answers the first collection. */
  id: string;
  caseId: string;
  actor: Actor;
  at: number;
  /** Name of the workflow; the newest version is taken. */
  workflow: string;
  title: string;
  description: string;
  source: Source;
  context: Pick<CaseContext, 'officeUnitId' | 'categoryId' | 'isKey' | 'raisedOutside' | 'raisers' | 'desk' | 'origin'>;
  facts?: Partial<Pick<CaseFacts, 'meetingId' | 'planId' | 'externalKey'>>;
  raiser?: EncryptedRaiser;
  /** Where the case comes from an imported ledger. */
  ledgerNote?: LedgerNote;
}

export type Step = { kind: 'collect'; collection: Collection } | { kind: 'command'; command: Command };

/** The end of an opinion, written with the case it leads to. */
export interface TriageRow {
  opinionId: string;
  outcome: Triage;
  caseId: string | null;
  answer: string;
  personId: string | null;
  at: number;
}

/** Steps that happen together or not at all. */
export interface Intent {
  steps: Step[];
  triages?: TriageRow[];
  /** Raisers who come into a case that is there already. */
  raisers?: { caseId: string; raiser: EncryptedRaiser }[];
  /** The row of a ledger that says all this: on record if and only if it happened, with the version at which it left its case. */
  ledgerRow?: SealedLedgerRow;
}

/** What a step did: the case afterwards, and the events of this step. */
export interface Done {
  state: CaseState;
  events: EventRecord[];
  /** True when history knew the command id already and nothing was done again. */
  repeated: boolean;
}

/** An intent of one command. */
export function commandIntent(command: Command): Intent {
  return { steps: [{ kind: 'command', command }] };
}

/** Id under which history knows a step. */
export function stepId(step: Step): string {
  return step.kind === 'collect' ? step.collection.id : step.command.id;
}

/** Commands whose payload names another case. */
const NAMES_ANOTHER = ['MERGE', 'ASK_DEPARTURE'];

/** Ids of the cases an intent changes or asks about, those it collects left out. */
export function caseIds(intent: Intent): string[] {
  const made = new Set(intent.steps.flatMap((step) => (step.kind === 'collect' ? [step.collection.caseId] : [])));
  const named = intent.steps.flatMap((step) => {
    if (step.kind === 'collect') return [];
    const target = NAMES_ANOTHER.includes(step.command.type) ? step.command.payload['caseId'] : undefined;
    return typeof target === 'string' ? [step.command.caseId, target] : [step.command.caseId];
  });
  return [...new Set(named)].filter((id) => !made.has(id));
}

/** What tells a repeat from a different command under the same id; the raiser's data stay out of it. */
export function stepContent(step: Step): unknown {
  if (step.kind === 'command') {
    const { type, caseId, actor, payload, absentId } = step.command;
    return { type, caseId, by: actor.userId, payload, ...(absentId === undefined ? {} : { absentId }) };
  }
  const { workflow, title, description, source, context, facts, actor } = step.collection;
  return { type: 'COLLECT', by: actor.userId, workflow, title, description, source, context, facts };
}

/** The other case that a command is about: the one it names, or the one that its departure was to go into. */
export function otherCase({ type, payload }: Command, { context }: CaseState): string | undefined {
  const named = payload['caseId'];
  if (typeof named === 'string') return named;
  return type === 'GRANT_DEPARTURE' ? (context.departure?.caseId ?? undefined) : undefined;
}
