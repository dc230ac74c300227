/** Taking over a ledger of 10,000 rows, beside reading the file alone, and beside writing alone; the processor and the memory that it takes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../src/domain/command.js';
import { afterImport } from '../src/ledger/write-import.js';
import { importOffice } from '../src/console/import-office.js';
import type { Workflows } from '../src/engine/workflow.js';
import { type ImportOffice, prepareImport, rehearse, stillPrepared } from '../src/ledger/prepare-import.js';
import { importLedger } from '../src/ledger/import-ledger.js';
import { readingOf } from '../src/ledger/reading/reading-of.js';
import type { Database } from '../src/store/database/database.js';
import { seedTenant } from '../src/store/people/tenant-seed.js';
import { ReferenceDataStore } from '../src/store/reference-data/reference-data.store.js';
import { Cipher } from '../src/store/encrypted/cipher.js';
import { openWorkflows } from '../src/store/reference-data/workflow-files.js';
import { workbookOf, type CellSpec } from '../test/support/workbook.js';
import type { BenchCluster } from './bench-cluster.js';
import { copyIn, copyOut } from './copy-files.js';
import { serverTime } from './processor-time.js';
import { median, ratiosOf, type Row } from './table.js';

/** The day of the import. */
export const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const HEADER =
  '问题编号,问题描述,问题来源,问题类别,责任单位,责任领导,责任人,反映时间,整改时限,完成时间,是否销号,整改措施,备注';
const PLACES = '东街,西街,南湖,北门,河滨,新华,和平,解放'.split(',');
const TROUBLES = '路灯不亮,乱停车辆,噪音扰民,占道经营,井盖破损,积水严重'.split(',');

/** A ledger as offices keep them: four rows of five struck off, the others under way; `first` is the number of its first row. Where `late` is said,
 *  every second one that is under way was due long before. */
export function ledger(rows: number, first = 0, late = false): Buffer {
  const lines: CellSpec[][] = Array.from({ length: rows }, (_, at) => {
    const n = first + at;
    const month = String(1 + (n % 11)).padStart(2, '0');
    const closed = n % 5 !== 0;
    return [
      `W${n}`,
      `${PLACES[n % 8]}社区第${n}号院${TROUBLES[n % 6]}，多次反映没有结果，影响居民出行，存在安全隐患`,
      '12345热线',
      '治安防范',
      `第${1 + (n % 40)}派出所`,
      '吴刚',
      '李强',
      closed ? `2025-${month}-03` : '2026-02-10',
      closed ? `2025-${month}-26` : late && n % 2 === 0 ? '2026-02-24' : '2026-03-20',
      closed ? `2025-${month}-${10 + (n % 18)}` : null,
      closed ? '是' : '否',
      closed ? '已更换灯具并安排每月巡查' : null,
      n % 3 === 0 ? '群众满意' : null,
    ];
  });
  return workbookOf({ sheets: [{ name: '台账', rows: [HEADER.split(','), ...lines] }] });
}

/** Seconds in which PostgreSQL takes the rows of all tables that such an import has filled, from files, in one transaction: nothing is read
 *  from a ledger, nothing decided, no foreign key looked at. */
async function bareWriting(cluster: BenchCluster, filled: Database): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-import-'));
  const database = await cluster.open('import_bare');
  const client = await database.pool.connect();
  try {
    const { rows: tables } = await filled.pool.query<{ name: string }>(
      `SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname`,
    );
    for (const { name } of tables) await copyOut(filled.pool, `SELECT * FROM ${name}`, 'binary', join(folder, name));
    await client.query('SET session_replication_role = replica');
    await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    await cluster.checkpoint();
    const begun = performance.now();
    await client.query('BEGIN');
    for (const { name } of tables) await copyIn(client, name, 'binary', join(folder, name));
    await client.query('COMMIT');
    return (performance.now() - begun) / 1e3;
  } finally {
    client.release(true);
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new tenant that takes over ledgers. */
export interface TakingOver {
  office: ImportOffice;
  /** The clerk who does it. */
  actor: Actor;
  referenceData: ReferenceDataStore;
  workflows: Workflows;
}

export async function takingOver(database: Database, now: () => number): Promise<TakingOver> {
  const referenceData = await ReferenceDataStore.open(database, 'Asia/Shanghai');
  await seedTenant(referenceData, database, () => Promise.resolve({ hash: '-', own: false }), NOW);
  const workflows = await openWorkflows(database, NOW);
  const { rows: units } = await database.pool.query<{ id: string }>('SELECT id FROM unit WHERE parent_id IS NULL');
  const root = units[0]!.id;
  const userId = uuid();
  await database.pool.query(
    `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, 'clerk', '王敏', '', $2, now())`,
    [userId, root],
  );
  const actor: Actor = { userId, name: '王敏', unitId: root, roles: [{ role: 'clerk', unitId: root }], via: 'web' };
  const office = importOffice(database, { referenceData, workflows, now }, new Cipher(Buffer.alloc(32, 7)));
  return { office, actor, referenceData, workflows };
}

/** The rows of the table. */
export async function benchImport(cluster: BenchCluster, rows = 10_000, rounds = 2): Promise<Row[]> {
  const file = { name: '台账.xlsx', bytes: ledger(rows) };
  const [ours, limit, bare]: [number[], number[], number[]] = [[], [], []];
  const [settling, node, server]: [number[], number[], number[]] = [[], [], []];
  const [preparing, confirming]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const read = performance.now();
    const reading = await readingOf(file, {}, '2026-03-02');
    limit.push((performance.now() - read) / 1e3);
    if (reading.rows.filter(({ entry }) => entry !== null).length !== rows) throw new Error('not every row was read');
    const database = await cluster.open('import_run');
    const { office, actor } = await takingOver(database, () => NOW);
    const shown = performance.now();
    const prepared = await prepareImport(office, { file, choices: { answers: { units: 'make' } }, actor, now: NOW });
    const done = await rehearse(office, prepared);
    preparing.push((performance.now() - shown) / 1e3);
    const confirmed = performance.now();
    if ((await stillPrepared(office, prepared, done, { actor, now: NOW })) === undefined)
      throw new Error('nothing had changed');
    confirming.push((performance.now() - confirmed) / 1e3);
    const { rows: own } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const [serverFrom, nodeFrom] = [serverTime(own[0]!.pid), process.cpuUsage()];
    const begun = performance.now();
    const report = await importLedger(office, { file, dryRun: false, actor, now: NOW });
    ours.push((performance.now() - begun) / 1e3);
    const used = process.cpuUsage(nodeFrom);
    node.push((used.user + used.system) / 1e6);
    server.push((serverTime(own[0]!.pid) - serverFrom) / 1e6);
    const settled = performance.now();
    await afterImport(office, report.imported, NOW);
    settling.push((performance.now() - settled) / 1e3);
    bare.push(await bareWriting(cluster, database));
    await database.close();
    if (report.imported !== rows) throw new Error(`of ${rows} rows ${report.imported} were imported`);
  }
  const grown = await memoryOfTwo(cluster, rows);
  await cluster.drop('import_run', 'import_bare');
  const ratios = ratiosOf(ours, limit);
  return [
    {
      work: `ledger import, ${rows.toLocaleString('en')} rows of xlsx, beside reading alone`,
      unit: 's',
      ours,
      limit,
      ratios,
      budget: 'within 5',
      within: median(ratios) <= 5,
    },
    {
      work: 'the same beside PostgreSQL copying in the rows that it writes',
      unit: 's',
      ours,
      limit: bare,
      ratios: ratiosOf(ours, bare),
      budget: '–',
      within: null,
    },
    alone('figures and plans brought up to it afterwards, which nobody waits for', 's', settling),
    alone('processor time of node meanwhile', 's', node),
    alone('processor time of PostgreSQL meanwhile', 's', server),
    {
      work: 'confirming it as it was shown, before the first row is written, beside reading, planning and rehearsing it',
      unit: 's',
      ours: confirming,
      limit: preparing,
      ratios: ratiosOf(confirming, preparing),
      budget: '–',
      within: null,
    },
    {
      ...alone(
        'memory of a server that takes over two such ledgers, at its most above the loaded program',
        'MB',
        grown,
      ),
      budget: 'under 300 MB',
      within: Math.max(...grown) < 300,
    },
  ];
}

/** Megabytes by which a server grows that takes over one ledger and then another, in a process of its own. */
async function memoryOfTwo(cluster: BenchCluster, rows: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-import-'));
  try {
    const paths = [0, rows].map((first) => join(folder, `${first}.xlsx`));
    paths.forEach((path, at) => writeFileSync(path, ledger(rows, at * rows)));
    await (await cluster.open('import_memory')).close();
    const hook = join(__dirname, '../test/support/run-typescript.cjs');
    const child = fork(join(__dirname, 'importing-server.ts'), [cluster.url('import_memory'), ...paths], {
      execArgv: ['-r', hook],
    });
    const [{ grown }] = (await once(child, 'message')) as [{ grown: number[] }];
    await once(child, 'exit');
    await cluster.drop('import_memory');
    return grown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const alone = (work: string, unit: string, ours: number[]): Row => ({
  ...{ work, unit, ours, limit: [], ratios: [], budget: '–', within: null },
});
