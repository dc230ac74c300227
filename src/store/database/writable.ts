/** Says whether the database can serve right now, and in words what is wrong where it cannot. */
import pg from 'pg';
import type { Said } from '../../domain/errors.js';
import { isConnectionLoss } from './database-fault.js';
import type { Database } from './database.js';
import { type Applied, APPLIED, breaking, lackingIn } from './migrate.js';

/** A commit that its synchronous standby has not confirmed for so long waits for one that is away, seconds. No statement timeout ends it. */
const UNCONFIRMED = 2;
/** Sorted where little fits into memory, so that it goes through a file on the disk of the data: a full one says so. */
const LOOK = `SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS "readOnly",
  EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user
    AND wait_event = 'SyncRep' AND query_start < now() - interval '${UNCONFIRMED} s') AS unconfirmed,
  (SELECT count(*) FROM (SELECT n FROM generate_series(1, 20000) n ORDER BY -n OFFSET 0) spilt) AS spilt`;

/** Undefined where the database takes writes and has tables that this release may work with. Never throws; as slow as the database is. */
export async function whyNotWritable(database: Pick<Database, 'lookPool' | 'dataSource'>): Promise<Said | undefined> {
  try {
    const { rows } = await database.lookPool.query<{ standby: boolean; readOnly: boolean; unconfirmed: boolean }>(LOOK);
    if (rows[0]!.standby) return NO_PRIMARY;
    if (rows[0]!.readOnly) return READ_ONLY;
    if (rows[0]!.unconfirmed) return NO_STANDBY;
    const { rows: applied } = await database.lookPool.query<Applied>(APPLIED);
    if (breaking(database, applied).length > 0) return NEWER_TABLES;
    const names = applied.map(({ name }) => name);
    return lackingIn(database, names).length === 0 ? undefined : OLD_TABLES;
  } catch (error) {
    return reasonOf(error);
  }
}

/** What a fault of the database means for whoever looks after it. */
export function reasonOf(error: unknown): Said {
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === '25006' || (code === '57P03' && !(error instanceof pg.DatabaseError))) return NO_PRIMARY;
  if (code === '53100' || code === '58030') return DISK_FULL;
  if (code === '53300') return FULL;
  if (code === '42P01') return OLD_TABLES;
  if (code === 'ETIMEDOUT' || /time(?:out|d out)/.test(String((error as Error).message))) return SILENT;
  const why = error instanceof Error ? error.message : String(error);
  return isConnectionLoss(error)
    ? said('database.unreachable', `无法连接数据库：${why}`, `The database cannot be reached: ${why}`)
    : said('database.fault', `数据库出错：${why}`, `The database fails: ${why}`);
}

const said = (code: string, messageZh: string, message: string): Said => ({ code, messageZh, message });

export const SILENT = said('database.silent', '数据库没有回应', 'The database does not answer');
const NO_PRIMARY = said(
  'database.noPrimary',
  '没有可以写入的主库：所连的服务器都是备库',
  'There is no primary to write to: every server named is a standby',
);
const NO_STANDBY = said(
  'database.noStandby',
  '同步备库没有应答，写入都在等它确认',
  'The synchronous standby does not answer: whatever is written waits for it',
);
const READ_ONLY = said(
  'database.readOnly',
  '数据库只读，无法写入',
  'The database is read-only: nothing can be written',
);
const DISK_FULL = said(
  'database.diskFull',
  '数据库所在磁盘已满，无法写入',
  'The disk of the database is full: nothing can be written',
);
const FULL = said('database.tooManyConnections', '数据库连接数已用完', 'The database has no connection left');
export const NEWER_TABLES = said(
  'database.newerTables',
  '数据库已由更新的版本升级，本版本不能与它同时运行，请停止这台服务器并安装新版本',
  'A newer release has migrated the database, and this one may not work beside it: stop this server and install the newer release',
);
const OLD_TABLES = said(
  'database.oldTables',
  '数据库的表结构低于本版本，需要升级',
  'The tables are older than this release: the database is to be migrated',
);
