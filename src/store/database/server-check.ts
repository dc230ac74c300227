/** Looks at a PostgreSQL server before it is used: old enough to miss features, or deaf to Chinese, it is refused at the start. */
import pg from 'pg';
import { ListeningClient, TO_BE_LET_IN_MS } from './listening-client.js';
import { faultCode, StoreRefusal } from './store-refusal.js';

/** MERGE-era SQL and `NULLS NOT DISTINCT` begin with 15. */
const OLDEST = 15;

/**
 * Returns when the server can serve; makes the schema if it is named and missing, and pg_trgm if it may. Refuses an older server,
 * another encoding than UTF8, and a database where pg_trgm finds no trigram in Chinese: every search there would silently read all.
 */
export async function requireFitServer(
  target: pg.ClientConfig,
  schema: string | undefined,
  connectionTimeoutMillis = TO_BE_LET_IN_MS,
): Promise<void> {
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new StoreRefusal(
      'database.schemaName',
      `DATABASE_SCHEMA 只能由小写字母、数字和下划线组成：${schema}`,
      `DATABASE_SCHEMA may hold only lower-case letters, digits and underscores: ${schema}`,
    );
  }
  const client = new ListeningClient({
    connectionTimeoutMillis,
    ...target,
    application_name: 'xiaohao-check',
  });
  try {
    await client.connect();
  } catch (cause) {
    throw new StoreRefusal(
      'database.unreachable',
      `无法连接数据库：${String(cause)}`,
      `The database cannot be reached: ${String(cause)}`,
      undefined,
      { cause },
    );
  }
  try {
    await requireVersion(client);
    await requireTrigrams(client);
    if (schema !== undefined) await once(client, `CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(schema)}`);
  } finally {
    await client.end();
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version, encoding } = rows[0] ?? { version: '0', encoding: '' };
  const major = Math.floor(Number(version) / 10_000);
  if (major >= OLDEST && encoding === 'UTF8') return;
  throw new StoreRefusal(
    'database.serverTooOld',
    `需要 PostgreSQL ${OLDEST} 或更高版本、UTF8 编码；该服务器为 ${major}、${encoding}。`,
    `PostgreSQL ${OLDEST} or later with encoding UTF8 is needed; this server is ${major} with ${encoding}.`,
    { major, encoding },
  );
}

async function requireTrigrams(client: pg.Client): Promise<void> {
  try {
    await once(client, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (cause) {
    throw new StoreRefusal(
      'database.noTrigrams',
      '数据库缺少扩展 pg_trgm，当前用户也无权创建。请由数据库管理员执行 CREATE EXTENSION pg_trgm。',
      'The database lacks the extension pg_trgm and this user may not create it. Let its administrator run CREATE EXTENSION pg_trgm.',
      undefined,
      { cause },
    );
  }
  const { rows } = await client.query<{ found: number; ctype: string }>(
    `SELECT cardinality(show_trgm('座谈会')) AS found,
            (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype`,
  );
  if (rows[0]?.found) return;
  throw new StoreRefusal(
    'database.noChineseTrigrams',
    `数据库的 LC_CTYPE 为 ${rows[0]?.ctype}，无法检索中文。请新建数据库：CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8'。`,
    `The database's LC_CTYPE is ${rows[0]?.ctype}, under which Chinese cannot be searched. Make one with CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8'.`,
    { ctype: rows[0]?.ctype },
  );
}

/** `IF NOT EXISTS` does not hold against another session doing the same at once: the slower one meets the unique index of the catalogue. */
async function once(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (!['23505', '42710', '42P06'].includes(faultCode(error) ?? '')) throw error;
    await client.query(statement);
  }
}
