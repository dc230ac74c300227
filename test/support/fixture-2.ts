/** A tenant whose new cases are of version 2, with the second people that two-person steps take. */
import type { WorkflowFile } from '../../src/engine/machine.js';
import { Workflows } from '../../src/engine/workflow.js';
import type { Database } from '../../src/store/database/database.js';
import { compiled } from './drafted.js';
import { immediate2, rectification2, SECOND, staged2, workflowFile } from './engine.js';
import { openFixture, type Fixture } from './fixture.js';

/** As openFixture; `policy` laid over the numbers of `rectification` makes a version of the office's own, which new cases get. */
export async function openFixture2(
  database: Database,
  policy?: Partial<WorkflowFile['policy']>,
  now?: () => number,
): Promise<Fixture> {
  const fixture = await openFixture(database, now);
  const shipped = workflowFile('rectification', 2).file as WorkflowFile;
  const own =
    policy === undefined ? [] : [compiled({ ...shipped, version: 3, policy: { ...shipped.policy, ...policy } })];
  const added = [rectification2, immediate2, staged2, ...own];
  for (const { name, version, hash } of added) {
    await database.pool.query(
      `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ($1, $2, $3, '', now()) ON CONFLICT DO NOTHING`,
      [name, version, hash],
    );
  }
  for (const { userId, name, unitId } of Object.values(SECOND)) {
    await database.pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $3, '', $4, now())`,
      [userId, userId, name, unitId],
    );
  }
  fixture.dependencies.workflows = new Workflows([...fixture.dependencies.workflows.all(), ...added]);
  return fixture;
}
