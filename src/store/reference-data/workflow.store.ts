/** Versions of workflows that the office saves itself, beside those that come with a release. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { IsNull, Not } from 'typeorm';
import { Refused } from '../../domain/errors.js';
import type { WorkflowFile } from '../../engine/machine.js';
import { takesTwo } from '../../engine/policy-needs.js';
import { type Workflow, Workflows } from '../../engine/workflow.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceDataStore } from './reference-data.store.js';
import { NOT_WITHDRAWN, ofThisRelease, workflowOf } from './workflow-files.js';
import { WorkflowVersion } from './workflow-version.entity.js';

/** Versions of one's own are numbered from here; those of releases stay below, so that no release ever takes a number that is in use. */
export const FIRST_OWN_VERSION = 1001;

@Injectable()
export class WorkflowStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
  ) {}

  /** Saves what `made` gives for the next number as a version of its own, in force at once on every server. The file has passed its checks. `also` is
   *  done in the same transaction. */
  async save(
    name: string,
    by: { personId: string; note: string; at: number },
    made: (version: number) => WorkflowFile,
    also: (version: number, client: PoolClient) => Promise<void>,
  ): Promise<Workflow> {
    const saved = await this.referenceData.change(async (entities, client) => {
      // The bump of the reference version lets such changes wait for each other, so the number is nobody else's.
      const last = await entities.find(WorkflowVersion, { where: { name }, order: { version: 'DESC' }, take: 1 });
      const version = Math.max(FIRST_OWN_VERSION, (last[0]?.version ?? 0) + 1);
      if (version > MOST_VERSIONS) throw tooMany();
      const content = JSON.stringify(made(version), null, 2);
      const hash = createHash('sha256').update(content).digest('hex');
      const { personId: savedBy, note, at } = by;
      const releasedAt = new Date(at);
      const row: WorkflowVersion = { name, version, hash, content, releasedAt, savedBy, note, ...NOT_WITHDRAWN };
      await entities.insert(WorkflowVersion, row);
      await also(version, client);
      return row;
    });
    const workflow = workflowOf(saved);
    this.workflows.add(workflow);
    return workflow;
  }

  /** Withdraws a version for new cases, on every server at once and for good: who, when and why stay on record. Open cases go on under it. False
   *  where it was withdrawn before; otherwise `also` is done in the same transaction. 409 where no other version would be left for new cases, 422 where
   *  only such would be as let a case leave by one person. */
  async withdraw(
    { name, version }: Pick<Workflow, 'name' | 'version'>,
    by: { personId: string; why: string; at: number },
    also: (client: PoolClient) => Promise<void>,
  ): Promise<boolean> {
    // The bump of the reference version lets such changes wait for each other, so the last two are never withdrawn at once.
    const changed = await this.referenceData.change(async (entities, client) => {
      const others = await entities.findBy(WorkflowVersion, { name, withdrawnAt: IsNull(), version: Not(version) });
      const left = others.flatMap((one) => this.workflows.version(name, one.version) ?? []);
      if (left.length === 0) throw lastOne();
      const present = this.workflows.version(name, version);
      if (present !== undefined && takesTwo(present) && !left.some(takesTwo)) throw lastStrict();
      const { personId: withdrawnBy, why: withdrawnWhy, at } = by;
      const to = { withdrawnAt: new Date(at), withdrawnBy, withdrawnWhy };
      const { affected } = await entities.update(WorkflowVersion, { name, version, withdrawnAt: IsNull() }, to);
      if (affected === 1) await also(client);
      return affected === 1;
    });
    await learnSavedVersions(this.database, this.workflows);
    return changed;
  }

  /** Who withdrew which version when and why. */
  async withdrawals(): Promise<Withdrawal[]> {
    const rows = await withdrawnIn(this.database);
    return rows.map(({ name, version, withdrawnBy, withdrawnAt, withdrawnWhy }) => ({
      ...{ name, version, personId: withdrawnBy!, at: withdrawnAt!.getTime(), why: withdrawnWhy! },
    }));
  }
}

export interface Withdrawal {
  name: string;
  version: number;
  personId: string;
  /** Epoch milliseconds. */
  at: number;
  why: string;
}

const withdrawnIn = ({ dataSource }: Pick<Database, 'dataSource'>): Promise<WorkflowVersion[]> =>
  dataSource.getRepository(WorkflowVersion).findBy({ withdrawnAt: Not(IsNull()) });

function lastStrict(): Refused {
  return new Refused(
    422,
    'workflow.olderRules',
    '停用后，新事项会退回到一人即可退出、一次回复即可停止督办的旧版流程：请先保存一个较新的版本',
    'New cases would fall back to a version under which one person lets a case go and one reply ends its orders: save a newer version first',
  );
}

function lastOne(): Refused {
  return new Refused(
    409,
    'workflow.lastVersion',
    '停用后没有其他版本可供新事项使用',
    'No other version would be left for new cases',
  );
}

const MOST_VERSIONS = 1_000_000;

function tooMany(): Refused {
  return new Refused(422, 'workflow.tooManyVersions', '自定版本过多', 'Too many versions were saved');
}

/** Takes in what another server did: versions that were saved, and which are withdrawn. */
export async function learnSavedVersions(
  { dataSource }: Pick<Database, 'dataSource'>,
  workflows: Workflows,
): Promise<void> {
  const stored = await dataSource.getRepository(WorkflowVersion).findBy({ savedBy: Not(IsNull()) });
  for (const row of stored) {
    const known = workflows.version(row.name, row.version) ?? ofThisRelease(row);
    if (known !== undefined) workflows.add(known);
  }
  workflows.withdraw(await withdrawnIn({ dataSource }));
}
