/** Archives on the command line: histories of closed years out to files and back, in the name of an administrator. */
import { parseArgs } from 'node:util';
import { SystemClock } from '../clock.js';
import type { Config } from '../config.js';
import { Refused } from '../domain/errors.js';
import { archiveCases, planArchive, type WrittenFile } from '../store/archive/archive-cases.js';
import { ArchiveFolder } from '../store/archive/archive-folder.js';
import type { Mover } from '../store/archive/archive.store.js';
import { bringBack } from '../store/archive/bring-back.js';
import type { Database } from '../store/database/database.js';
import { bringTables } from '../store/database/bring-tables.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { renewReports } from '../store/reports/report-renewal.js';
import type { HistoryVerdict } from '../store/audit/verify-history.js';
import { openWorkflows } from '../store/reference-data/workflow-files.js';
import type { CommandLine } from './command-line.js';
import { actorOf } from './ledger-commands.js';
import { withDatabase } from './with-database.js';

/** A file of a thousand ordinary cases has some hundred kilobytes, and reading one history out of it takes an eye's blink. */
const CASES_PER_FILE = 1000;
const MOST_PER_FILE = 20_000;

/** The archive folder that the arguments or ARCHIVE_DIR name, undefined where neither does, and the other arguments. */
export function withArchive(
  args: readonly string[],
  config: Config,
): { folder: ArchiveFolder | undefined; rest: string[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { archive: { type: 'string' } },
  });
  const named = values.archive ?? config.archiveDir;
  return { folder: named === undefined ? undefined : new ArchiveFolder(named), rest: positionals };
}

/** Says how many histories are archived, and how many of them nobody read. */
export function sayArchived({ cases, unread }: HistoryVerdict['archived'], print: (line: string) => void): void {
  if (cases === 0) return;
  const not = unread === 0 ? '' : `，其中 ${unread} 个未核验 / not read (--archive DIR)`;
  print(`${cases} 个事项的历史已归档 / cases archived${not}`);
}

export const ARCHIVE: CommandLine = {
  words: ['archive'],
  args: '--year YYYY --to DIR --as USERNAME [--cases-per-file N] [--dry-run]',
  says: '把该年度及以前已办结事项的历史移到归档文件 / moves the history of cases closed in that year or before to files; --dry-run only counts',
  run: (args, print) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        year: { type: 'string' },
        to: { type: 'string' },
        as: { type: 'string' },
        'cases-per-file': { type: 'string', default: String(CASES_PER_FILE) },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const casesPerFile = Number(values['cases-per-file']);
    if (!/^\d{4}$/.test(values.year ?? '')) throw new Error('--year YYYY');
    if (!Number.isInteger(casesPerFile) || casesPerFile < 1 || casesPerFile > MOST_PER_FILE)
      throw new Error(`--cases-per-file 1 … ${MOST_PER_FILE}`);
    return withDatabase(
      async ({ database, config }) => {
        const folder = values.to ?? config.archiveDir;
        if (folder === undefined) throw new Error('归档到哪个目录？ / which folder? --to DIR');
        await bringTables(database, config);
        const { by, referenceData } = await administrator(database, config, values.as);
        const workflows = await openWorkflows(database, by.at, { release: false });
        const { calendar } = referenceData.current();
        const today = calendar.dayOf(by.at);
        // By the present definition, before the histories leave from which it is counted.
        await renewReports(database.pool, calendar, today);
        const order = { year: Number(values.year), folder, today, casesPerFile, by };
        const { pool } = database;
        const dryRun = values['dry-run'];
        const written = ({ name, cases, lines, bytes }: WrittenFile): void =>
          print(`${name}  ${cases} 个事项 / cases，${lines} 条记录 / lines，${bytes} 字节 / bytes`);
        const done = dryRun
          ? { ...(await planArchive(pool, workflows, order)), faults: [] }
          : await archiveCases(pool, workflows, order, written);
        for (const { number, messageZh, message } of done.faults) print(`${number}  ${messageZh} / ${message}`);
        const { recent, waiting, archived } = done.kept;
        print(
          `${done.cases} 个事项 / cases，${done.lines} 条记录 / lines ${dryRun ? '可归档 / can be archived' : '已归档 / archived'}`,
        );
        print(
          `未归档 / stay：${recent} 个仍可重启 / may be reopened，${waiting} 个尚有待办 / wait for something，${done.faults.length} 处异常 / faults；早已归档 / archived before：${archived}`,
        );
        return done.faults.length === 0 ? 0 : 1;
      },
      { tables: 'any' },
    );
  },
};

export const RESTORE_ARCHIVE: CommandLine = {
  words: ['restore-archive'],
  args: 'FILE --as USERNAME [--case NUMBER …]',
  says: '把归档文件中的历史调回数据库 / brings the histories of an archive file back; --case: only these',
  run: (args, print) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' }, case: { type: 'string', multiple: true } },
    });
    const [file] = positionals;
    if (file === undefined) throw new Error('哪个归档文件？ / which file?');
    return withDatabase(
      async ({ database, config }) => {
        await bringTables(database, config);
        const { by } = await administrator(database, config, values.as);
        const { cases, lines, present } = await bringBack(database.pool, file, by, values.case);
        print(
          `${cases} 个事项 / cases，${lines} 条记录 / lines 已调回 / back；${present} 个本来就在 / were there already`,
        );
        return 0;
      },
      { tables: 'any' },
    );
  },
};

/** Who decides it from the command line, and when. 403 for anybody who is not an administrator. */
export async function administrator(
  database: Database,
  config: Config,
  username: string | undefined,
): Promise<{ by: Mover; name: string; referenceData: ReferenceDataStore }> {
  if (username === undefined) throw new Error('--as USERNAME');
  const referenceData = await ReferenceDataStore.open(database, config.zone);
  const { userId, name, roles } = await actorOf(new PeopleStore(database, referenceData), username);
  if (userId === null || !roles.some(({ role }) => role === 'administrator')) {
    throw new Refused(
      403,
      'archive.forbidden',
      `只有管理员可以进行此操作：${username}`,
      `Only an administrator does this: ${username}`,
    );
  }
  return { by: { personId: userId, at: new SystemClock(config.clockStart).now() }, name, referenceData };
}
