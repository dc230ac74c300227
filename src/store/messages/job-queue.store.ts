/** The job queue (graphile-worker): its tables in a schema beside the tenant's, its jobs made anew from deliveries, its faults told and never fatal. */
import { Inject, Injectable } from '@nestjs/common';
import type { Runner, RunnerOptions } from 'graphile-worker';
import pg from 'pg';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { faultCode, StoreRefusal } from '../database/store-refusal.js';
import type { Client } from './entry-rows.js';
import { JobSchemaStore } from './job-schema.store.js';

/** The one kind of job; its key is the bundle. */
const TASK = 'deliver';
/** Jobs that one server works on at once. */
const AT_ONCE = 5;
/** How often it looks whether something is due; new jobs wake it at once. */
const LOOKS_MS = 2_000;
/** The queue's own limit is out of reach: a delivery knows how often it was tried. */
const MOST_ATTEMPTS = 50;
/** No job takes half as long: one that was taken before belongs to a server that is gone. */
const GONE_SECONDS = 120;

/** A server that is asked to stop is gone within ten seconds. */
const PATIENCE_MS = 4_000;

export type Deliver = (bundleId: string) => Promise<void>;
type Log = (message: string) => void;

@Injectable()
export class JobQueueStore {
  private runner: Runner | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly schema: JobSchemaStore,
  ) {}

  /** Its schema as it is written in a statement. */
  async quotedSchema(): Promise<string> {
    return pg.escapeIdentifier(await this.schema.nameOf());
  }

  /** Makes or upgrades its tables, however many servers do so at once. Refuses (StoreRefusal) where the schema is missing and may not be made. */
  async prepare(log: Log): Promise<void> {
    const schema = await this.schema.nameOf();
    await this.makeSchema(schema);
    const { runMigrations } = await import('graphile-worker');
    await runMigrations({ ...(await this.options(log)), pgPool: this.database.pool });
  }

  /** Adds a job for each bundle in the transaction of `client`; one that is waiting already stays the only one. */
  async add(client: Client, bundleIds: readonly string[]): Promise<void> {
    if (bundleIds.length === 0) return;
    const schema = await this.quotedSchema();
    await client.query(
      `SELECT count(*) FROM ${schema}.add_jobs(ARRAY(SELECT (
         '${TASK}', json_build_object('bundle', b), NULL, NULL, ${MOST_ATTEMPTS}, b, NULL, NULL)::${schema}.job_spec FROM unnest($1::text[]) b))`,
      [bundleIds],
    );
  }

  /** Lets other servers take what a server held that is gone. How many such there were. */
  async releaseGone(): Promise<number> {
    const schema = await this.quotedSchema();
    const { rows } = await this.database.pool.query<{ gone: string[] | null }>(
      `SELECT array_agg(DISTINCT locked_by) AS gone FROM ${schema}._private_jobs WHERE locked_at < now() - interval '${GONE_SECONDS} seconds'`,
    );
    const gone = rows[0]!.gone ?? [];
    if (gone.length > 0) await this.database.pool.query(`SELECT ${schema}.force_unlock_workers($1)`, [gone]);
    return gone.length;
  }

  /** Starts to work on jobs, once; where it stopped by itself, anew. */
  async start(deliver: Deliver, log: Log): Promise<void> {
    if (this.runner !== undefined) return;
    const { run } = await import('graphile-worker');
    const taskList = { [TASK]: (payload: unknown) => deliver((payload as { bundle: string }).bundle) };
    const options: RunnerOptions = { ...(await this.options(log)), taskList, parsedCronItems: [] };
    const runner = await run({ ...options, concurrency: AT_ONCE, pollInterval: LOOKS_MS });
    this.runner = runner;
    const over = (error?: unknown): void => {
      if (error !== undefined) log(`the job queue stopped: ${error instanceof Error ? error.message : String(error)}`);
      if (this.runner === runner) this.runner = undefined;
    };
    runner.promise.then(() => over(), over);
  }

  /** Works on what is due now and returns; for measurements and drills. */
  async runOnce(deliver: Deliver, log: Log): Promise<void> {
    const { runOnce } = await import('graphile-worker');
    const taskList = { [TASK]: (payload: unknown) => deliver((payload as { bundle: string }).bundle) };
    await runOnce({ ...(await this.options(log)), concurrency: AT_ONCE }, taskList);
  }

  /** Takes no more jobs and lets those in hand finish, for a few seconds: what takes longer another server makes anew. */
  async stop(): Promise<void> {
    const { runner } = this;
    this.runner = undefined;
    if (runner === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((settle) => (timer = setTimeout(settle, PATIENCE_MS)));
    await Promise.race([runner.stop().catch(() => undefined), enough]);
    clearTimeout(timer);
  }

  private async options(log: Log): Promise<RunnerOptions> {
    const { Logger } = await import('graphile-worker');
    const logger = new Logger(() => (level, message) => {
      // What a job failed with is on record with its delivery.
      if ((level === 'error' && !message.includes('Failed task')) || level === 'warning') log(message);
    });
    return { pgPool: this.database.pool, schema: await this.schema.nameOf(), noHandleSignals: true, logger };
  }

  /** The queue would ask for the right to make schemas even where its own is there; so it finds its first table made. */
  private async makeSchema(schema: string): Promise<void> {
    const quoted = pg.escapeIdentifier(schema);
    const { rows } = await this.database.pool.query<{ there: boolean }>(
      'SELECT to_regnamespace(quote_ident($1)) IS NOT NULL AS there',
      [schema],
    );
    try {
      if (!rows[0]!.there) await this.once(`CREATE SCHEMA IF NOT EXISTS ${quoted}`);
      await this.once(
        `CREATE TABLE IF NOT EXISTS ${quoted}.migrations (id int PRIMARY KEY, ts timestamptz DEFAULT now() NOT NULL, breaking boolean NOT NULL DEFAULT false)`,
      );
    } catch (error) {
      if (faultCode(error) !== '42501') throw error;
      throw new StoreRefusal(
        'jobs.noSchema',
        `送达队列需要模式 ${schema}，当前数据库用户无权创建。请由数据库管理员执行 CREATE SCHEMA ${schema} AUTHORIZATION 该用户；在此之前消息只进系统内的“消息”。`,
        `The job queue needs the schema ${schema}, which this user may not make. Let the database's administrator run CREATE SCHEMA ${schema} AUTHORIZATION the user; until then messages stay in the inbox.`,
        { schema },
      );
    }
  }

  /** `IF NOT EXISTS` does not hold against another server doing the same at once. */
  private async once(statement: string): Promise<void> {
    try {
      await this.database.pool.query(statement);
    } catch (error) {
      if (!['23505', '42710', '42P06', '42P07'].includes(faultCode(error) ?? '')) throw error;
      await this.database.pool.query(statement);
    }
  }
}
