/** Where the job queue keeps its tables: a schema beside the tenant's, since both name a table `migrations`. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

/** What PostgreSQL keeps of a name. */
const LONGEST = 63;

/** `<tenant>_jobs`; of a name that is too long for that its beginning and a hash. */
export function jobSchemaOf(tenant: string): string {
  const name = `${tenant}_jobs`;
  if (name.length <= LONGEST) return name;
  return `${tenant.slice(0, 40)}_${createHash('sha256').update(tenant).digest('hex').slice(0, 16)}_jobs`;
}

@Injectable()
export class JobSchemaStore {
  private name: string | undefined;

  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Its name. */
  async nameOf(): Promise<string> {
    if (this.name !== undefined) return this.name;
    const { rows } = await this.database.pool.query<{ tenant: string }>('SELECT current_schema() AS tenant');
    return (this.name = jobSchemaOf(rows[0]!.tenant));
  }

  /** True when the queue has its tables. */
  async isReady(): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ ready: boolean }>(
      `SELECT to_regclass(quote_ident($1) || '._private_jobs') IS NOT NULL AS ready`,
      [await this.nameOf()],
    );
    return rows[0]!.ready;
  }
}
