/** What the service answers, under the names the desk uses, closer than the generated schema.d.ts says it. Rows of lists are in
 *  rows.ts; names that are in neither: `components['schemas']['OverduePage']` from './schema.js'. */

import type { components } from './schema.js';

export type Stage = 'collected' | 'assigned' | 'deadline' | 'followUpVisit' | 'closed';
export type Light = 'green' | 'yellow' | 'blue' | 'orange' | 'red' | 'talk';
export type Role =
  'clerk' | 'liaison' | 'handler' | 'unitLeader' | 'supervisor' | 'visitor' | 'leader' | 'administrator' | 'auditor';

export type Standing = 'npcDeputy' | 'cppccMember' | 'business' | 'lawyer' | 'specialSupervisor' | 'resident' | 'other';

/** `YYYY-MM-DD` in the office's time zone. */
export type Day = string;
/** ISO 8601. */
export type Instant = string;

export interface Labels {
  'zh-CN': string;
  en: string;
}

export interface User {
  id: string;
  username: string;
  name: string;
  unitId: string;
  roles: { role: Role; unitId: string }[];
}

export interface Me {
  user: User;
  /** IANA zone of the office, in which days begin and end. */
  officeZone: string;
  /** The password was set by somebody else and is to be replaced first; older or invented services do not say it. */
  passwordDue?: boolean;
  /** Base64; what this person keeps on a device is sealed with it. */
  draftKey: string;
}

export interface Unit {
  id: string;
  name: string;
  parentId: string | null;
  depth: number;
  sort: number;
}

export interface Category {
  id: string;
  code: string;
  labels: Labels;
  parentId: string | null;
  sort: number;
}

/** One field of a command's form: JSON Schema with what to print (`x-labels`) and which control fits (`x-kind`). */
export interface FieldSchema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  enum?: string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  default?: unknown;
  'x-labels'?: Labels;
  'x-kind'?: string;
}

export interface FormSchema {
  type: 'object';
  properties: Record<string, FieldSchema>;
  required?: string[];
  anyOf?: { required: string[] }[];
}

export interface AllowedCommand {
  type: string;
  labels: Labels;
  schema: FormSchema;
}

/** How a clock stands at the moment of reading, with the sentence that says it; states as in schema.d.ts. */
export interface Clock {
  state: components['schemas']['ClockState'];
  /** The day the state speaks of. */
  day: Day | null;
  /** Working days left or late, by the state. */
  days: number;
  provisional: boolean;
  labels: Labels;
}

/** What a case waits for from somebody, by when, with the sentence that says it. */
export interface Wait {
  kind: components['schemas']['WaitKind'];
  by: Day;
  is: components['schemas']['Nearness'];
  days: number;
  labels: Labels;
}

export interface ClockAccount {
  budget: number | null;
  startedOn: Day | null;
  dueOn: Day | null;
  dueProvisional: boolean;
  used: number;
  remaining: number;
  paused: { from: Day; to: Day | null; reason: string; remaining: number }[];
  pausedDays: number;
  extensions: { days: number; reason: string; askedOn: Day; grantedOn?: Day; from?: Day; to?: Day }[];
  extendedDays: number;
  lateNow: number;
  breaches: { period: number; dueOn: Day; until: Day; days: number }[];
  lateTotal: number;
}

export interface CaseCore {
  id: string;
  number: string;
  version: number;
  stage: Stage;
  state: string;
  stateLabels: Labels;
  stateValue: unknown;
  workflow: { name: string; version: number; labels: Labels };
  light: Light | null;
  source: string;
  track: string;
  leadUnitId: string | null;
  supportingUnitIds: string[];
  officeUnitId: string | null;
  categoryId: string | null;
  meetingId: string | null;
  planId: string | null;
  isKey: boolean;
  raisedOutside: boolean;
  takenOver: boolean;
  collectedOn: Day;
  collectedAt: Instant;
  assignedAt: Instant | null;
  acceptedAt: Instant | null;
  dueOn: Day | null;
  dueProvisional: boolean;
  clock: Clock;
  account: ClockAccount;
  milestones: { name: string; dueOn: Day; doneOn: Day | null }[] | null;
  extension: { days: number; reason: string; askedOn: Day } | null;
  reviewOn: Day | null;
  visitDueOn: Day | null;
  attempts: Day[];
  declines: number;
  returns: number;
  relapses: number;
  outcome: string | null;
  closedOn: Day | null;
  mergedInto: string | null;
}

export interface Order {
  id: string;
  period: number;
  rung: Light;
  status: string;
  issuedAt: Instant;
  replyDueOn: Day | null;
  unitId: string | null;
  toRole: string;
  copyRole: string | null;
  acts: { act: string; at: Instant; byName: string | null; text: string }[];
}

export interface Visit {
  id: string;
  round: number;
  at: Instant;
  byName: string | null;
  method: string;
  outcome: string;
  satisfaction: string | null;
  ratings: Record<string, number> | null;
  durationSeconds: number | null;
  note: string;
  nextAttemptOn: Day | null;
}

export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  at: Instant;
  byName: string | null;
}

/** An opinion a case came from. Who spoke is sealed; to the units of the case the meeting is never told, nor a standing that few shared. */
export interface Opinion {
  id: string;
  text: string;
  meetingId: string | null;
  meetingTitle: string | null;
  standing: Standing | null;
  outcome: string;
}

export interface CaseShown extends CaseCore {
  title: string;
  description: string;
  orders: Order[];
  visits: Visit[];
  attachments: Attachment[];
  opinions: Opinion[];
  /** Null while the history is in the database. */
  archive: { archivedAt: Instant; lines: number; file: string } | null;
  allowed: AllowedCommand[];
}

export interface CaseEvent {
  seq: number;
  type: string;
  labels: Labels;
  at: Instant;
  actor: { userId: string | null; name: string; unitId: string | null; via: string };
  commandId: string | null;
  payload: Record<string, unknown>;
  /** What was decided and what followed from it, in words; only in a history. */
  said: { field: string; labels: Labels; text: Labels; prose: boolean; caseId?: string }[];
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  effects: Record<string, unknown>[];
}

export interface CommandAnswer {
  case: CaseCore;
  events: CaseEvent[];
}
