/** Who people were: their unit and roles at any moment, from the posts they held from when to when. */
import type { Actor, PastPost, RoleAt } from '../domain/command.js';
import { withDuties } from '../domain/deputies.js';
import type { EventRecord } from '../engine/decide.js';
import type { HeldPost } from '../store/people/tenure.store.js';

/** Answers who the sender of a line was then. Of a time before the first post that is on record the first posts count, since that is how
 *  far back the record goes. */
export function peopleOfThen(posts: readonly HeldPost[]): (line: EventRecord) => Actor {
  const byPerson = new Map<string, HeldPost[]>();
  for (const post of posts) {
    const own = byPerson.get(post.personId);
    if (own === undefined) byPerson.set(post.personId, [post]);
    else own.push(post);
  }
  const then = (userId: string | null, at: number): Pick<Actor, 'roles' | 'past'> => {
    const held = userId === null ? [] : (byPerson.get(userId) ?? []);
    const moment = Math.max(at, Math.min(...held.map(({ since }) => since)));
    const roles: RoleAt[] = [];
    const past: PastPost[] = [];
    for (const { role, unitId: post, since, until } of held) {
      if (until !== null && until <= moment) past.push({ role, unitId: post, until });
      else if (since <= moment && role !== 'member') roles.push({ role, unitId: post });
    }
    return { roles, past };
  };
  return ({ actor, at, inNameOf }) => {
    const { userId, name, unitId, via } = actor;
    const person: Actor = { userId, name, unitId, ...then(userId, at), via };
    if (inNameOf === undefined) return person;
    // What passed on is what they acted with: the line would not stand in history otherwise.
    const absent: Actor = { ...inNameOf, unitId: null, ...then(inNameOf.userId, at), via };
    return withDuties({ ...person, standsInFor: [{ person: absent, duties: absent.roles, untilOn: '' }] });
  };
}
