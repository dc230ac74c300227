/** Workflow files and what cases are pinned to. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkflows, workflowFolder } from '../../src/store/reference-data/workflow-files.js';
import { openFixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
let folder: string;
const AT = Date.parse('2026-03-02T10:00:00+08:00');
const file = (name: string): string => join(folder, name);
/** The newest shipped version as the next one. */
const third = async (): Promise<object> => ({
  ...(JSON.parse(await readFile(file('rectification.v2.json'), 'utf8')) as object),
  version: 3,
});

beforeEach(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-workflows-'));
  await cp(workflowFolder(), folder, { recursive: true });
});
afterEach(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

it('are the same release after every start, and on a system with other line ends', async () => {
  const first = await openWorkflows(test.database, AT, { folder });
  const text = await readFile(file('staged.v1.json'), 'utf8');
  await writeFile(file('staged.v1.json'), text.replaceAll('\n', '\r\n'));
  const again = await openWorkflows(test.database, AT, { folder });
  const pins = (of: typeof first) => of.all().map(({ name, version, hash }) => ({ name, version, hash }));
  expect(pins(again)).toEqual(pins(first));
  expect(pins(first).map(({ name }) => name)).toEqual(expect.arrayContaining(['immediate', 'rectification', 'staged']));
});

it('stop the start when a released file was changed, and say what to do', async () => {
  await openWorkflows(test.database, AT, { folder });
  const text = await readFile(file('rectification.v1.json'), 'utf8');
  await writeFile(file('rectification.v1.json'), text.replace('"default": 15', '"default": 14'));
  await expect(openWorkflows(test.database, AT, { folder })).rejects.toMatchObject({
    code: 'workflow.releasedFileChanged',
    message: expect.stringContaining('rectification.v2.json'),
    messageZh: expect.stringMatching(/rectification\.v1\.json 已经启用/),
  });
});

it('take a new version in beside the old one', async () => {
  await openWorkflows(test.database, AT, { folder });
  expect((await openWorkflows(test.database, AT, { folder })).newest('rectification').version).toBe(2);
  await writeFile(file('rectification.v3.json'), JSON.stringify(await third()));
  const workflows = await openWorkflows(test.database, AT, { folder });
  expect(workflows.newest('rectification').version).toBe(3);
});

it('are released by a start alone: a command that looks around writes nothing, and takes no new version', async () => {
  await openWorkflows(test.database, AT, { folder });
  await writeFile(file('rectification.v3.json'), JSON.stringify(await third()));
  const count = async (): Promise<unknown> =>
    (await test.database.pool.query('SELECT count(*)::int AS rows FROM workflow_version')).rows[0];
  const before = await count();
  const looking = await openWorkflows(test.database, AT, { folder, release: false });
  expect(looking.newest('rectification').version).toBe(2);
  expect(await count()).toEqual(before);
});

it('that are drafts are not taken in: new cases get the newest version in force', async () => {
  await writeFile(file('rectification.v3.draft.json'), JSON.stringify(await third()));
  const workflows = await openWorkflows(test.database, AT, { folder });
  expect(workflows.all().map(({ name, version }) => `${name} ${version}`)).toEqual([
    'immediate 1',
    'immediate 2',
    'rectification 1',
    'rectification 2',
    'staged 1',
    'staged 2',
  ]);
  const { rows } = await test.database.pool.query('SELECT DISTINCT version FROM workflow_version ORDER BY 1');
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});

it('that are no JSON or no workflow are refused by name', async () => {
  await writeFile(file('broken.v1.json'), '{');
  await expect(openWorkflows(test.database, AT, { folder })).rejects.toMatchObject({ code: 'workflow.fileUnreadable' });
  await writeFile(file('broken.v1.json'), '{"name":"broken"}');
  await expect(openWorkflows(test.database, AT, { folder })).rejects.toThrow(/broken\.v1\.json/);
});

it('whose file is gone still serve the cases that are pinned to them, and only those', async () => {
  const fixture = await openFixture(test.database, () => AT);
  await fixture.collect(AT, { workflow: 'staged' });
  const content = await readFile(file('staged.v1.json'), 'utf8');
  await test.database.pool.query('UPDATE workflow_version SET content = $1', [content]);
  for (const name of ['immediate', 'rectification', 'staged']) {
    for (const version of [1, 2]) await rm(file(`${name}.v${version}.json`));
  }
  const missing: string[] = [];
  const workflows = await openWorkflows(test.database, AT, { folder, onMissing: (files) => missing.push(...files) });
  expect(missing).toEqual(['immediate.v1.json', 'rectification.v1.json', 'staged.v1.json']);
  expect(workflows.all().map(({ name }) => name)).toEqual(['staged']);
  const pin = fixture.dependencies.workflows.newest('staged');
  expect(workflows.pinned(pin).machine).toBeDefined();
});
