/** Versions of workflows that the office saves itself, beside those that come with a release. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Refused } from '../../domain/errors.js';
import type { WorkflowFile } from '../../engine/machine.js';
import { type Workflow, Workflows } from '../../engine/workflow.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceDataStore } from './reference-data.store.js';
import { workflowOf } from './workflow-files.js';
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

  /** Saves what `made` gives for the next number as a version of its own, in force at once on every server. The file has passed its checks. */
  async save(
    name: string,
    by: { personId: string; note: string; at: number },
    made: (version: number) => WorkflowFile,
  ): Promise<Workflow> {
    const saved = await this.referenceData.change(async (entities) => {
      // The bump of the reference version lets such changes wait for each other, so the number is nobody else's.
      const last = await entities.find(WorkflowVersion, { where: { name }, order: { version: 'DESC' }, take: 1 });
      const version = Math.max(FIRST_OWN_VERSION, (last[0]?.version ?? 0) + 1);
      if (version > MOST_VERSIONS) throw tooMany();
      const content = JSON.stringify(made(version), null, 2);
      const hash = createHash('sha256').update(content).digest('hex');
      const { personId: savedBy, note, at } = by;
      const row: WorkflowVersion = { name, version, hash, content, releasedAt: new Date(at), savedBy, note };
      await entities.insert(WorkflowVersion, row);
      return row;
    });
    const workflow = workflowOf(saved);
    this.workflows.add(workflow);
    return workflow;
  }
}

const MOST_VERSIONS = 1_000_000;

function tooMany(): Refused {
  return new Refused(422, 'workflow.tooManyVersions', '自定版本过多', 'Too many versions were saved');
}

/** Takes in the versions that another server saved. */
export async function learnSavedVersions(
  { dataSource }: Pick<Database, 'dataSource'>,
  workflows: Workflows,
): Promise<void> {
  const stored = await dataSource.getRepository(WorkflowVersion).findBy({ savedBy: Not(IsNull()) });
  for (const row of stored) {
    if (workflows.version(row.name, row.version) === undefined) workflows.add(workflowOf(row));
  }
}
