/** What a repository costs beside the statement that says the same: the border of docs/storage.md is drawn by these. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { openFixture } from '../test/support/fixture.js';
import { UNIT } from '../test/support/engine.js';
import type { Database } from '../src/store/database/database.js';
import { PeopleStore } from '../src/store/people/people.store.js';
import { Session } from '../src/store/people/session.entity.js';
import { SessionStore } from '../src/store/people/session.store.js';
import { CategoryStore } from '../src/store/reference-data/reference-categories.store.js';
import { UnitStore } from '../src/store/reference-data/reference-units.store.js';
import { ReferenceDataStore } from '../src/store/reference-data/reference-data.store.js';
import type { BenchCluster } from './bench-cluster.js';
import { median, percentileOf, ratiosOf, type Row } from './table.js';

const [UNITS, PEOPLE, ROUNDS, ASKS] = [200, 400, 7, 60];
const NOW = Date.parse('2026-03-02T10:00:00+08:00');

/** One question, asked through a store and by the statement that stood in its place. */
interface Compared {
  work: string;
  ours: () => Promise<unknown>;
  bare: [text: string, values: unknown[]];
}

const ROLES = `coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
  FROM person_role r WHERE r.person_id = p.id), '[]') AS roles`;
const PERSON = `SELECT p.id, p.username, p.name, p.unit_id AS "unitId", p.active, p.start_password AS "startPassword", ${ROLES} FROM person p`;

async function fill({ pool }: Database): Promise<string> {
  await pool.query(
    `INSERT INTO unit (id, name, parent_id) SELECT gen_random_uuid(), '第' || n || '所', $1 FROM generate_series(1, ${UNITS}) n`,
    [UNIT.office],
  );
  await pool.query(
    `INSERT INTO category (id, code, name_zh, name_en) SELECT gen_random_uuid(), 'c' || n, '类别', 'Category' FROM generate_series(1, 24) n`,
  );
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO person (id, username, name, password_hash, unit_id, created_at)
     SELECT gen_random_uuid(), 'p' || n, '人' || n, '-', (SELECT id FROM unit WHERE name = '第' || 1 + n % ${UNITS} || '所'), now() FROM generate_series(1, ${PEOPLE}) n RETURNING id`,
  );
  await pool.query(
    `INSERT INTO person_role (person_id, role, unit_id) SELECT p.id, r, p.unit_id FROM person p, unnest(ARRAY['handler', 'liaison']) r WHERE p.username LIKE 'p%'`,
  );
  return rows[0]!.id;
}

/** Alternately, so that both meet the same machine: the middle of each round in milliseconds. */
async function rounds(
  { pool }: Database,
  { ours, bare: [text, values] }: Compared,
): Promise<{ ours: number[]; limit: number[] }> {
  const found = { ours: [] as number[], limit: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken = { ours: [] as number[], limit: [] as number[] };
    for (let at = 0; at < ASKS; at += 1) {
      for (const [way, ask] of [
        ['ours', ours],
        ['limit', () => pool.query(text, values)],
      ] as const) {
        const from = performance.now();
        await ask();
        taken[way].push(performance.now() - from);
      }
    }
    // The first round warms both.
    if (round > 0) for (const way of ['ours', 'limit'] as const) found[way].push(percentileOf(taken[way], 50));
  }
  return found;
}

/** The rows of the table. */
export async function benchStorage(cluster: BenchCluster): Promise<Row[]> {
  const database = await cluster.open('storage');
  await openFixture(database);
  const person = await fill(database);
  const referenceData = await ReferenceDataStore.open(database, 'Asia/Shanghai');
  const [units, categories] = [new UnitStore(referenceData), new CategoryStore(database, referenceData)];
  const [people, sessions] = [new PeopleStore(database, referenceData), new SessionStore(database)];
  const secret = uuid();
  await sessions.begin({
    secret,
    personId: person,
    passwordHash: '-',
    at: NOW,
    expiresAt: NOW + 3_600_000,
    userAgent: 'bench',
  });
  const hash = createHash('sha256').update(secret).digest();
  const kept = database.dataSource.getRepository(Session);
  const compared: Compared[] = [
    {
      work: `${UNITS} units, in memory while their version stands`,
      ours: () => units.list(),
      bare: [
        `SELECT id, name, parent_id AS "parentId", leader_id AS "leaderId", liaison_id AS "liaisonId", sort FROM unit ORDER BY sort, name, id`,
        [],
      ],
    },
    {
      work: 'categories, likewise',
      ours: () => categories.list(),
      bare: [
        `SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", parent_id AS "parentId", sort FROM category ORDER BY sort, code`,
        [],
      ],
    },
    { work: 'one person with roles', ours: () => people.get(person), bare: [`${PERSON} WHERE p.id = $1`, [person]] },
    {
      work: `${PEOPLE} people with roles`,
      ours: () => people.list(null),
      bare: [`${PERSON} ORDER BY p.unit_id, p.name, p.id`, []],
    },
    {
      work: 'the sessions of a person',
      ours: () => sessions.list(person, secret, NOW),
      bare: [
        `SELECT id, created_at, last_used_at, user_agent, token_hash = $2 AS current FROM session WHERE person_id = $1 AND expires_at > $3 ORDER BY last_used_at DESC, id DESC`,
        [person, hash, new Date(NOW)],
      ],
    },
    {
      work: 'who is behind a session, as every request asks it: not in use',
      ours: () => kept.findOneBy({ tokenHash: hash }).then((found) => people.get(found!.personId)),
      bare: [
        `SELECT s.created_at, s.last_used_at, s.expires_at, ${PERSON.slice('SELECT '.length).replace('FROM person p', 'FROM session s JOIN person p ON p.id = s.person_id')} WHERE s.token_hash = $1`,
        [hash],
      ],
    },
  ];
  const rows: Row[] = [];
  for (const one of compared) {
    const { ours, limit } = await rounds(database, one);
    const ratios = ratiosOf(ours, limit);
    rows.push({ work: one.work, unit: 'ms', ours, limit, ratios, budget: '–', within: null });
    process.stderr.write(`${one.work}: ${median(ours).toFixed(3)} / ${median(limit).toFixed(3)} ms\n`);
  }
  await database.close();
  return rows;
}
