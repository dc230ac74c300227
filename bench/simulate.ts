/** Trying a draft on many histories: how long it takes and what the process holds meanwhile, beside reading the same histories alone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Database } from '../src/store/database/database.js';
import { PastStore } from '../src/store/cases/past.store.js';
import { addDays } from '../src/domain/day.js';
import { Workflows } from '../src/engine/workflow.js';
import { draftOf } from '../src/workflows/draft.js';
import { simulate } from '../src/workflows/simulate.js';
import { MEETING, SimulatedOffice } from '../test/reports/simulated-office.js';
import { ACTOR, at, rectification, refs, UNIT } from '../test/support/engine.js';
import { openFixture } from '../test/support/fixture.js';
import type { BenchCluster } from './bench-cluster.js';
import { ratiosOf, type Row } from './table.js';
import type { BenchOptions } from './run.js';

const FIRST = '2026-02-02';
const DAYS = 60;
const LAST = addDays(FIRST, DAYS);
const CHUNK = 100;
/** Collecting what is dead takes a tenth of a second: after so many chunks it costs the figure nothing. */
const LOOKED_EVERY = 25;

/** Real histories of an office at work, repeated under new ids until there are so many. */
async function fill(database: Database, cases: number): Promise<void> {
  const fixture = await openFixture(database);
  await database.pool.query(
    `INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_at)
     VALUES ($1, '企业座谈会', 'business', $2, '会议室', $3, $3, now())`,
    [MEETING, FIRST, UNIT.office],
  );
  const office = new SimulatedOffice(fixture, 7);
  for (let n = 0; n < DAYS; n += 1) await office.day(addDays(FIRST, n), 6, 60);
  const { pool } = database;
  const client = await pool.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(
      `CREATE TEMPORARY TABLE copies AS SELECT c.id AS was, gen_random_uuid() AS id, row_number() OVER () AS n
       FROM (SELECT id FROM rectification_case WHERE workflow_name = 'rectification') c
       CROSS JOIN generate_series(1, 1 + $1 / (SELECT count(*)::int FROM rectification_case WHERE workflow_name = 'rectification'))
       LIMIT $1 - (SELECT count(*) FROM rectification_case WHERE workflow_name = 'rectification')`,
      [cases],
    );
    await client.query(
      `INSERT INTO rectification_case SELECT (jsonb_populate_record(c, jsonb_build_object('id', k.id, 'number', 'ZG-9-' || k.n, 'external_key', NULL))).*
       FROM copies k JOIN rectification_case c ON c.id = k.was`,
    );
    await client.query(
      `INSERT INTO case_event SELECT (jsonb_populate_record(e, jsonb_build_object('case_id', k.id, 'command_id', NULL))).*
       FROM copies k JOIN case_event e ON e.case_id = k.was`,
    );
    await client.query('ANALYZE');
  } finally {
    client.release(true);
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1e3;
}

/** Megabytes that are on the heap once what is dead was collected. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The rows of the table: 10,000 cases, with --large 100,000 as well. */
export async function benchSimulate(cluster: BenchCluster, { large }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const cases of large ? [10_000, 100_000] : [10_000]) {
    const database = await cluster.open('simulate');
    await fill(database, cases);
    const past = new PastStore(database);
    const people = {
      heldPosts: () =>
        Promise.resolve(
          Object.values(ACTOR).flatMap(({ userId, unitId, roles }) =>
            userId === null || unitId === null
              ? []
              : [{ role: 'member' as const, unitId }, ...roles].map((post) => ({
                  ...post,
                  personId: userId,
                  since: 0,
                  until: null,
                })),
          ),
        ),
    };
    const workflows = new Workflows([rectification]);
    const policy = { ...rectification.policy, workingDays: { default: 10, byCategory: {} } };
    const draft = draftOf({ name: 'rectification', policy }, workflows);
    const [ours, limit, most]: [number[], number[], number[]] = [[], [], []];
    let before = 0;
    let chunks = 0;
    const looking = (): boolean => {
      chunks += 1;
      if (chunks % LOOKED_EVERY === 0) most.push(held() - before);
      return false;
    };
    const wanted = { draft, from: FIRST, to: LAST, now: at(LAST), most: 1_000_000, list: 200, isOver: looking };
    // A hundred thousand take minutes each time: once is enough to see that nothing grows.
    for (let round = 0; round < (cases > 10_000 ? 1 : 3); round += 1) {
      const ids = await past.openBetween('rectification', FIRST, LAST);
      const reading = async (): Promise<void> => {
        for (let n = 0; n < ids.length; n += CHUNK) await past.cases(ids.slice(n, n + CHUNK));
      };
      limit.push(await secondsOf(reading));
      before = held();
      ours.push(await secondsOf(() => simulate({ past, people, workflows, refs }, wanted)));
    }
    const work = `a draft tried on ${cases.toLocaleString('en')} histories, beside reading them`;
    rows.push({ work, unit: 's', ours, limit, ratios: ratiosOf(ours, limit), budget: '–', within: null });
    rows.push({
      work: `what the process holds meanwhile, ${cases.toLocaleString('en')} histories`,
      unit: 'MB',
      ours: most,
      limit: [],
      ratios: [],
      budget: 'at most 50 MB',
      within: Math.max(...most) <= 50,
    });
    await database.close();
    await cluster.drop('simulate');
  }
  return rows;
}
