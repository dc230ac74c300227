/** Plays the stored histories of a workflow through a draft of it and counts what would have been different; nothing is written. */
import type { Day } from '../domain/day.js';
import { addDays } from '../domain/day.js';
import { outlineOf, type Outline } from '../engine/history-outline.js';
import { simulateCase, type Past, type PastCase, type Played } from '../engine/simulate-case.js';
import type { ReferenceData } from '../engine/env.js';
import type { Workflow, Workflows } from '../engine/workflow.js';
import type { PastStore } from '../store/cases/past.store.js';
import type { PeopleStore } from '../store/people/people.store.js';
import {
  addDifferences,
  addOutlines,
  differingCase,
  emptySimulation,
  type DifferingCase,
  type Simulation,
} from './simulation.js';
import { peopleOfThen } from './past-people.js';

/** What a simulation reads. */
export interface Source {
  past: PastStore;
  people: Pick<PeopleStore, 'heldPosts'>;
  workflows: Workflows;
  refs: ReferenceData;
}

export interface Wanted {
  draft: Workflow;
  /** First and last day. */
  from: Day;
  to: Day;
  /** Epoch milliseconds. */
  now: number;
  /** At most so many cases are played; of more, so many that lie evenly over the time. */
  most: number;
  /** At most so many differing cases are kept for the answer. */
  list: number;
  /** Told of every differing case, also of those beyond `list`. */
  onCase?: (differing: DifferingCase) => void;
  /** Asked between chunks; true: the simulation ends with what it has. */
  isOver?: () => boolean;
}

/** Cases that are read at once. */
const CHUNK = 100;
const CASES_A_TURN = 10;

/** What would have been different from the first to the last day, had all cases of the workflow been under the draft from their first day.
 *  Memory does not grow with the number of cases; between chunks other work of the process has its turn. */
export async function simulate({ past, people, workflows, refs }: Source, wanted: Wanted): Promise<Simulation> {
  const { draft, from, to, now, most, list, onCase, isOver } = wanted;
  const { calendar } = refs;
  const all = await past.openBetween(draft.name, from, to);
  const ids = isOver === undefined && all.length <= most ? all : spread(all).slice(0, most);
  const told = emptySimulation(from, to, all.length);
  const ofThen: Past = {
    refs,
    actorOf: peopleOfThen(await people.heldPosts()),
    until: Math.min(now, calendar.startOf(addDays(to, 1)) - 1),
    today: calendar.dayOf(now),
  };
  for (let done = 0; done < ids.length && isOver?.() !== true; done += CHUNK) {
    const chunk = ids.slice(done, done + CHUNK);
    const cases = await past.cases(chunk);
    told.unread += chunk.length - cases.length;
    for (const [at, one] of cases.entries()) {
      // A case takes milliseconds: others wait for a few of them, not for all of a chunk.
      if (at % CASES_A_TURN === 0) await new Promise((turn) => setImmediate(turn));
      const differing = played(told, ofThen, one, draft, workflows, { from, to });
      if (differing === undefined) continue;
      told.differing += 1;
      onCase?.(differing);
      if (told.cases.length < list) told.cases.push(differing);
    }
  }
  told.refused.sort((a, b) => b.cases - a.cases);
  told.cases.sort((a, b) => (a.number < b.number ? -1 : 1));
  return told;
}

/** The list in an order of which any beginning lies evenly over the whole: multiples of the golden ratio fill a span so. */
function spread(ids: readonly string[]): string[] {
  const place = (at: number): number => (at * 0.6180339887498949) % 1;
  return ids
    .map((id, at) => ({ id, place: place(at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** Counts one case; answers how it differs, undefined where it does not. */
function played(
  told: Simulation,
  past: Past,
  one: PastCase,
  draft: Workflow,
  workflows: Workflows,
  days: { from: Day; to: Day },
): DifferingCase | undefined {
  const { calendar } = past.refs;
  told.played += 1;
  let would: Played;
  try {
    would = simulateCase(past, one, draft);
  } catch (error) {
    told.failed.push({ caseId: one.id, number: one.facts.number, error: (error as Error).message });
    return undefined;
  }
  for (const error of would.failed) told.failed.push({ caseId: one.id, number: one.facts.number, error });
  const outline = (events: Parameters<typeof outlineOf>[0]): Outline =>
    outlineOf(events, calendar, { ...days, until: would.comparable });
  const drafted = outline(would.events);
  let real = outline(one.lines);
  const within = would.differences.filter(({ at }) => calendar.dayOf(at) >= days.from);
  let differs = within.length > 0 || !isSame(real, drafted);
  if (differs) {
    // Played under its own workflow a history comes out as it was, unless the calendar was changed in between.
    const own = outline(simulateCase(past, one, firstOf(one, workflows), (ref) => workflows.pinned(ref)).events);
    if (!isSame(own, real)) told.recounted += 1;
    real = own;
    differs = within.length > 0 || !isSame(real, drafted);
  }
  addOutlines(told, real, drafted);
  addDifferences(told, within);
  return differs ? differingCase(one.id, one.facts.number, real, drafted, within) : undefined;
}

/** The workflow under which the case was collected. */
function firstOf({ lines, workflow }: PastCase, workflows: Workflows): Workflow {
  const moved = lines.find(({ before }) => before.workflow !== undefined);
  return workflows.pinned(moved?.before.workflow ?? workflow);
}

const isSame = (a: Outline, b: Outline): boolean => JSON.stringify(a) === JSON.stringify(b);
