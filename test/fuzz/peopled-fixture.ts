/** A tenant with somebody in every role and cases in every stage, and the ids of what it has. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import { ROLES } from '../../src/domain/words.js';
import { keySubmission } from '../support/key-submission.js';
import { startServer, type TestServer } from '../support/server.js';
import { KINDS, type Named } from './values.js';

/** A way to call: the headers that say who. */
export interface Caller {
  name: string;
  headers: Record<string, string>;
}

export interface PeopledFixture {
  server: TestServer;
  callers: Caller[];
  /** The id that a name stands for now. */
  idOf(name: Named): string;
  /** Notes an id that was sent, so that it is sent again. */
  use(id: string): void;
  /** Looks anew at what there is, and gives everybody back what the administrator may have taken away. */
  refresh(): Promise<void>;
}

/** Where the ids of each kind stand. The people that requests may change are nobody's accounts. */
const TABLES: Record<(typeof KINDS)[number], string> = {
  case: 'SELECT id FROM rectification_case ORDER BY id DESC LIMIT 60',
  opinion: 'SELECT id FROM opinion ORDER BY id DESC LIMIT 40',
  meeting: 'SELECT id FROM meeting ORDER BY id DESC LIMIT 10',
  participant: 'SELECT id FROM participant ORDER BY id DESC LIMIT 20',
  order: 'SELECT id FROM supervision_order ORDER BY id DESC LIMIT 30',
  unit: 'SELECT id FROM unit ORDER BY id LIMIT 12',
  category: 'SELECT id FROM category ORDER BY id LIMIT 12',
  person: `SELECT id FROM person WHERE username LIKE 'dummy%' ORDER BY id`,
  attachment: 'SELECT id FROM attachment ORDER BY id DESC LIMIT 10',
};

export async function peopledFixture(): Promise<PeopledFixture> {
  const server = await startServer({ env: { SIGNED_OUT_PER_MINUTE: '1000000' } });
  const station = await server.unit('城东派出所');
  const team = await server.unit('巡逻队', station);
  const units: Record<string, string> = { liaison: station, handler: station, unitLeader: station };
  for (const role of ROLES)
    if (role !== 'administrator') await server.person(role, [role], units[role] ?? server.units.root);
  for (const name of ['dummy1', 'dummy2', 'newcomer']) await server.person(name, [], team);
  await fillWithCases(server, station);
  const { pool } = server.test.database;
  const rowsOf = async (table: string): Promise<string> =>
    JSON.stringify(
      (await pool.query(`SELECT to_json(t) AS row FROM ${table} t`)).rows.map(({ row }: { row: unknown }) => row),
    );
  const [people, roles] = [await rowsOf('person'), await rowsOf('person_role')];
  const callers: Caller[] = [];
  const ids: Record<string, string[]> = {};
  const used: string[] = [uuid()];
  const fixture: PeopledFixture = {
    server,
    callers,
    idOf: ({ kind, at }) => {
      const known = kind === 'used' ? used : ids[kind]!;
      // Now and then one that nobody has.
      return at % 12 === 0 || known.length === 0 ? uuid() : known[at % known.length]!;
    },
    use: (id) => {
      used.push(id);
      if (used.length > 50) used.shift();
    },
    refresh: async () => {
      await pool.query(
        `UPDATE person p SET active = q.active, password_hash = q.password_hash, unit_id = q.unit_id
           FROM json_populate_recordset(NULL::person, $1) q WHERE q.id = p.id`,
        [people],
      );
      await pool.query('DELETE FROM person_role');
      await pool.query('INSERT INTO person_role SELECT * FROM json_populate_recordset(NULL::person_role, $1)', [roles]);
      callers.splice(0, callers.length, ...(await callersOf(server)));
      for (const kind of KINDS) ids[kind] = (await pool.query<{ id: string }>(TABLES[kind])).rows.map(({ id }) => id);
    },
  };
  await fixture.refresh();
  return fixture;
}

async function callersOf(server: TestServer): Promise<Caller[]> {
  const signedIn = [...ROLES.filter((role) => role !== 'administrator'), 'admin', 'newcomer'];
  const cookies = await Promise.all(
    signedIn.map(async (username) => {
      const { headers } = await server
        .anonymous()
        .post('/api/session')
        .send({ username, password: `password of ${username}` })
        .expect(200);
      return { name: username, headers: { Cookie: String(headers['set-cookie']).split(';')[0]! } };
    }),
  );
  const clerk = await server.signIn('clerk');
  const { token } = (await clerk.post('/api/tokens').send({ name: 'fuzz', expiresOn: '2027-01-01' }).expect(201))
    .body as {
    token: string;
  };
  // Most routes are the clerk's or the administrator's: they call more often than others.
  const busy = cookies.filter(({ name }) => name === 'clerk' || name === 'admin');
  return [
    ...cookies,
    ...busy,
    ...busy,
    ...busy,
    { name: 'token of the clerk', headers: { Authorization: `Bearer ${token}` } },
    { name: 'nobody', headers: {} },
    { name: 'a stale cookie', headers: { Cookie: `xiaohao_session=${'x'.repeat(43)}` } },
    { name: 'another site', headers: { ...cookies[0]!.headers, Origin: 'https://elsewhere.example' } },
  ];
}

/** Cases on their way: collected, assigned, accepted, submitted, passed, closed, late with orders, parked; and a meeting with opinions. */
async function fillWithCases(server: TestServer, station: string): Promise<void> {
  const as: Record<string, TestAgent> = {};
  for (const role of ROLES) as[role] = await server.signIn(role === 'administrator' ? 'admin' : role);
  const clerk = as['clerk']!;
  const categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const steps: [string, string, object][] = [
    ['clerk', 'ASSIGN', { leadUnitId: station, dueOn: '2026-03-05' }],
    ['handler', 'ACCEPT', {}],
    ['handler', 'SUBMIT', { measure: '换灯', lastingMeasure: '每周巡查' }],
    ['supervisor', 'PASS', { method: 'onSite', note: '灯已亮' }],
    ['visitor', 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', note: '满意' }],
  ];
  for (let at = 0; at < 18; at += 1) {
    const raiser = { name: '张女士', contact: '13800000000' };
    const issue = {
      title: `路灯不亮 ${at}`,
      description: '东街社区',
      source: 'hotline',
      categoryId,
      raiser,
      // of the key cases, which take two who check, none comes further than its check
      isKey: [0, 9, 10, 15].includes(at),
    };
    const { body } = await clerk.post('/api/cases').send(issue).expect(201);
    const { id } = (body as { case: { id: string } }).case;
    for (const [who, type, plain] of steps.slice(0, at % 7)) {
      const payload = type === 'SUBMIT' && issue.isKey ? await keySubmission(as[who]!, id) : plain;
      await as[who]!.post(`/api/cases/${id}/commands`)
        .send({ id: uuid(), type, ...payload })
        .expect(200);
    }
  }
  const meeting = { title: '恳谈会', kind: 'policeResident', heldOn: '2026-03-02', place: '社区', hostUnitId: station };
  const participants = [{ name: '张女士', standing: 'resident', contact: '13800000000' }];
  const made = (
    await clerk
      .post('/api/meetings')
      .send({ ...meeting, participants })
      .expect(201)
  ).body as { id: string };
  const said = Array.from({ length: 20 }, (_, at) => ({ text: `滨河路夜间飙车扰民，第 ${at} 次反映` }));
  await clerk.post(`/api/meetings/${made.id}/opinions`).send(said).expect(201);
  server.clock.set(Date.parse('2026-03-13T10:00:00+08:00'));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
}
