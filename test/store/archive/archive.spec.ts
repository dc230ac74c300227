/** Closed years go out to files, whole cases at a time, and come back to the letter; nothing that was known is known no more. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { copyFile, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Refused } from '../../../src/domain/errors.js';
import { CommandExecutor } from '../../../src/executor/command-executor.js';
import { archiveCases, planArchive, type Archived } from '../../../src/store/archive/archive-cases.js';
import { ArchiveFolder } from '../../../src/store/archive/archive-folder.js';
import { ArchivedHistory } from '../../../src/store/archive/archived-history.js';
import { bringBack } from '../../../src/store/archive/bring-back.js';
import { checkCases } from '../../../src/store/audit/check-cases.js';
import { HistoryStore } from '../../../src/store/cases/history.store.js';
import { LedgerStore } from '../../../src/store/files/ledger.store.js';
import type { ReferenceDataStore } from '../../../src/store/reference-data/reference-data.store.js';
import { recount, verifyReports } from '../../../src/store/audit/report-recount.js';
import { verifyHistory } from '../../../src/store/audit/verify-history.js';
import { openFixture, type Fixture } from '../../support/fixture.js';
import { struckOff } from '../../support/closed-cases.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { ACTOR, at, calendar, refs, units } from '../../support/engine.js';

const TODAY = '2026-03-02';
const BY = { personId: ACTOR.administrator.userId!, at: at(TODAY) };

let test: TestDatabase;
let fixture: Fixture;
let folder: string;
/** Closed in 2024. */
let old: string[];
let open: string;

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-archive-'));
  old = [];
  for (let n = 0; n < 5; n += 1) old.push(await struckOff(fixture));
  await struckOff(fixture, 2025);
  open = await fixture.working(at('2026-02-02'));
});
afterEach(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const archive = (casesPerFile = 2, by = BY): Promise<Archived> =>
  archiveCases(test.database.pool, fixture.dependencies.workflows, {
    year: 2024,
    folder,
    today: TODAY,
    casesPerFile,
    by,
  });
const files = async (): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .map((name) => join(folder, name));
const at1 = async (): Promise<string> => (await files())[0]!;

/** Every line of history as PostgreSQL prints it. */
async function printed(): Promise<string[]> {
  const { rows } = await test.database.pool.query<{ line: string }>(
    'SELECT e::text AS line FROM case_event e ORDER BY case_id, seq',
  );
  return rows.map(({ line }) => line);
}
const count = async (table: string): Promise<number> =>
  (await test.database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n;
const verify = (where?: string) =>
  verifyHistory(test.database.pool, where === undefined ? undefined : new ArchiveFolder(where));
const kinds = async (): Promise<string[]> => (await verify(folder)).faults.map(({ fault }) => fault);
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

it('counts without writing what would go and what stays', async () => {
  const before = await printed();
  await fixture.collect(at('2026-02-02'));
  const plan = await planArchive(test.database.pool, fixture.dependencies.workflows, {
    year: 2025,
    today: '2025-09-10',
  }).catch((error: { code: string }) => error.code);
  expect(plan).toBe('archive.yearNotOver');
  expect(await planArchive(test.database.pool, fixture.dependencies.workflows, { year: 2024, today: TODAY })).toEqual({
    cases: 5,
    lines: 35,
    kept: { recent: 0, waiting: 0, archived: 0 },
  });
  expect((await printed()).slice(0, before.length).length).toBe(before.length);
  expect(await readdir(folder)).toEqual([]);
});

it('leaves what may be reopened, what waits for something, and what is open', async () => {
  // 180 days after the eighth of March end on the fourth of September.
  const plan = (year: number, today: string) =>
    planArchive(test.database.pool, fixture.dependencies.workflows, { year, today });
  await test.database.pool.query(`UPDATE rectification_case SET closed_on = '2024-12-20' WHERE id = $1`, [old[0]]);
  expect(await plan(2024, '2025-06-18')).toMatchObject({ cases: 4, kept: { recent: 1 } });
  expect(await plan(2024, '2025-06-19')).toMatchObject({ cases: 5, kept: { recent: 0 } });
  await test.database.pool.query(
    `INSERT INTO case_timer (case_id, timer_id, due_at, error, poisoned_at) VALUES ($1, 'parked', now(), 'broken', now())`,
    [old[1]],
  );
  expect(await plan(2024, TODAY)).toMatchObject({ cases: 4, kept: { waiting: 1 } });
});

it('moves histories out, and seal, checks, reports of any day and ledgers give what they gave', async () => {
  const { pool } = test.database;
  const before = await verify();
  const ledger = new LedgerStore(test.database, {} as ReferenceDataStore, fixture.dependencies.cases);
  const rows = await ledger.forExport([...old, open]);
  const days = ['2024-03-05', '2024-03-08', '2025-12-31'];
  const figures = async () =>
    (
      await verifyReports(
        pool,
        calendar,
        units.all().map(({ id }) => id),
        at(TODAY),
        days,
        new ArchiveFolder(folder),
      )
    ).recounts;
  const counted = await figures();

  const done = await archive();
  expect(done).toMatchObject({ cases: 5, lines: 35, faults: [] });
  expect(done.files.map(({ cases, lines }) => [cases, lines])).toEqual([
    [2, 14],
    [2, 14],
    [1, 7],
  ]);
  expect(await count('case_event')).toBe(before.events - 35);

  expect(await verify()).toMatchObject({
    digest: before.digest,
    events: before.events - 35,
    archived: { cases: 5, unread: 5 },
    faults: [],
  });
  expect(await verify(folder)).toMatchObject({
    digest: before.digest,
    events: before.events,
    archived: { cases: 5, unread: 0 },
    faults: [],
  });
  expect(await figures()).toEqual(counted);
  expect(counted.every(({ differing, facts }) => differing === 0 && facts > 0)).toBe(true);
  const unread = await recount(pool, calendar, '2024-03-08', 'history');
  expect([unread.unread, unread.differing, unread.cases]).toEqual([5, 0, counted[2]!.cases - 5]);
  expect((await checkCases(pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
  expect((await checkCases(pool, fixture.dependencies.workflows, refs, new ArchiveFolder(folder))).faults).toEqual([]);
  expect(await ledger.forExport([...old, open])).toEqual(rows);
  expect(rows[0]!.said.map(({ type }) => type)).toEqual(['SUBMIT']);
});

it('writes files that only their owner reads, that say what they are, and that sha256sum can check', async () => {
  await archive();
  const path = await at1();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const [about, first] = gunzipSync(await readFile(path))
    .toString()
    .split('\n');
  expect(JSON.parse(about!)).toMatchObject({ format: 'xiaohao-archive 1' });
  expect(JSON.parse(first!)).toMatchObject({ caseId: old[0], number: 'ZG-2024-000001' });
  expect(await readFile(`${path}.sha256`, 'utf8')).toMatch(
    /^[0-9a-f]{64} {2}ZG-2024-000001_ZG-2024-000002_\w+\.jsonl\.gz\n$/,
  );
  expect((await readdir(folder)).filter((name) => name.startsWith('unfinished'))).toEqual([]);
});

it('brings histories back to the letter, once, and the work goes on', async () => {
  const before = await printed();
  await archive();
  const back = [];
  for (const file of await files()) back.push(await bringBack(test.database.pool, file, BY));
  expect(back.map(({ cases, lines, present }) => [cases, lines, present])).toEqual([
    [2, 14, 0],
    [2, 14, 0],
    [1, 7, 0],
  ]);
  expect(await printed()).toEqual(before);
  expect([await count('archived_command'), await count('case_archive')]).toEqual([0, 5]);
  expect(await bringBack(test.database.pool, await at1(), BY)).toEqual({ cases: 0, lines: 0, present: 2 });
  expect(await printed()).toEqual(before);
  const { state } = await fixture.send(old[0]!, ACTOR.supervisor, at('2024-05-06'), 'REOPEN', { reason: '反弹' });
  expect(state.context.outcome).toBeNull();
  expect(await verify()).toMatchObject({ archived: { cases: 0 }, faults: [] });
});

it('brings back one case of a file and leaves the others away', async () => {
  await archive(5);
  const file = await at1();
  expect(await codeOf(bringBack(test.database.pool, file, BY, ['ZG-2024-000099']))).toBe('archive.caseNotThere');
  expect(await bringBack(test.database.pool, file, BY, ['ZG-2024-000003'])).toMatchObject({ cases: 1, lines: 7 });
  await fixture.send(old[2]!, ACTOR.clerk, at(TODAY), 'COMMENT', { text: '补充说明' });
  expect(await verify(folder)).toMatchObject({ archived: { cases: 4, unread: 0 }, faults: [] });
  // What went out, came back and grew goes out again, into a file of its own.
  expect(await archive(5, { ...BY, at: at('2026-03-03') })).toMatchObject({ cases: 1, lines: 8 });
  expect(await verify(folder)).toMatchObject({ archived: { cases: 5, unread: 0 }, faults: [] });
  expect(await bringBack(test.database.pool, file, BY)).toEqual({ cases: 4, lines: 28, present: 1 });
});

describe('commands', () => {
  const comment = (executor: CommandExecutor, caseId: string, id: string, text = '补充') =>
    codeOf(
      executor.execute({
        steps: [
          {
            kind: 'command',
            command: { id, type: 'COMMENT', caseId, actor: ACTOR.clerk, at: at(TODAY), payload: { text } },
          },
        ],
      }),
    );

  it('refuses one on an archived case, also where a server remembers the case, and accepts it once it is back', async () => {
    await fixture.send(old[0]!, ACTOR.clerk, at('2024-03-11'), 'COMMENT', { text: '一' });
    // As a server does that has looked whether the sender may know of the case.
    const { cases } = await fixture.dependencies.cases.load([old[0]!]);
    fixture.dependencies.cases.memory.remember([...cases.values()]);
    expect(fixture.dependencies.cases.memory.recall([old[0]!]).size).toBe(1);
    await archive(5);
    const id = randomUUID();
    expect(await comment(fixture.executor, old[0]!, id)).toBe('case.archived');
    expect(await count(`case_event WHERE case_id = '${old[0]}'`)).toBe(0);
    await bringBack(test.database.pool, await at1(), BY);
    expect(await comment(fixture.executor, old[0]!, id)).toBe('done');
  });

  it('takes only the archived one of a batch down', async () => {
    await archive(5);
    const send = (caseId: string) => comment(fixture.executor, caseId, randomUUID());
    expect(await Promise.all([send(open), send(old[0]!), send(open)])).toEqual(['done', 'case.archived', 'done']);
    expect((await verify(folder)).faults).toEqual([]);
  });

  it('never takes an archived id again: a repeat is answered where the file is at hand, another command is a conflict', async () => {
    const id = randomUUID();
    const first = await fixture.send(old[0]!, ACTOR.clerk, at('2024-03-11'), 'COMMENT', { text: '一' }, id);
    await archive(5);
    const far = new HistoryStore(test.database, new ArchivedHistory(test.database.pool, undefined));
    const near = new HistoryStore(test.database, new ArchivedHistory(test.database.pool, new ArchiveFolder(folder)));
    const lines = await count('case_event');
    expect(await comment(fixture.executor, open, id)).toBe('command.duplicate');
    expect(await comment(new CommandExecutor(fixture.dependencies, far), old[0]!, id, '一')).toBe('case.archived');
    expect(await comment(fixture.executor, old[0]!, id, '一')).toBe('case.archived');
    const [again] = await new CommandExecutor(fixture.dependencies, near).execute({
      steps: [
        {
          kind: 'command',
          command: {
            id,
            type: 'COMMENT',
            caseId: old[0]!,
            actor: ACTOR.clerk,
            at: at(TODAY),
            payload: { text: '一' },
          },
        },
      ],
    });
    expect(again).toMatchObject({ repeated: true, events: first.events, state: { version: first.state.version } });
    expect(await count('case_event')).toBe(lines);
  });
});

describe('a file that is not what was written', () => {
  let path: string;
  beforeEach(async () => {
    await archive(5);
    path = await at1();
  });

  it('shows when it is cut short, and nothing comes back from it', async () => {
    await truncate(path, statSync(path).size - 20);
    expect(await kinds()).toEqual(['archiveDamaged', 'archiveDamaged']);
    expect(await codeOf(bringBack(test.database.pool, path, BY))).toBe('archive.foreign');
    expect(await count('archived_command')).toBeGreaterThan(0);
  });

  it('shows when it is gone', async () => {
    await rename(path, `${path}.away`);
    expect(await kinds()).toEqual(['archiveMissing']);
    expect(await codeOf(bringBack(test.database.pool, path, BY))).toBe('archive.missing');
  });

  it('shows, with the line, when somebody rewrote it', async () => {
    const text = gunzipSync(await readFile(path)).toString();
    await writeFile(path, gzipSync(text.replace('更换灯具十二盏', '更换灯具二十盏')));
    const { faults } = await verify(folder);
    expect(faults.map(({ number, fault, seq }) => [number.slice(0, 14), fault, seq])).toEqual([
      ['ZG-2024-000001', 'archiveDamaged', undefined],
      ['ZG-2024-000001', 'altered', 5],
    ]);
    const folderOf = new ArchiveFolder(folder);
    const reading = new ArchivedHistory(test.database.pool, folderOf).of(old[0]!);
    await expect(reading).rejects.toMatchObject({ code: 'case.archived', details: { why: 'archive.damaged' } });
    await expect(reading).rejects.toBeInstanceOf(Refused);
  });

  it('shows when the row or the case was changed instead', async () => {
    await test.database.pool.query(`UPDATE case_archive SET lines = 9 WHERE case_id = $1`, [old[1]]);
    await test.database.pool.query(`UPDATE rectification_case SET head = sha256('forged') WHERE id = $1`, [old[2]]);
    expect((await verify()).faults.map(({ number, fault }) => [number, fault])).toEqual([
      ['ZG-2024-000002', 'archiveDiffers'],
      ['ZG-2024-000003', 'headDiffers'],
    ]);
  });

  it('shows when the row was taken away', async () => {
    await test.database.pool.query(`DELETE FROM case_archive WHERE case_id = $1`, [old[0]]);
    expect(new Set((await verify(folder)).faults.map(({ fault }) => fault))).toEqual(new Set(['missing']));
  });

  it('is refused when it belongs to another database', async () => {
    const other = await createTestDatabase();
    await copyFile(path, join(folder, 'copy.jsonl.gz'));
    expect(await codeOf(bringBack(other.database.pool, join(folder, 'copy.jsonl.gz'), BY))).toBe('archive.foreign');
    await other.drop();
  });
});

it('leaves a history that does not hold where it is, and says so', async () => {
  await test.database.pool.query(`UPDATE case_event SET actor_name = '别人' WHERE case_id = $1 AND seq = 3`, [old[3]]);
  const done = await archive(5);
  expect(done.cases).toBe(4);
  expect(done.faults.map(({ number, fault }) => [number, fault])).toEqual([['ZG-2024-000004', 'altered']]);
  expect(await count(`case_event WHERE case_id = '${old[3]}'`)).toBe(7);
});
