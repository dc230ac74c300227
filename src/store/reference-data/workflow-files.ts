/** Loads the workflow files of this release and holds them against what cases are pinned to. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { checkedWorkflow, DRAFT, migrationProblems, UnusableWorkflow } from '../../engine/check-workflow.js';
import { type Workflow, Workflows } from '../../engine/workflow.js';
import type { Database } from '../database/database.js';
import { StoreRefusal } from '../database/store-refusal.js';
import { WorkflowVersion } from './workflow-version.entity.js';

/** `<package>/workflows`, from the sources as from the build. */
export function workflowFolder(): string {
  const root = join(__dirname, '..', '..', '..');
  return join(root.endsWith('dist') ? join(root, '..') : root, 'workflows');
}

/** All workflows a case can be pinned to: the files of `folder` but drafts, checked, and earlier versions still in use by cases. New files are
 *  recorded as released at `at` (epoch milliseconds). Refuses (StoreRefusal) a released file whose content was changed, and
 *  with the check's own error a file that is no workflow. */
export async function openWorkflows(
  { pool, dataSource }: Pick<Database, 'pool' | 'dataSource'>,
  at: number,
  folder = workflowFolder(),
): Promise<Workflows> {
  const files = readFolder(folder);
  const versions = dataSource.getRepository(WorkflowVersion);
  const releasedAt = new Date(at);
  const found: WorkflowVersion[] = files.map(({ workflow: { name, version, hash }, content }) => ({
    name,
    version,
    hash,
    content,
    releasedAt,
    savedBy: null,
    note: '',
  }));
  if (found.length > 0) await versions.createQueryBuilder().insert().values(found).orIgnore().execute();
  const known = files.map(({ workflow }) => workflow);
  for (const row of await versions.find()) {
    const file = known.find(({ name, version }) => name === row.name && version === row.version);
    if (file !== undefined && file.hash !== row.hash) throw changed(row);
    if (file === undefined && (row.savedBy !== null || (await isUsed(pool, row)))) known.push(workflowOf(row));
  }
  requireMappings(known);
  return new Workflows(known);
}

/** The workflow of a stored version. */
export function workflowOf({ content, hash, savedBy, note, releasedAt }: WorkflowVersion): Workflow {
  const workflow = checkedWorkflow(JSON.parse(content), hash);
  return savedBy === null ? workflow : { ...workflow, saved: { by: savedBy, at: releasedAt.getTime(), note } };
}

/** Throws where a version leaves open cases of an earlier one, known here, without a place or a reason to stay. */
function requireMappings(known: readonly Workflow[]): void {
  for (const workflow of known) {
    const problems = migrationProblems(workflow, known);
    if (problems.length > 0) throw new UnusableWorkflow(`${workflow.name} v${workflow.version}`, problems);
  }
}

/** Asked in SQL, since cases know workflows and not the other way round. */
async function isUsed(pool: Pool, { name, version }: WorkflowVersion): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM rectification_case WHERE workflow_name = $1 AND workflow_version = $2 LIMIT 1',
    [name, version],
  );
  return rowCount === 1;
}

/** What this process has checked already, by file name and hash: checking a workflow costs some twenty milliseconds, and processes that open
 *  the store often open the same files. */
const checked = new Map<string, Workflow>();

function readFolder(folder: string): { workflow: Workflow; content: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith(DRAFT) && name !== 'schema.json')
    .sort()
    .map((name) => {
      // A check-out with Windows line ends is still the same release.
      const content = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      const hash = createHash('sha256').update(content).digest('hex');
      const key = `${name} ${hash}`;
      const workflow = checked.get(key) ?? checkedWorkflow(parsed(content, name), hash, name);
      checked.set(key, workflow);
      return { workflow, content };
    });
}

function parsed(content: string, name: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new StoreRefusal(
      'workflow.fileUnreadable',
      `流程文件 ${name} 不是有效的 JSON：${reason}`,
      `The workflow file ${name} is not valid JSON: ${reason}`,
      { name },
      { cause },
    );
  }
}

function changed({ name, version }: WorkflowVersion): StoreRefusal {
  const file = `${name}.v${version}.json`;
  return new StoreRefusal(
    'workflow.releasedFileChanged',
    `流程文件 ${file} 已经启用，不能再修改。请恢复原文件，把修改另存为 ${name}.v${version + 1}.json（version 改为 ${version + 1}）。`,
    `The workflow file ${file} has been released and was changed since. Put it back, and save the change as ${name}.v${version + 1}.json with version ${version + 1}.`,
    { file },
  );
}
