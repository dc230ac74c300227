/** What a decision may look at besides the case: the moment, the actor, the calendar, the tree; handed to XState inside the event. */
import type { Calendar } from '../domain/calendar.js';
import type { CaseContext, CaseFacts } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { addDays, type Day } from '../domain/day.js';
import type { Category, Policy } from '../domain/policy.js';
import type { UnitTree } from '../domain/units.js';
import { holds } from '../domain/visibility.js';
import type { Stage } from '../domain/words.js';

/** Reference data that changes seldom; one immutable object per version of it. */
export interface ReferenceData {
  calendar: Calendar;
  units: UnitTree;
  categories: ReadonlyMap<string, Category>;
}

/** The organisation tree as it stood at the end of the day; from `today` on as it stands, whatever clock its changes were made by. */
export function unitsOn(
  { calendar, units }: Pick<ReferenceData, 'calendar' | 'units'>,
  day: Day,
  today: Day,
): UnitTree {
  return day >= today ? units : units.before(calendar.startOf(addDays(day, 1)));
}

/** What a rule may know of another case, e.g. the target of a merge. */
export interface RelatedCase {
  id: string;
  number: string;
  stage: Stage;
  /** The office that owns it: whoever merges into it must be of that office too. */
  officeUnitId: string | null;
}

export interface Env {
  at: number;
  today: Day;
  caseId: string;
  facts: CaseFacts;
  actor: Actor;
  policy: Policy;
  refs: ReferenceData;
  related: ReadonlyMap<string, RelatedCase>;
  /** Names of the rules that failed while XState looked for a transition, in order; the first one is the refusal. */
  failed: string[];
}

export type Payload = Readonly<Record<string, unknown>>;

/** The event XState sees: the command's type and payload, and the environment of the decision. */
export interface EngineEvent {
  type: string;
  payload: Payload;
  env: Env;
}

/** Static parameters a workflow file gives to a guard or an action. */
export type Params = Readonly<Record<string, unknown>>;

/** A text of the payload; the command's schema has checked that it is one. */
export function text(payload: Payload, key: string): string {
  const value = payload[key];
  return typeof value === 'string' ? value : '';
}

/** A list of texts of the payload; empty where it is absent. */
export function texts(payload: Payload, key: string): string[] {
  const value = payload[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** A whole number of the payload, or undefined where it is absent. */
export function whole(payload: Payload, key: string): number | undefined {
  const value = payload[key];
  return typeof value === 'number' ? value : undefined;
}

/** The case that one may be merged into: open, another, and of an office where the actor may merge. One of another office is as good as none:
 *  whether it exists is not told. */
export function mergeTarget(id: string | null, { related, actor, refs, caseId }: Env): RelatedCase | undefined {
  const target = related.get(id ?? '');
  const isOwn = holds(actor, ['clerk', 'leader'], target?.officeUnitId ?? null, refs.units);
  return isOwn && target?.id !== caseId && target?.stage !== 'closed' ? target : undefined;
}

/** The context a named guard, change or delay reads. */
export type Read<T> = (context: CaseContext, env: Env, payload: Payload, params: Params) => T;
