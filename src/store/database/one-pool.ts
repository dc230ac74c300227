/** Lets repositories work on the connections of our own pool, alone or inside a transaction that `pg` began: one pool, one way to fail. */
import type pg from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, type ReplicationMode } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { preparedName } from '../sql/prepared.js';

/** What TypeORM takes for the package `pg`: a pool that is `pool`. Whoever made `pool` hears of its faults and ends it. */
export function pgOver(pool: pg.Pool): { Pool: new () => object } {
  return {
    Pool: class {
      on(): void {}
      connect(taken: Parameters<typeof pool.connect>[0]): void {
        pool.connect(taken);
      }
      end(ended: () => void): void {
        ended();
      }
    },
  };
}

type Asked = Parameters<PostgresQueryRunner['query']>;
type Answered = ReturnType<PostgresQueryRunner['query']>;

/** Texts that are prepared: there are some dozens, and a list of any length that somebody writes into one must not fill the server. */
const MOST_TEXTS = 300;
const prepared = new Set<string>();

/** What `pg` gets: a SELECT by its name, so that a connection plans it once and not each time. */
function named(text: string): string | pg.QueryConfig {
  if (!text.startsWith('SELECT') || (prepared.size >= MOST_TEXTS && !prepared.has(text))) return text;
  prepared.add(text);
  return { name: preparedName('entities', text), text };
}

/** Fails with the driver's own error, with its code and constraint: TypeORM's carries every value that was sent, names and hashes too. */
class PlainRunner extends PostgresQueryRunner {
  override async query(text: Asked[0], values?: Asked[1], structured?: Asked[2]): Answered {
    try {
      // TypeORM hands the text on as it is.
      return await super.query((values === undefined ? text : named(text)) as string, values, structured);
    } catch (error) {
      throw error instanceof QueryFailedError ? error.driverError : error;
    }
  }
}

/** Runs on a connection that is inside a transaction already, which only its owner ends. */
class RunnerInTransaction extends PlainRunner {
  constructor(driver: PostgresDriver, client: pg.ClientBase) {
    super(driver, 'master');
    this.databaseConnection = client;
    // A transaction of TypeORM's own inside of it is a savepoint.
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }
}

/** To be called once, before the first query. */
export function failPlainly({ driver }: DataSource): void {
  const own = driver as PostgresDriver;
  own.createQueryRunner = (mode: ReplicationMode) => new PlainRunner(own, mode);
}

/** Repositories on the connection of a transaction: `entitiesOn(dataSource, client).getRepository(Person)`. */
export function entitiesOn(dataSource: DataSource, client: pg.ClientBase): EntityManager {
  return dataSource.createEntityManager(new RunnerInTransaction(dataSource.driver as PostgresDriver, client));
}
