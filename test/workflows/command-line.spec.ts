/** Moving cases over and trying other numbers on the past from the command line, as whoever runs the server does: first dry, then for good, and with mistakes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { main } from '../../src/cli.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { openFixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, rectification, UNIT } from '../support/engine.js';

const XIAOHAO = join(__dirname, '..', '..', 'bin', 'xiaohao.cjs');
let test: TestDatabase;
let folder: string;
let settings: Record<string, string>;
const before = { ...process.env };
beforeAll(async () => {
  // Built once, so that no command of the tests is kept waiting for it.
  execFileSync(process.execPath, [join(__dirname, '..', '..', 'bin', 'build.cjs')]);
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-rules-'));
  settings = {
    DATABASE_URL: test.connectionString,
    DATA_DIR: folder,
    CLOCK_START: '2026-04-20T10:00:00+08:00',
  };
  Object.assign(process.env, settings);
  const fixture = await openFixture(test.database);
  // A start of the service releases what is in the folder; a command does not.
  await openWorkflows(test.database, at('2026-03-02'));
  await fixture.working(at('2026-03-02'));
  await fixture.collect(at('2026-03-03'));
  const gone = await fixture.collect(at('2026-03-04'));
  await fixture.send(gone, ACTOR.clerk, at('2026-03-05'), 'REJECT', { reason: '不属公安职责' });
  const { pool } = test.database;
  for (const { userId, unitId, roles } of Object.values(ACTOR) as Actor[]) {
    if (userId === null) continue;
    for (const post of [{ role: 'member', unitId: unitId! }, ...roles]) {
      await pool.query(`INSERT INTO tenure (person_id, unit_id, role, since) VALUES ($1, $2, $3, '2026-03-01')`, [
        userId,
        post.unitId,
        post.role,
      ]);
    }
  }
  const admin = uuid();
  await pool.query(
    `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, 'admin', '管理员', '', $2, now())`,
    [admin, UNIT.office],
  );
  await pool.query(`INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, 'administrator', $2)`, [
    admin,
    UNIT.office,
  ]);
}, 60_000);
afterAll(async () => {
  for (const name of Object.keys(settings)) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
  rmSync(folder, { recursive: true, force: true });
  await test.drop();
});

interface Answer {
  code: number | null;
  said: string;
}
/** As it is typed: a process of its own, which takes a second to begin. */
function typed(...args: string[]): Answer {
  const env = { ...process.env, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [XIAOHAO, ...args], { encoding: 'utf8', env });
  return { code: status, said: stdout + stderr };
}
/** The same command without a new process. */
async function xiaohao(...args: string[]): Promise<Answer> {
  const lines: string[] = [];
  const code = await main(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const versions = async (): Promise<unknown> =>
  (
    await test.database.pool.query(
      `SELECT workflow_version AS version, count(*)::int AS cases FROM rectification_case GROUP BY 1 ORDER BY 1`,
    )
  ).rows;

it('tries a policy on the past and says in numbers and case by case what would differ', async () => {
  const policy = { ...rectification.policy, workingDays: { default: 5, byCategory: {} } };
  const draft = file('policy.json', JSON.stringify({ name: 'rectification', version: 1, policy }));
  const { code, said } = await xiaohao(
    'workflow',
    'simulate',
    draft,
    '--from',
    '2026-03-01',
    '--to',
    '2026-03-31',
    '--cases',
  );
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toMatch(/2026-03-01 … 2026-03-31：3 个事项 .*，1 个会不同/);
  expect(said).toMatch(/^ZG-\S+ {2}2026-03-23 → 2026-03-09；blue·orange → blue·orange·red·talk/m);
  expect(await versions()).toEqual([{ version: 1, cases: 3 }]);
});

it('counts first and moves nothing, then moves the open cases, and finds none left', async () => {
  const order = ['workflow', 'migrate', 'rectification', '1', '2', '--as', 'admin'];
  const dry = typed(...order, '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.said).toMatch(/2 个未办结事项 .*2 个可转入 .*0 个留在原版本 .*0 处异常/);
  expect(await versions()).toEqual([{ version: 1, cases: 3 }]);
  const moved = await xiaohao(...order);
  expect(moved).toMatchObject({ code: 0 });
  expect(moved.said).toMatch(/2 个已转入/);
  expect(await versions()).toEqual([
    { version: 1, cases: 1 },
    { version: 2, cases: 2 },
  ]);
  expect((await xiaohao(...order)).said).toMatch(/^0 个未办结事项/m);
}, 30_000);

it.each([
  ['no version', ['migrate', 'rectification', '1'], '流程名和两个版本号'],
  ['nobody in whose name', ['migrate', 'rectification', '1', '2'], '--as USERNAME'],
  ['a file that is none', ['simulate', 'missing.json'], '不是可读的 JSON 文件'],
])('says what is wrong with %s, and writes nothing', async (_, args, words) => {
  const kept = await versions();
  const { code, said } = await xiaohao('workflow', ...args);
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) as string });
  expect(said).not.toContain('    at ');
  expect(await versions()).toEqual(kept);
});

it('refuses whoever is no administrator, a version that is not there, and numbers that cannot be', async () => {
  const clerk = await xiaohao('workflow', 'migrate', 'rectification', '1', '2', '--as', ACTOR.clerk.userId!);
  expect(clerk).toEqual({ code: 1, said: expect.stringContaining('只有管理员') as string });
  expect((await xiaohao('workflow', 'migrate', 'rectification', '1', '77', '--as', 'admin')).code).toBe(1);
  const policy = { ...rectification.policy, freshDays: -3 };
  const broken = file('broken.json', JSON.stringify({ name: 'rectification', version: 1, policy }));
  expect(await xiaohao('workflow', 'simulate', broken)).toEqual({
    code: 1,
    said: expect.stringContaining('freshDays') as string,
  });
}, 30_000);
