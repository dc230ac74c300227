/** What can come next on a case if nobody acts. */
import type { Day } from './day.js';
import type { EscalationLevel, Role } from './words.js';

/** Why the case comes up again on its next date. */
export const NEXT_DATE_KINDS = [
  'signing',
  'dueSoon',
  'late',
  /** The next order goes out. */
  'order',
  /** The promised day is over: the next order goes out. */
  'promise',
  /** A waiver is over: the same order is proposed again. */
  'waiver',
  /** The leader looks at it again after the talk. */
  'look',
  'check',
  'parking',
  'visit',
  'objection',
  'notice',
  'signature',
] as const;
export type NextDateKind = (typeof NEXT_DATE_KINDS)[number];

export interface NextDate {
  kind: NextDateKind;
  /** The moment at which it happens, epoch milliseconds, in working hours but for `late`. */
  at: number;
  day: Day;
  /** Of an order, a promise and a waiver: the order that goes out then. */
  rung: EscalationLevel | null;
  /** Who has it until then: the roles, and the unit where they are held. */
  roles: readonly Role[];
  unitId: string | null;
  /** Of a promise: the day that was promised. */
  promisedOn: Day | null;
}

/** That a late case has no next date: its ladder ended for good, as a reply ends that of version 1, or its timer failed. */
export interface NoNextDate {
  kind: 'none';
  isOfVersion1: boolean;
}
