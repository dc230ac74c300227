/** A drafted workflow: a whole file, or the numbers of a policy laid on a version that is there. */
import { createHash } from 'node:crypto';
import { notFound, Refused } from '../domain/errors.js';
import { workflowProblems, migrationProblems, type Problem } from '../engine/check-workflow.js';
import type { WorkflowFile } from '../engine/machine.js';
import { compileWorkflow, type Workflow, type Workflows } from '../engine/workflow.js';

/** Most problems told at once. */
const MOST_TOLD = 50;

/** The file of a workflow that is in use. */
export function fileOf({ name, version, labels, track, policy, migratesFrom, config }: Workflow): WorkflowFile {
  const known = migratesFrom.length === 0 ? {} : { migratesFrom: [...migratesFrom] };
  return { name, version, labels, track, policy, ...known, machine: config };
}

/** The drafted workflow: `given` is a whole file, or `{name, version, policy}` without a machine, whose policy is laid on that version (the
 *  newest where none is named). 404 where there is no such version, 422 (workflow.invalid) with everything that is wrong with it. */
export function draftOf(given: unknown, workflows: Workflows): Workflow {
  const file = isPolicyAlone(given) ? laidOn(given, workflows) : given;
  return checkedDraft(file, workflows);
}

/** The workflow of a file that passes the checks of files. 422 (workflow.invalid) with everything that is wrong with it. */
export function checkedDraft(file: unknown, workflows: Workflows): Workflow {
  const problems = workflowProblems(file);
  if (problems.length > 0) throw invalidDraft(problems);
  const hash = createHash('sha256').update(JSON.stringify(file)).digest('hex');
  const workflow = compileWorkflow(file as WorkflowFile, hash);
  const gaps = migrationProblems(workflow, workflows.all());
  if (gaps.length > 0) throw invalidDraft(gaps);
  return workflow;
}

interface PolicyAlone {
  name: string;
  version?: number;
  policy: object;
}

function isPolicyAlone(given: unknown): given is PolicyAlone {
  if (typeof given !== 'object' || given === null || 'machine' in given) return false;
  const { name, policy } = given as Partial<PolicyAlone>;
  return typeof name === 'string' && typeof policy === 'object' && policy !== null;
}

function laidOn({ name, version, policy }: PolicyAlone, workflows: Workflows): object {
  const base = version === undefined ? workflows.newest(name) : workflows.version(name, version);
  if (base === undefined) throw notFound('workflow', '整改流程', `${name} v${String(version)}`.slice(0, 80));
  return { ...fileOf(base), policy };
}

/** 422 (workflow.invalid) with everything that is wrong with a draft, at most fifty lines of it. */
export function invalidDraft(problems: readonly Problem[]): Refused {
  return new Refused(
    422,
    'workflow.invalid',
    `流程不能使用：${problems[0]!.path} ${problems[0]!.messageZh}`,
    `The workflow cannot be used: ${problems[0]!.path} ${problems[0]!.message}`,
    { problems: problems.slice(0, MOST_TOLD) },
  );
}
