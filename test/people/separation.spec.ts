/** Separation of duties over HTTP: two roles in two units, a move between units, a supporting unit's member, a leader of the lead unit. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { RoleAt } from '../../src/domain/command.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
let east: string;
let west: string;
let category: string;
const who: Record<string, TestAgent> = {};
const ids: Record<string, string> = {};
const HOUR = 3_600_000;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
  [east, west] = [await server.unit('城东分局'), await server.unit('城西分局')];
  const { office } = server.units;
  for (const [name, roles, unit] of [
    ['clerk', ['clerk'], office],
    ['supervisor', ['supervisor'], office],
    ['visitor', ['visitor'], office],
    ['leader', ['leader'], office],
    ['handler', ['handler'], east],
    ['helper', ['handler'], west],
  ] as [string, Parameters<TestServer['person']>[1], string][]) {
    ids[name] = await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

const send = async (name: string, id: string, type: string, payload: object = {}): Promise<string> => {
  const { body } = await who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });
  return (body as { code?: string }).code ?? 'ok';
};
const offered = async (name: string, id: string): Promise<string[]> => {
  const { body } = await who[name]!.get(`/api/cases/${id}`).expect(200);
  return (body as { allowed: { type: string }[] }).allowed.map(({ type }) => type);
};
const person = async (name: string, change: { unitId?: string; roles?: RoleAt[] }): Promise<void> => {
  server.clock.advance(HOUR);
  await admin.patch(`/api/people/${ids[name]}`).send(change).expect(200);
};
/** A person of their own for each test, with these roles at these units. */
async function newcomer(roles: RoleAt[], unitId: string): Promise<string> {
  const name = `p${Object.keys(ids).length}`;
  ids[name] = await server.person(name, ['handler'], unitId);
  await admin.patch(`/api/people/${ids[name]}`).send({ roles }).expect(200);
  who[name] = await server.signIn(name);
  return name;
}
const PASS = { method: 'onSite' };
const VISIT = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' };
const SUBMIT = { measure: '修好', lastingMeasure: '巡查' };

async function rectifying(supportingUnitIds: string[] = []): Promise<string> {
  const { body } = await who['clerk']!.post('/api/cases')
    .send({
      title: '路灯不亮',
      description: '东街路灯不亮',
      source: 'hotline',
      categoryId: category,
      raiser: { name: '王某' },
    })
    .expect(201);
  const { id } = (body as { case: { id: string } }).case;
  expect(await send('clerk', id, 'ASSIGN', { leadUnitId: east, supportingUnitIds })).toBe('ok');
  expect(await send('handler', id, 'ACCEPT')).toBe('ok');
  return id;
}

it('one person with roles in two units hands in, and neither passes nor visits', async () => {
  const office = server.units.office;
  const both = await newcomer(
    [
      { role: 'handler', unitId: east },
      { role: 'supervisor', unitId: office },
      { role: 'visitor', unitId: office },
    ],
    office,
  );
  const id = await rectifying();
  expect(await send(both, id, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await offered(both, id)).not.toContain('PASS');
  expect(await send(both, id, 'PASS', PASS)).toBe('rule.didNotWorkOnIt');
  expect(await send('supervisor', id, 'PASS', PASS)).toBe('ok');
  expect(await send(both, id, 'RECORD_VISIT', VISIT)).toBe('rule.didNotWorkOnIt');
  // A case they had no hand in is still one of a unit they have a post in.
  const other = await rectifying();
  expect(await send('handler', other, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await send(both, other, 'PASS', PASS)).toBe('rule.holdsNoPostInIt');
  expect(await send(both, other, 'WITHDRAW', { reason: '撤' })).not.toBe('ok');
});

it('a person moved between units does not pass the fix they made, nor one of their time there', async () => {
  const moved = await newcomer([{ role: 'handler', unitId: east }], east);
  const [own, others] = [await rectifying(), await rectifying()];
  expect(await send(moved, own, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await send('handler', others, 'SUBMIT', SUBMIT)).toBe('ok');
  const { office } = server.units;
  await person(moved, { unitId: office, roles: [{ role: 'supervisor', unitId: office }] });
  expect(await send(moved, own, 'PASS', PASS)).toBe('rule.didNotWorkOnIt');
  expect(await send(moved, others, 'PASS', PASS)).toBe('rule.holdsNoPostInIt');
  expect(await offered(moved, others)).not.toContain('PASS');
  // What began after the move is as far from them as from anybody.
  server.clock.advance(HOUR);
  const later = await rectifying();
  expect(await send('handler', later, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await send(moved, later, 'PASS', PASS)).toBe('ok');
});

it('a role taken for a moment and given back ties to the cases of that moment', async () => {
  const { office } = server.units;
  const guest = await newcomer([{ role: 'supervisor', unitId: office }], office);
  const id = await rectifying();
  await person(guest, {
    roles: [
      { role: 'liaison', unitId: east },
      { role: 'supervisor', unitId: office },
    ],
  });
  await person(guest, { roles: [{ role: 'supervisor', unitId: office }] });
  expect(await send('handler', id, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await send(guest, id, 'PASS', PASS)).toBe('rule.holdsNoPostInIt');
});

it("a supporting unit's member does not visit, check or grant", async () => {
  const { office } = server.units;
  const member = await newcomer(
    (['visitor', 'supervisor', 'clerk'] as const).map((role) => ({ role, unitId: office })),
    west,
  );
  const id = await rectifying([west]);
  expect(await send('handler', id, 'REQUEST_EXTENSION', { days: 3, reason: '等料' })).toBe('ok');
  expect(await send(member, id, 'GRANT_EXTENSION')).toBe('rule.holdsNoPostInIt');
  expect(await send('handler', id, 'SUBMIT', SUBMIT)).toBe('ok');
  expect(await send(member, id, 'PASS', PASS)).toBe('rule.holdsNoPostInIt');
  expect(await send('supervisor', id, 'PASS', PASS)).toBe('ok');
  expect(await send(member, id, 'RECORD_VISIT', VISIT)).toBe('rule.holdsNoPostInIt');
  const { body } = await who[member]!.post(`/api/cases/${id}/raiser`).send({ reason: '电话回访反映人' });
  expect((body as { code: string }).code).toBe('raiser.sealed');
});

it('a leader of the lead unit, or named as its responsible leader, does not park its cases', async () => {
  const { office } = server.units;
  const own = await newcomer([{ role: 'leader', unitId: office }], east);
  const id = await rectifying();
  const parking = { reason: '待改造', reviewOn: '2026-04-01' };
  expect(await offered(own, id)).not.toContain('PARK');
  expect(await send(own, id, 'PARK', parking)).toBe('rule.holdsNoPostInIt');
  await admin.patch(`/api/units/${east}`).send({ leaderId: ids['leader'] }).expect(200);
  expect(await send('leader', id, 'PARK', parking)).toBe('rule.holdsNoPostInIt');
  await admin.patch(`/api/units/${east}`).send({ leaderId: null }).expect(200);
  expect(await send('leader', id, 'PARK', parking)).toBe('ok');
});

it('keeps every post with its time, and tells nobody at sign-in', async () => {
  const name = await newcomer([{ role: 'handler', unitId: west }], west);
  const hired = server.clock.now();
  await person(name, { unitId: east, roles: [{ role: 'unitLeader', unitId: east }] });
  const { rows } = await server.tenant.database.pool.query<{
    role: string;
    unit: string;
    since: Date;
    until: Date | null;
  }>('SELECT role, unit_id AS unit, since, until FROM tenure WHERE person_id = $1 ORDER BY since, role', [ids[name]]);
  const at = (ms: number): Date => new Date(ms);
  expect(rows).toEqual([
    { role: 'handler', unit: west, since: at(hired), until: at(hired + HOUR) },
    { role: 'member', unit: west, since: at(hired), until: at(hired + HOUR) },
    { role: 'member', unit: east, since: at(hired + HOUR), until: null },
    { role: 'unitLeader', unit: east, since: at(hired + HOUR), until: null },
  ]);
  const me = (await who[name]!.get('/api/me').expect(200)).body as { user: object };
  expect(me.user).not.toHaveProperty('past');
});
