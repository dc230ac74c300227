/** Messages and commands to other cases that a step brings about: the effects that need nothing but the case. */
import type { CaseContext } from '../domain/case.js';
import { WORKING } from '../domain/visibility.js';
import type { Role } from '../domain/words.js';
import type { Env } from './env.js';

/** A message to everybody who holds `role` at `unitId` (or at the office when null), to go out in working hours. */
export interface Message {
  kind: 'message';
  topic: string;
  role: Role;
  unitId: string | null;
  deliverAt: number;
}

/** A command that the same transaction applies to another case. */
export interface Follow {
  kind: 'follow';
  caseId: string;
  type: string;
  payload: Record<string, unknown>;
}

/** A message that goes out in working hours. Roles of the office are addressed at the office that owns the case, roles of a unit at the lead unit. */
export function message(topic: string, ...roles: Role[]): (context: CaseContext, env: Env) => Message[] {
  return (context, env) =>
    roles.map((role) => ({
      kind: 'message',
      topic,
      role,
      unitId: WORKING.includes(role) ? context.leadUnitId : context.officeUnitId,
      deliverAt: env.refs.calendar.nextDelivery(env.at),
    }));
}
