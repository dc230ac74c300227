/** What is told of deputies, in the transaction of what brings it about. */
import type { Calendar } from '../domain/calendar.js';
import { tell, tellRoles } from '../notify/told.js';
import type { Client } from '../store/messages/entry-rows.js';
import type { DeputationRow } from '../store/people/deputation.store.js';

type Two = 'absentId' | 'absentName' | 'absentUnitId' | 'deputyId' | 'deputyName';
type About = Pick<DeputationRow, Two | 'id' | 'fromOn' | 'untilOn' | 'askedBy' | 'askedByName'>;

const factsOf = ({ fromOn, untilOn, absentName, deputyName }: About, calendar: Calendar, now: number) => ({
  ...{ on: calendar.dayOf(now), fromOn, untilOn, absent: absentName, deputy: deputyName },
});

/** The deputy learns of it, and the absent where somebody else entered it. */
export async function tellNamed(client: Client, row: About, calendar: Calendar, now: number): Promise<void> {
  const facts = factsOf(row, calendar, now);
  const key = `deputy ${row.id} named`;
  const named = { personId: row.deputyId, topic: 'deputy.named', facts, key } as const;
  const set = { personId: row.absentId, topic: 'deputy.set', facts, key } as const;
  await tell(client, row.askedBy === row.absentId ? [named] : [named, set], now);
}

/** Leaders and heads over the unit learn that somebody has to agree, but for whoever entered it. */
export async function tellAsked(client: Client, row: About, calendar: Calendar, now: number): Promise<void> {
  const facts = { ...factsOf(row, calendar, now), by: row.askedByName, not: row.askedBy, once: `${row.id} asked` };
  const asked = {
    topic: 'deputy.asked',
    unitId: row.absentUnitId,
    deliverAt: calendar.nextDelivery(now),
    facts,
  } as const;
  await tellRoles(
    client,
    (['leader', 'unitLeader'] as const).map((role) => ({ ...asked, role })),
    now,
  );
}

/** Whoever did not end it themself learns of it: the two, or, of what was not agreed to, who entered it. */
export async function tellEnd(
  client: Client,
  row: About,
  { calendar, now, why, by }: { calendar: Calendar; now: number; why: 'ended' | 'refused' | 'closed'; by: string },
): Promise<void> {
  const facts = { ...factsOf(row, calendar, now), cause: why };
  const told = why === 'refused' ? [row.askedBy] : [row.absentId, row.deputyId];
  const entries = told
    .filter((personId) => personId !== by)
    .map((personId) => ({ personId, topic: 'deputy.ended', facts, key: `deputy ${row.id} ended` }) as const);
  await tell(client, entries, now);
}
