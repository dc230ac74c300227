/** Deputies 代理: which duties of somebody absent another may carry, in whose name each step is taken, and whose ties bind whoever takes it. Pure. */
import type { Actor, InNameOf, RoleAt, StoodFor } from './command.js';
import { Refused } from './errors.js';
import type { UnitTree } from './units.js';
import { holds, maySee, WORKING, type CaseUnits } from './visibility.js';
import type { Role } from './words.js';

/** That one person acted on a case in the name of another: from then on the two count as one there. */
export interface StandIn {
  deputyId: string;
  absentId: string;
}

/** Longest absence that is entered at once, days. */
export const MOST_DAYS = 184;

const OFFICE: readonly Role[] = ['clerk', 'supervisor', 'visitor'];
/** Roles of a deputy that carry the duty of each role. Administration and audit never pass on; a leader's signature passes to a leader only. */
const CARRIED_BY: Record<Role, readonly Role[]> = {
  ...{ handler: WORKING, liaison: WORKING, unitLeader: WORKING },
  ...{ clerk: [...OFFICE, 'leader'], supervisor: [...OFFICE, 'leader'], visitor: [...OFFICE, 'leader'] },
  ...{ leader: ['leader'], administrator: [], auditor: [] },
};

/** The duties of `absent` that pass to `deputy`: those of a unit to whoever works there or belongs to it, those of an office to whoever serves it,
 *  those of a leader to another leader. None to whoever administers or audits, since they never touch a case. */
export function dutiesFor(deputy: Actor, absent: Actor, units: UnitTree): RoleAt[] {
  if (deputy.roles.some(({ role }) => role === 'administrator' || role === 'auditor')) return [];
  return absent.roles.filter(({ role, unitId }) => {
    const by = CARRIED_BY[role];
    if (role === 'leader') return deputy.roles.some((held) => held.role === 'leader');
    if (holds(deputy, by, unitId, units)) return true;
    const isOfUnit = deputy.unitId !== null && units.isWithin(deputy.unitId, unitId);
    return WORKING.includes(role) && isOfUnit && deputy.roles.some((held) => by.includes(held.role));
  });
}

/** The person with what they carry for those who are absent. Whoever passes nothing on is still bound to them: the two were named as one. */
export function standingIn(deputy: Actor, absent: readonly Omit<StoodFor, 'duties'>[], units: UnitTree): Actor {
  if (absent.length === 0) return deputy;
  return {
    ...deputy,
    standsInFor: absent.map((one) => ({ ...one, duties: dutiesFor(deputy, one.person, units) })),
  };
}

/** The person as bound to those who are absent, with none of their duties. */
export function withoutDuties(deputy: Actor): Actor {
  if (deputy.standsInFor === undefined) return deputy;
  return { ...deputy, standsInFor: deputy.standsInFor.map((one) => ({ ...one, duties: [] })) };
}

/** The deputy where duties of the absent count beside their own: for what may be seen and done in another's name. */
export function withDuties(actor: Actor): Actor {
  if (actor.standsInFor === undefined) return actor;
  const ownRoles = ownOf(actor).roles;
  return { ...actor, ownRoles, roles: [...ownRoles, ...actor.standsInFor.flatMap(({ duties }) => duties)] };
}

/** The person with nothing but their own roles; what ties them stays. */
export function ownOf(actor: Actor): Actor {
  const { ownRoles, inNameOf: _, ...own } = actor;
  return { ...own, roles: ownRoles ?? actor.roles };
}

/** As whom the person may act, in the order in which it is tried: in their own name, then for each of those who are absent; for one alone where they act
 *  for that one already. */
export function actingAs(actor: Actor): readonly Actor[] {
  const { standsInFor, ownRoles } = actor;
  if (actor.inNameOf !== undefined || standsInFor === undefined || ownRoles === undefined) return [actor];
  const passedOn = standsInFor.filter(({ duties }) => duties.length > 0);
  return [ownOf(actor), ...passedOn.map((one) => asAbsent(actor, one))];
}

/** Of those, the ones who may see the case, or else the person as they are: whose refusal is worth reading. */
export function actingOn(actor: Actor, of: CaseUnits, units: UnitTree): readonly Actor[] {
  const all = actingAs(actor);
  if (all.length === 1) return all;
  const seeing = all.filter((one) => maySee(one, of, units));
  return seeing.length === 0 ? [all[0]!] : seeing;
}

/** The person in the name of one who is absent. 403 where they are no deputy of that one now, or nothing passes to them. */
export function inNameOf(actor: Actor, absentId: string): Actor | Refused {
  const found = actor.standsInFor?.find(({ person }) => person.userId === absentId.toLowerCase());
  if (found === undefined) return noDeputyNow();
  return found.duties.length === 0 ? nothingPasses(found.person.name) : asAbsent(withDuties(actor), found);
}

/** The same on one case. 403 also where the duties that pass do not reach it. */
export function inNameOfOn(actor: Actor, absentId: string, of: CaseUnits, units: UnitTree): Actor | Refused {
  const acting = inNameOf(actor, absentId);
  return acting instanceof Refused || maySee(acting, of, units) ? acting : reachesNot(acting.inNameOf!.name);
}

const noDeputyNow = (): Refused =>
  new Refused(
    403,
    'deputy.notNow',
    '您现在不是此人的代理人：代理已结束，或尚未开始。是您本人职责的，可改以本人名义办理',
    'You are not this person’s deputy now: it has ended, or not begun. What is your own duty you may do in your own name',
  );
const nothingPasses = (name: string): Refused =>
  new Refused(
    403,
    'deputy.nothingPasses',
    `${name}的职责现在不能由您代为履行：您或对方的角色已有变动`,
    `None of the duties of ${name} passes to you now: your roles or theirs have changed`,
  );
const reachesNot = (name: string): Refused =>
  new Refused(
    403,
    'deputy.reachesNot',
    `此事项不在${name}的职责范围内，不能以其名义办理`,
    `The duties of ${name} do not reach this case, so it is not done in their name`,
  );

function asAbsent(actor: Actor, { person, duties }: StoodFor): Actor {
  const { ownRoles = actor.roles } = actor;
  return { ...actor, ownRoles, roles: duties, inNameOf: { userId: person.userId!, name: person.name } };
}

/** Whose posts and deeds bind the actor: their own, and those of everybody for whom they are deputy now, whatever they do and in whose name. */
export function boundWith(actor: Actor): readonly Actor[] {
  const { standsInFor = [] } = actor;
  if (standsInFor.length === 0) return [actor];
  const { standsInFor: _, ...own } = ownOf(actor);
  return [own, ...standsInFor.map(({ person }) => person)];
}

/** True where the rule that two people must act counts the actor and the person as one: they are the same, one is deputy of the other now, or one
 *  acted on this case in the name of the other. */
export function isOneWith(actor: Actor, personId: string | null, standIns: readonly StandIn[] = []): boolean {
  if (personId === null) return false;
  return boundWith(actor).some(
    ({ userId }) =>
      userId === personId ||
      standIns.some(
        ({ deputyId, absentId }) =>
          (deputyId === userId && absentId === personId) || (absentId === userId && deputyId === personId),
      ),
  );
}

/** The pairs of a case after a step of the actor. */
export function standInsAfter(standIns: readonly StandIn[] | undefined, actor: Actor): readonly StandIn[] | undefined {
  const { userId, inNameOf: absent } = actor;
  if (userId === null || absent === undefined) return standIns;
  const isKnown = standIns?.some((one) => one.deputyId === userId && one.absentId === absent.userId) === true;
  return isKnown ? standIns : [...(standIns ?? []), { deputyId: userId, absentId: absent.userId }];
}

/** Both names, as history says them: 李四代张三. */
export const bothNames = (name: string, absent: InNameOf | undefined): string =>
  absent === undefined ? name : `${name}代${absent.name}`;
