/** Walks the steps of CONTRIBUTING.md on a copy of the sources: a command, a rule, a measure and a migration are added where it says, and work. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const root = resolve(__dirname, '../..');
const steps = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
let copy: string;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  copy = mkdtempSync(join(tmpdir(), 'xiaohao-recipes-'));
  for (const path of ['.swcrc', 'migrations', 'src', 'test/recipes', 'test/support', 'workflows', 'package.json']) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(async () => {
  rmSync(copy, { recursive: true, force: true });
  await database.drop();
});

/** Adds text behind a line of a file that the steps name, found by the name that the steps say stands in it. */
function add(path: string, name: string, line: RegExp, added: string): void {
  expect([path, steps.includes(`\`${path}\``)]).toEqual([path, true]);
  expect([name, steps.includes(`\`${name}\``)]).toEqual([name, true]);
  const text = readFileSync(join(copy, path), 'utf8');
  const found = line.exec(text);
  expect([path, found?.[0]]).toEqual([path, expect.stringContaining(name)]);
  const end = found!.index + found![0].length;
  writeFileSync(join(copy, path), `${text.slice(0, end)}\n${added}${text.slice(end)}`);
}

it('adds a command with its rule, a measure with its migration, and all of it works', () => {
  add(
    'src/engine/commands.ts',
    'COMMANDS',
    /^export const COMMANDS = .*$/m,
    `  CLAIM: { labels: labels('领办', 'Claim'), schema: payload({ note: prose('说明', 'Note') }) },`,
  );
  add(
    'src/engine/changes-work.ts',
    'WORK_CHANGES',
    /^export const WORK_CHANGES.*$/m,
    '  claim: () => ({ isKey: true }),',
  );
  add(
    'src/engine/rules-people.ts',
    'PEOPLE_RULES',
    /^export const PEOPLE_RULES.*$/m,
    `  isClaimant: rule((context, env) => office(context, env, ['leader']), '须由领导小组成员领办', 'Only a leader claims', { who: ['leader'] }),`,
  );
  const newest = JSON.parse(readFileSync(join(copy, 'workflows/rectification.v2.json'), 'utf8')) as {
    machine: { states: { stage: { states: { collected: { on: object } } } } };
  };
  const { collected } = newest.machine.states.stage.states;
  collected.on = { ...collected.on, CLAIM: { guard: 'isClaimant', actions: ['claim'] } };
  writeFileSync(join(copy, 'workflows/rectification.v3.json'), JSON.stringify({ ...newest, version: 3 }));

  const caseFacts = 'src/domain/case-facts.ts';
  add(caseFacts, 'MEASURES', /^export const MEASURES = \[$/m, `  'claimed',`);
  add(
    caseFacts,
    'caseFacts',
    /^export function caseFacts[\s\S]*?^ {2}const \{ outcome.*$/m,
    `  if (context.isKey) say('claimed', state.facts.collectedOn);`,
  );
  add('src/domain/fact-moves.ts', 'COUNTED', /^const COUNTED.*$/m, `  'isKey',`);
  add(
    'src/store/reports/report-rollup.entity.ts',
    'ReportRollup',
    /^export class ReportRollup \{$/m,
    `  @Column('int', { default: 0 }) claimed: number;`,
  );
  writeFileSync(
    join(copy, 'migrations/9999999999999-count-claims.ts'),
    `import type { MigrationInterface, QueryRunner } from 'typeorm';
export class CountClaims9999999999999 implements MigrationInterface {
  name = 'CountClaims9999999999999';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_rollup ADD COLUMN claimed int NOT NULL DEFAULT 0');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report_rollup DROP COLUMN claimed');
  }
}
`,
  );

  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './test/support/run-typescript.cjs', 'test/recipes/walk.ts'],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, DATABASE_URL: database.connectionString } },
  );
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    command: { isKey: true, label: expect.stringContaining('领办'), offers: { leader: true, clerk: false } },
    rule: {
      refusal: { code: 'rule.isClaimant', messageZh: expect.stringContaining('须由领导小组成员领办') },
      known: true,
    },
    measure: { deltas: [['2026-03-02', 1]], column: 'claimed' },
    migration: {
      last: 'CountClaims9999999999999',
      missing: [],
      // Without the migration the entity asks for the column: the two are held against each other.
      missingWithout: [expect.stringContaining('claimed')],
    },
  });
});
