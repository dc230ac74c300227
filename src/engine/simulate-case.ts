/** Plays the real history of a case through another workflow: the same people do the same at the same moments, and only the rules differ. */
import type { CaseContext, CaseFacts, CaseState, StateValue, WorkflowRef } from '../domain/case.js';
import { freshContext, stageOf, substateOf } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import { STAGE_WORDS } from '../domain/vocabulary/case-words.js';
import type { Stage } from '../domain/words.js';
import { advance, collect, decide, type Decision, type EventRecord } from './decide.js';
import { unitsOn, type ReferenceData, type RelatedCase } from './env.js';
import { SHARE_FATE } from './fate-effects.js';
import { MIGRATE, migrateCase } from './migrate-case.js';
import { hear } from './hear.js';
import { RECEIPT_COMMANDS } from './receipt-commands.js';
import { TAKE_BACK, takeBack } from './take-back.js';
import { UNDO_IMPORT, undoImport } from './undo-import.js';
import { shareFate } from './share-fate.js';
import type { Workflow } from './workflow.js';

/** A case as it was collected, and every line of its history. */
export interface PastCase {
  id: string;
  facts: CaseFacts;
  /** The version it is on now. */
  workflow: WorkflowRef;
  lines: readonly EventRecord[];
}

/** What a simulation looks at besides the case. */
export interface Past {
  refs: ReferenceData;
  /** Who the sender of a line was at that moment: unit and roles of then. */
  actorOf: (line: EventRecord) => Actor;
  /** Epoch milliseconds: nothing later is played. */
  until: number;
  /** The day on which it is simulated, by which units of the past are known. */
  today: Day;
}

/** A step that was taken and would be refused, or would lead to another stage. */
export interface Difference {
  type: string;
  at: number;
  /** Code and words of the refusal; `simulation.elsewhere` where the step would be taken and lead elsewhere. */
  code: string;
  message: string;
  messageZh: string;
  /** True where the case really closed by it. */
  closes: boolean;
}

/** What playing came to. */
export interface Played {
  /** Lines of the simulated history, the first one included. */
  events: EventRecord[];
  context: CaseContext;
  differences: Difference[];
  /** The last moment at which the two histories can be held against each other: right before the first difference in where the case
   *  is, since nobody can know what people would have done then; else `until`. */
  comparable: number;
  /** Timers that fail under the workflow: its fault. */
  failed: string[];
}

/** The case as it would have become under `workflow`. Lines of the clock are left out, since the clock speaks for itself; so are moves to
 *  another version, unless `versions` knows them and the real workflow is played. */
export function simulateCase(
  past: Past,
  { id, facts, lines }: PastCase,
  workflow: Workflow,
  versions?: (ref: WorkflowRef) => Workflow,
): Played {
  const first = lines[0];
  if (first === undefined) throw new Error('a case without history cannot be played');
  const real: Real = { value: '', outcome: null };
  follow(real, first);
  let current = workflow;
  const born = collect(current, unborn(id, facts, first, current), commandOf(id, first, past), refsAt(past, first.at));
  const played: Played = {
    events: [...born.events],
    context: born.state.context,
    differences: [],
    comparable: past.until,
    failed: [],
  };
  let { state } = born;
  const take = (decision: Decision): void => {
    ({ state } = decision);
    played.context = state.context;
    played.events.push(...decision.events);
    played.failed.push(...decision.deadLettered.map(({ error }) => error));
  };
  for (const line of lines.slice(1)) {
    if (line.at > past.until) break;
    const before = { ...real };
    follow(real, line);
    if (line.type === 'TIMER') continue;
    const refs = refsAt(past, line.at);
    const command = commandOf(id, line, past);
    if (line.type === MIGRATE) {
      if (versions === undefined) continue;
      const to = versions(line.after.workflow!);
      const moved = migrateCase(current, to, state, command, refs);
      if (moved instanceof Refused) throw moved;
      current = to;
      take(moved);
      continue;
    }
    const decided =
      line.type === SHARE_FATE
        ? shareFate(current, state, command, refs)
        : line.type === UNDO_IMPORT
          ? undoImport(current, state, { ...command, expectedVersion: state.version }, refs)
          : RECEIPT_COMMANDS[line.type] !== undefined
            ? hear(current, state, command, refs)
            : line.type === TAKE_BACK
              ? takeBack(current, state, command, refs)
              : decide(current, state, command, refs, relatedTo(line, state));
    const difference = differenceOf(line, decided, before, real);
    if (!(decided instanceof Refused)) take(decided);
    if (difference === undefined) continue;
    played.differences.push(difference);
    const isMoved = substateOf(before.value) !== substateOf(real.value);
    if (decided instanceof Refused && !isMoved) continue;
    played.comparable = line.at - 1;
    break;
  }
  if (played.comparable >= state.lastAt) {
    take(advance(current, state, played.comparable, refsAt(past, played.comparable)));
  }
  return played;
}

/** Where the real case was after a line. */
interface Real {
  value: StateValue;
  outcome: CaseContext['outcome'];
}

function follow(real: Real, { after }: EventRecord): void {
  real.value = after.value ?? real.value;
  if (after.context?.outcome !== undefined) real.outcome = after.context.outcome;
}

function differenceOf(
  line: EventRecord,
  decided: Decision | Refused,
  before: Real,
  real: Real,
): Difference | undefined {
  const { type, at } = line;
  const closes = before.outcome === null && real.outcome !== null;
  if (decided instanceof Refused) {
    // The system asks again by itself; what it is not given it does not miss.
    if (type === 'RECOMPUTE_DUE') return undefined;
    const { code, message, messageZh } = decided;
    return { type, at, code, message, messageZh, closes };
  }
  const [would, did] = [stageOf(decided.state.value), stageOf(real.value)];
  if (would === did) return undefined;
  return { type, at, code: 'simulation.elsewhere', ...elsewhere(would, did), closes };
}

function elsewhere(would: Stage, did: Stage): Pick<Difference, 'message' | 'messageZh'> {
  return {
    messageZh: `会转到“${STAGE_WORDS[would]['zh-CN']}”，实际转到“${STAGE_WORDS[did]['zh-CN']}”`,
    message: `It would lead to “${STAGE_WORDS[would].en}”, and led to “${STAGE_WORDS[did].en}”`,
  };
}

function unborn(id: string, facts: CaseFacts, first: EventRecord, workflow: Workflow): CaseState {
  const { name, version, hash } = workflow;
  const { officeUnitId, categoryId, isKey, raisedOutside } = freshContext(first.after.context ?? {});
  return {
    id,
    workflow: { name, version, hash },
    value: '',
    context: freshContext({ officeUnitId, categoryId, isKey, raisedOutside }),
    facts,
    version: 0,
    lastAt: first.at,
    timers: [],
    head: '',
  };
}

function commandOf(caseId: string, line: EventRecord, past: Past): Parameters<typeof decide>[2] {
  const { fired: _, ...payload } = line.payload;
  return {
    id: line.commandId ?? '',
    type: line.type,
    caseId,
    actor: past.actorOf(line),
    at: line.at,
    payload: line.type === MIGRATE ? payload : { ...line.payload },
  };
}

/** Units and their names as of the moment; calendar and categories say themselves what held when. */
function refsAt({ refs, today }: Past, at: number): ReferenceData {
  const units = unitsOn(refs, refs.calendar.dayOf(at), today);
  return units === refs.units ? refs : { ...refs, units };
}

/** The case that a merge named was open and of the same office, or the merge would not stand in history. */
function relatedTo({ type, payload }: EventRecord, { context }: CaseState): ReadonlyMap<string, RelatedCase> {
  const id = payload['caseId'];
  if (type !== 'MERGE' || typeof id !== 'string') return new Map();
  return new Map([[id, { id, number: '', stage: 'deadline', officeUnitId: context.officeUnitId }]]);
}
