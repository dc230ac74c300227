/** A command: the one thing that can change a case, whoever sends it. */
import type { Day } from './day.js';
import type { Role } from './words.js';

/** A role held at a unit; it reaches that unit and everything below it. */
export interface RoleAt {
  role: Role;
  unitId: string;
}

/** A post 任职: a role at a unit, or `member`, belonging to it. */
export interface Post {
  role: Role | 'member';
  unitId: string;
}

/** A post that was given up at `until`, epoch milliseconds. */
export interface PastPost extends Post {
  until: number;
}

/** Somebody absent in whose name a deputy acts. */
export interface InNameOf {
  userId: string;
  name: string;
}

/** Somebody absent for whom the actor is deputy, and what of their duties the actor may carry. */
export interface StoodFor {
  /** With all their own posts: they tie the deputy, whichever of them pass on. */
  person: Actor;
  duties: readonly RoleAt[];
  /** The last day of it. */
  untilOn: Day;
}

/** Who acts. `system` is the clock itself: timers, calendar changes, joins of merged cases. */
export interface Actor {
  userId: string | null;
  name: string;
  /** The unit the person belongs to; null for the system. */
  unitId: string | null;
  roles: readonly RoleAt[];
  /** Posts held before, for the rules that ask who had a part in a case; none where absent. */
  past?: readonly PastPost[];
  /** The way the command came in, for history: web, token, import, timer, system, demo; `deputy` where it was in another's name. */
  via: string;
  /** Those for whom they are deputy at this moment; nobody where absent. See deputies.ts. */
  standsInFor?: readonly StoodFor[];
  /** Their own roles, where `roles` holds duties of somebody absent as well or instead. */
  ownRoles?: readonly RoleAt[];
  /** Who is absent and in whose name they act; in their own where absent. */
  inNameOf?: InNameOf;
}

export const SYSTEM: Actor = { userId: null, name: 'system', unitId: null, roles: [], via: 'system' };

export interface Command {
  /** UUID, unique in history: the same id again answers what the first one answered. Empty for what follows from
   *  another command in the same transaction, which is as unique as its cause. */
  id: string;
  type: string;
  caseId: string;
  actor: Actor;
  /** Epoch milliseconds. The only clock that decisions know. */
  at: number;
  payload: Record<string, unknown>;
  /** Version of the case that the sender saw; refused as stale where what the command rests on has changed since. */
  expectedVersion?: number;
  /** In whose name it is sent, where the sender says so: in that one's or not at all. */
  absentId?: string;
}
