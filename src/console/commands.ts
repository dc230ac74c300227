/** The commands of the command line, each a few lines around what the service itself uses. */
import { SystemClock } from '../clock.js';
import { cleanStored } from '../evidence/clean-stored.js';
import { AttachmentStore } from '../store/files/attachment.store.js';
import { backup } from '../store/backup/backup.js';
import { restoreAndUpgrade } from '../store/backup/restore-and-upgrade.js';
import { byVersion } from '../store/cases/without-date.js';
import { checkCases, type CaseVerdict } from '../store/audit/check-cases.js';
import type { Config } from '../config.js';
import { keyFileIn, readKey } from '../store/encrypted/encryption-key.js';
import { Cipher } from '../store/encrypted/cipher.js';
import { keyFits, sampleSeals } from '../store/encrypted/held-settings.js';
import type { Database } from '../store/database/database.js';
import { bringTables } from '../store/database/bring-tables.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { TimerStore } from '../store/cases/timer.store.js';
import { verifyReports } from '../store/audit/report-recount.js';
import { verifyHistory } from '../store/audit/verify-history.js';
import { openWorkflows } from '../store/reference-data/workflow-files.js';
import { inTransaction, ONE_SNAPSHOT } from '../store/database/transaction.js';
import { ARCHIVE, RESTORE_ARCHIVE, sayArchived, withArchive } from './archive-commands.js';
import type { CommandLine } from './command-line.js';
import { IMPORT } from './ledger-commands.js';
import { CHANGE_KEY, CHANGE_ZONE } from './setting-commands.js';
import { WORKFLOW_CHECK, WORKFLOW_MIGRATE, WORKFLOW_SIMULATE } from './workflow-commands.js';
import { withDatabase } from './with-database.js';

const VERIFY_HISTORY: CommandLine = {
  words: ['verify-history'],
  args: '[--archive DIR]',
  says: '核验全部历史，指出被改动、删除、调换的记录；给出归档目录则一并核验 / finds any line of history that was changed, removed or swapped, in archive files too',
  run: (args, print) =>
    withDatabase(async ({ database, config }) => {
      const { folder } = withArchive(args, config);
      const { cases, events, archived, faults, digest } = await inTransaction(
        database.pool,
        (on) => verifyHistory(on, folder),
        ONE_SNAPSHOT,
      );
      for (const { number, messageZh, message } of faults) print(`${number}  ${messageZh} / ${message}`);
      print(`${cases} 个事项 / cases，${events} 条记录 / events，${faults.length} 处异常 / faults`);
      sayArchived(archived, print);
      print(`封印 / seal ${digest}`);
      return faults.length === 0 ? 0 : 1;
    }),
};

/** Names late cases without a next date, by the version of their workflow, with the way on. */
function sayWithoutDate(found: CaseVerdict['withoutDate'], print: (line: string) => void): void {
  for (const cases of byVersion(found)) {
    const { workflow, hasFailed } = cases[0]!;
    const of = `${workflow.name} ${workflow.version}`;
    print(`${cases.length} 个逾期事项没有下次期限 / late cases without a next date：${of}`);
    const numbers = cases.map(({ number }) => number);
    print(`  ${numbers.slice(0, 20).join(' ')}${numbers.length > 20 ? ' …' : ''}`);
    print(
      hasFailed
        ? '  定时出错已停放：查明原因后执行 timers release / their timers failed: mend the cause, then timers release'
        : `  该版本的督办一经回复或免除即停，请转到新版本 / their ladder ended with a reply or a waiver: workflow migrate ${of} 2`,
    );
  }
}

const CHECK: CommandLine = {
  words: ['check'],
  args: '[--archive DIR]',
  says: '核对全部事项：定时、历史、督办单、编号与报表数字 / holds timers, history, orders, numbers and figures of all cases against each other',
  run: (args, print) =>
    withDatabase(async ({ database, config }) => {
      const { folder } = withArchive(args, config);
      const workflows = await openWorkflows(database, Date.now(), { release: false });
      const refs = (await ReferenceDataStore.open(database, config.zone)).current();
      const { pool } = database;
      const verdict = await checkCases(pool, workflows, refs, folder);
      const key = await presentKey(config);
      const seals = key === null ? null : await sampleSeals(pool, new Cipher(key));
      const { cases, open, events, timers, archived, faults, digest } = verdict;
      for (const { number, fault, messageZh, message } of faults)
        print(`${number}  ${fault}  ${messageZh} / ${message}`);
      print(`${cases} 个事项 / cases，其中未办结 / open ${open}，${events} 条记录 / events`);
      print(
        `${timers.armed} 个定时 / timers，${timers.deadLettered} 个已停放 / failed，${faults.length} 处异常 / faults`,
      );
      sayWithoutDate(verdict.withoutDate, print);
      print(
        seals === null
          ? '加密内容未抽查：这台机器上没有密钥 / encrypted values not looked at: the key is not on this machine'
          : `抽查 ${seals.looked} 项加密内容 / encrypted values looked at，${seals.shut} 项打不开 / stay shut`,
      );
      sayArchived(archived, print);
      print(`封印 / seal ${digest}`);
      return faults.length === 0 && (seals === null || seals.shut === 0) ? 0 : 1;
    }),
};

const TIMERS: CommandLine = {
  words: ['timers'],
  args: '[release]',
  says: '列出因出错而停放的定时；release：原因排除后全部放回 / lists timers that failed; release: puts them back once the cause is mended',
  run: ([what], print) =>
    withDatabase(async ({ database }) => {
      const timers = new TimerStore(database);
      if (what === 'release') {
        print(`${await timers.release()} 个定时已放回 / timers put back`);
        return 0;
      }
      const { due, lag, deadLettered } = await timers.backlog(Date.now());
      for (const { number, timerId, dueAt, error } of await timers.parked(1000)) {
        print(`${number}  ${timerId}  ${new Date(dueAt).toISOString()}  ${error}`);
      }
      print(`${due} 个到期未触发 / due，最久 / longest ${Math.round(lag / 1000)} s，${deadLettered} 个已停放 / failed`);
      return deadLettered === 0 ? 0 : 1;
    }),
};

const BACKUP: CommandLine = {
  words: ['backup'],
  args: 'FILE',
  says: '备份整个数据库到一个文件 / writes the whole database to one file',
  run: ([file], print) =>
    withDatabase(
      async ({ database }) => {
        if (file === undefined) throw new Error('备份到哪个文件？ / which file?');
        const { rows, takenAt } = await backup(database, file);
        print(`${total(rows)} 行 / rows，${takenAt}，${file}`);
        return 0;
      },
      { tables: 'any' },
    ),
};

const RESTORE: CommandLine = {
  words: ['restore'],
  args: 'FILE',
  says: '把备份恢复到一个空的数据库（首次启动之前）/ restores a backup into an empty database, before its first start',
  run: ([file], print) =>
    withDatabase(
      async ({ database, config }) => {
        if (file === undefined) throw new Error('从哪个文件恢复？ / which file?');
        const { rows } = await restoreAndUpgrade(database, file, config.zone);
        print(`${total(rows)} 行 / rows，${file}`);
        await sayWhetherKeyFits(database.pool, config, print);
        return 0;
      },
      { tables: 'any' },
    ),
};

const MIGRATE: CommandLine = {
  words: ['migrate'],
  args: '',
  says: '把数据库的表结构升级到本版本（先备份、先停旧版服务）/ brings the tables to this release; back up and stop the older servers first',
  run: (_args, print) =>
    withDatabase(
      async ({ database, config }) => {
        const applied = await bringTables(database, config);
        for (const name of applied) print(name);
        print(`${applied.length} 步升级已执行 / migrations applied`);
        return 0;
      },
      { tables: 'any' },
    ),
};

/** The key that is on this machine; null where there is none. */
const presentKey = async ({ encryptionKey, dataDir }: Config): Promise<Buffer | null> =>
  encryptionKey ?? (await readKey(keyFileIn(dataDir)));

/** A restored database opens with the key it was encrypted with: better said now than at the first start. */
async function sayWhetherKeyFits(pool: Database['pool'], config: Config, print: (line: string) => void): Promise<void> {
  const key = await presentKey(config);
  const fits = key === null ? undefined : await keyFits(pool, key);
  if (fits === true) print('密钥相符 / the key fits');
  else if (key === null)
    print(`首次启动前请放回原来的密钥 / before the first start put the key back：${keyFileIn(config.dataDir)}`);
  else if (fits === false) print('密钥不符：启动会被拒绝，请换回原来的密钥 / another key: the start will be refused');
}

const VERIFY_REPORTS: CommandLine = {
  words: ['verify-reports'],
  args: '[YYYY-MM-DD …] [--archive DIR]',
  says: '重算报表并与记录比对 / recounts the reports from cases and history and says where they differ',
  run: (args, print) =>
    withDatabase(async ({ database, config }) => {
      const { folder, rest: days } = withArchive(args, config);
      const { calendar, units } = (await ReferenceDataStore.open(database, config.zone)).current();
      const unitIds = units.all().map(({ id }) => id);
      const now = new SystemClock(config.clockStart).now();
      const { recounts, rollup } = await verifyReports(database.pool, calendar, unitIds, now, days, folder);
      for (const { asOf, cases, unread, differing } of recounts) {
        const skipped = unread === 0 ? '' : `，${unread} 个已归档未计 / archived, not recounted (--archive DIR)`;
        print(`${asOf}  ${cases} 个事项 / cases，${differing} 处不符 / differences${skipped}`);
      }
      for (const split of rollup) print(`汇总不符 / the rollup differs: ${split}`);
      return recounts.every(({ differing }) => differing === 0) && rollup.length === 0 ? 0 : 1;
    }),
};

const CLEAN_EVIDENCE: CommandLine = {
  words: ['clean-evidence'],
  args: '[--forget-originals]',
  says: '去除升级前附件中的拍摄位置、设备等信息；--forget-originals：同时删除保留的原件（先备份）/ cleans files kept before the upgrade; --forget-originals: removes what was handed in (back up first)',
  run: (args, print) =>
    withDatabase(
      async ({ database, config }) => {
        await bringTables(database, config);
        const store = new AttachmentStore(database);
        let cleaned = 0;
        for (let hashes = await store.waiting(20); hashes.length > 0; hashes = await store.waiting(20)) {
          for (const sha256 of hashes) if (await cleanStored(store, sha256)) cleaned += 1;
        }
        const forgotten = args.includes('--forget-originals') ? await store.forgetOriginals() : 0;
        const { withheld, originals } = await store.cleaningState();
        print(
          `${cleaned} 个已清理 / cleaned，${withheld} 个无法清理、仅上传人和整改办可见 / withheld，${originals} 个原件保留 / originals kept，${forgotten} 个原件已删除 / originals removed`,
        );
        return withheld === 0 ? 0 : 1;
      },
      { tables: 'any' },
    ),
};

const total = (rows: Record<string, number>): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

export const COMMAND_LINES: readonly CommandLine[] = [
  WORKFLOW_CHECK,
  WORKFLOW_MIGRATE,
  WORKFLOW_SIMULATE,
  VERIFY_HISTORY,
  VERIFY_REPORTS,
  CHECK,
  TIMERS,
  IMPORT,
  CLEAN_EVIDENCE,
  BACKUP,
  RESTORE,
  MIGRATE,
  ARCHIVE,
  RESTORE_ARCHIVE,
  CHANGE_KEY,
  CHANGE_ZONE,
];
