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

export interface Opening {
  folder?: string;
  /** Whether new files are released by this: a start of the service does, a command that looks around does not. Default true. */
  release?: boolean;
  /** Told the released files that are not in the folder. */
  onMissing?: (files: string[]) => void;
}

/** All workflows a case can be pinned to: the files of `folder` but drafts, checked, and earlier versions still in use by cases. New files are
 *  recorded as released at `at` (epoch milliseconds), or left out where nothing is released. Refuses (StoreRefusal) a released file whose content
 *  was changed, and with the check's own error a file that is no workflow. A stored version that passes no check here is of a newer release: its
 *  cases are left to the servers that know it. */
export async function openWorkflows(
  { pool, dataSource }: Pick<Database, 'pool' | 'dataSource'>,
  at: number,
  { folder = workflowFolder(), release = true, onMissing }: Opening = {},
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
    ...NOT_WITHDRAWN,
  }));
  if (release && found.length > 0) await versions.createQueryBuilder().insert().values(found).orIgnore().execute();
  const rows = await versions.find();
  const isRow = ({ name, version }: Workflow): boolean =>
    rows.some((row) => row.name === name && row.version === version);
  const known = files.map(({ workflow }) => workflow).filter(isRow);
  const missing: WorkflowVersion[] = [];
  for (const row of rows) {
    const file = known.find(({ name, version }) => name === row.name && version === row.version);
    if (file !== undefined && file.hash !== row.hash) throw changed(row);
    if (file !== undefined) continue;
    if (row.savedBy === null) missing.push(row);
    const stored = row.savedBy !== null || (await isUsed(pool, row)) ? ofThisRelease(row) : undefined;
    if (stored !== undefined) known.push(stored);
  }
  if (missing.length > 0) onMissing?.(missing.map(fileName).sort());
  requireMappings(known);
  const withdrawn = rows.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return new Workflows(known, withdrawn);
}

/** The stored version; undefined where a newer release saved what this one does not understand. */
export function ofThisRelease(row: WorkflowVersion): Workflow | undefined {
  try {
    return workflowOf(row);
  } catch (error) {
    if (error instanceof UnusableWorkflow || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const fileName = ({ name, version }: Pick<WorkflowVersion, 'name' | 'version'>): string => `${name}.v${version}.json`;

export const NOT_WITHDRAWN = { withdrawnAt: null, withdrawnBy: null, withdrawnWhy: null } as const;

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
  const file = fileName({ name, version });
  return new StoreRefusal(
    'workflow.releasedFileChanged',
    `流程文件 ${file} 已经启用，不能再修改。请恢复原文件，把修改另存为 ${name}.v${version + 1}.json（version 改为 ${version + 1}）。`,
    `The workflow file ${file} has been released and was changed since. Put it back, and save the change as ${name}.v${version + 1}.json with version ${version + 1}.`,
    { file },
  );
}
