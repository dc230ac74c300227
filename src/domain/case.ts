/** What a case is between two commands: its state, its context, its armed timers and what was collected about it. */
import type { Day } from './day.js';
import type { SinceVersion2 } from './case-since-2.js';
import type {
  OrderStatus,
  Outcome,
  EscalationLevel,
  Satisfaction,
  Source,
  Stage,
  Track,
  VisitOutcome,
} from './words.js';

/** XState's state value: `{stage: 'assigned', clock: 'onTime'}` or deeper. */
export type StateValue = string | { [region: string]: StateValue };

/** `running` counts towards the due day; `held` while a fix submitted in time is being checked; `paused` while parked. */
export type ClockMode = 'stopped' | 'running' | 'held' | 'paused';

export interface Milestone {
  name: string;
  dueOn: Day;
  doneOn: Day | null;
}

export interface OrderBrief {
  period: number;
  rung: EscalationLevel;
  status: OrderStatus;
  /** Since version 2: the day of its signature, or on which it was proposed again after a waiver; its reply window counts from there. */
  since?: Day;
}

export interface Extension {
  days: number;
  reason: string;
  askedOn: Day;
  askedBy: string | null;
  /** Set when granted: the due day before and after, and who decided. */
  grantedOn?: Day;
  grantedBy?: string | null;
  from?: Day;
  to?: Day;
}

export interface Pause {
  from: Day;
  /** Null while parked. */
  to: Day | null;
  reason: string;
  /** Working days that were left when the clock stopped; given back on resuming. */
  remaining: number;
}

/** A late period that ended (or was frozen by a submission): it stays on the record after the case closes. */
export interface Breach {
  period: number;
  dueOn: Day;
  until: Day;
  /** Working days in (dueOn, until]. */
  days: number;
  /** Since version 2: the units it is charged to, see holders.ts. */
  unitIds?: string[];
}

export interface VisitRound {
  from: Day;
  dueOn: Day;
  attempts: Day[];
  answeredOn: Day | null;
  outcome: VisitOutcome | null;
  satisfaction: Satisfaction | null;
  /** Since version 2, of a case with several raisers: how it stands with each; what is above is then said of all of them. */
  answers?: Record<string, RaiserAnswer>;
}

/** How a round of visits stands with one raiser. */
export type RaiserAnswer = Pick<VisitRound, 'attempts' | 'answeredOn' | 'outcome' | 'satisfaction'>;

/** Everything a rule may ask about a case; small, JSON, and rebuilt by replaying history. */
export interface CaseContext extends SinceVersion2 {
  leadUnitId: string | null;
  supportingUnitIds: string[];
  /** The unit whose office owns the case: the scope of the clerk who collected it. */
  officeUnitId: string | null;
  categoryId: string | null;
  isKey: boolean;
  /** Somebody outside raised it, so it closes after a visit to that person; else supervisors look on site. */
  raisedOutside: boolean;
  takenOver: boolean;

  mode: ClockMode;
  /** False for the moment between a change of the clock and the clock region settling into its new place. */
  settled: boolean;
  dueOn: Day | null;
  /** How the due day came about, so that it can be recomputed: `days` working days after `from`; null when given by hand. */
  dueBasis: { from: Day; days: number } | null;
  dueProvisional: boolean;
  /** Working days given at assignment. */
  budget: number | null;
  startedOn: Day | null;
  /** Counts the due days a case has had; each level is climbed at most once in each. */
  period: number;
  rung: EscalationLevel | null;
  /** When the present rung was climbed, epoch milliseconds. */
  rungAt: number | null;
  /** A reply, a waiver or a submission stopped the ladder of this period. */
  ladderStopped: boolean;
  submittedOn: Day | null;
  submittedInTime: boolean | null;

  assignedAt: number | null;
  acceptedAt: number | null;
  declines: number;
  returns: number;
  /** Returns since the due day was last set; two put the case on the orange rung. */
  returnsInPeriod: number;
  lastReturnOn: Day | null;
  extension: Extension | null;
  extensions: Extension[];
  pauses: Pause[];
  reviewOn: Day | null;
  breaches: Breach[];
  milestones: Milestone[] | null;
  orders: OrderBrief[];
  rounds: VisitRound[];
  relapses: number;
  reopenedOn: Day | null;
  pendingOutcome: Outcome | null;
  outcome: Outcome | null;
  closedAt: number | null;
  closedOn: Day | null;
  mergedInto: string | null;
  hasEvidence: boolean;
  /** Ids of the people who worked on the case for a unit, in the order of their first step. Follows from who sent what, so no line of
   *  history repeats it: see `workersAfter`. */
  workers: string[];
}

/** What was collected and never changes afterwards; the text stands beside the case, the raiser is encrypted elsewhere. */
export interface CaseFacts {
  number: string;
  source: Source;
  track: Track;
  collectedAt: number;
  collectedOn: Day;
  meetingId: string | null;
  planId: string | null;
  /** Key of the row in the ledger or system the case was taken over from; the same row is never taken over twice. */
  externalKey: string | null;
}

export interface WorkflowRef {
  name: string;
  version: number;
  /** SHA-256 of the workflow file's content, hex. */
  hash: string;
}

export interface Timer {
  id: string;
  /** Epoch milliseconds. */
  dueAt: number;
}

export interface CaseState {
  id: string;
  workflow: WorkflowRef;
  value: StateValue;
  context: CaseContext;
  facts: CaseFacts;
  /** Number of events in the case's history. */
  version: number;
  /** Instant of the last event, epoch milliseconds; no later event is earlier. */
  lastAt: number;
  timers: Timer[];
  /** Hash of the last event, hex. */
  head: string;
  /** The first due day that was over before the case was closed and then gave way to another: see new-days.ts. Absent: none. No rule of
   *  the engine asks for it; reports do. */
  overrunOn?: Day;
  /** The first due day the case was given, moved only by an extension granted before it: see first-due.ts. Absent: never assigned. Only
   *  reports ask for it. */
  firstDueOn?: Day;
}

/** What of a case no rule asks for and reports remember: it follows from its events. */
export type RememberedDays = Pick<CaseState, 'overrunOn' | 'firstDueOn'>;

/** The parts of a case that a step changed, as they are before or after it. */
export interface Changed {
  value?: StateValue;
  context?: Partial<CaseContext>;
  /** Only where the case was moved to another version of its workflow. */
  workflow?: WorkflowRef;
}

/** The context of a case that has only just been heard. */
export function freshContext(given: Partial<CaseContext>): CaseContext {
  return {
    leadUnitId: null,
    supportingUnitIds: [],
    officeUnitId: null,
    categoryId: null,
    isKey: false,
    raisedOutside: true,
    takenOver: false,
    mode: 'stopped',
    settled: true,
    dueOn: null,
    dueBasis: null,
    dueProvisional: false,
    budget: null,
    startedOn: null,
    period: 0,
    rung: null,
    rungAt: null,
    ladderStopped: false,
    submittedOn: null,
    submittedInTime: null,
    assignedAt: null,
    acceptedAt: null,
    declines: 0,
    returns: 0,
    returnsInPeriod: 0,
    lastReturnOn: null,
    extension: null,
    extensions: [],
    pauses: [],
    reviewOn: null,
    breaches: [],
    milestones: null,
    orders: [],
    rounds: [],
    relapses: 0,
    reopenedOn: null,
    pendingOutcome: null,
    outcome: null,
    closedAt: null,
    closedOn: null,
    mergedInto: null,
    hasEvidence: false,
    workers: [],
    ...given,
  };
}

/** The stage of a state value, e.g. `deadline` of `{stage: {deadline: 'rectifying'}, clock: 'onTime'}`. */
export function stageOf(value: StateValue): Stage {
  const stage = typeof value === 'string' ? value : value['stage'];
  return (typeof stage === 'string' ? stage : Object.keys(stage ?? {})[0]) as Stage;
}

/** The place within the stage, e.g. `rectifying`; the stage itself where it has no inner states. */
export function substateOf(value: StateValue): string {
  let at: StateValue | undefined = typeof value === 'string' ? value : value['stage'];
  while (typeof at === 'object') {
    const [key, inner] = Object.entries(at)[0] ?? ['', undefined];
    if (inner === undefined) return key;
    at = inner;
  }
  return at ?? '';
}

const FRESH = freshContext({});
const EMPTY = Symbol('an empty list');
/** By entry what a fresh case has there. */
const PLAIN: ReadonlyMap<string, unknown> = new Map(
  Object.entries(FRESH).map(([key, value]) => [key, Array.isArray(value) ? EMPTY : value]),
);

/** The context as JSON without the entries a fresh case has: about a third of the text, and what stays says something. */
export function sparseContext(context: CaseContext): string {
  let text = '';
  for (const key in context) {
    const value = context[key as keyof CaseContext];
    const plain = PLAIN.get(key);
    const isPlain = plain === EMPTY ? Array.isArray(value) && value.length === 0 : value === plain;
    if (!isPlain && value !== undefined) text += `${text === '' ? '' : ','}"${key}":${JSON.stringify(value)}`;
  }
  return `{${text}}`;
}

/** The context of a stored one. */
export function fullContext(stored: Partial<CaseContext>): CaseContext {
  return { ...FRESH, ...stored };
}
