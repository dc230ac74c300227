/** Checks a workflow file before anything runs on it, and says what is wrong as one would say it to its author. */
import type { Said } from '../domain/errors.js';
import { TRACKS } from '../domain/words.js';
import { chartOf } from './check-chart.js';
import { mappingGaps, mappingProblems } from './check-mapping.js';
import { pathProblems } from './check-paths.js';
import { policyProblems, schemaProblems } from './check-policy.js';
import {
  codeProblem,
  isObject,
  labelProblems,
  problem,
  unknownKeys,
  type Json,
  type Problem,
} from './check-problem.js';
import { frameProblems, stateProblems } from './check-states.js';
import type { WorkflowFile } from './machine.js';
import { compileWorkflow, type Workflow } from './workflow.js';

export type { Problem } from './check-problem.js';

/** The end of the name of a file that is checked like any other, and that no service takes in before it is renamed. */
export const DRAFT = '.draft.json';

const FILE_KEYS = ['$schema', 'name', 'version', 'labels', 'track', 'policy', 'migratesFrom', 'machine'];

/** Everything that is wrong with a workflow file, in both languages; empty where the office may use it. `fileName`, where
 *  there is one, must be `<name>.v<version>.json`, or that of a draft, `<name>.v<version>.draft.json`. */
export function workflowProblems(file: unknown, fileName?: string): Problem[] {
  if (!isObject(file)) return [problem('', '流程文件须是一个 JSON 对象', 'A workflow file must be one JSON object')];
  const machine = machineProblems(file);
  // What is said about earlier versions names states of this one.
  const mapping = machine.length > 0 ? [] : mappingProblems(file);
  const found = [
    ...headProblems(file, fileName),
    ...policyProblems(file['policy'], file['machine']),
    ...machine,
    ...mapping,
  ];
  // The schema speaks last: it knows every fault, but only experts understand what it says.
  return found.length > 0 ? found : schemaProblems(file);
}

/** Everything that is wrong with one or more workflow files, as sentences for whoever wrote them. */
export class UnusableWorkflow extends Error implements Said {
  readonly code = 'workflow.unusable';
  readonly messageZh: string;

  constructor(named: string, problems: readonly Problem[]) {
    const list = (of: (found: Problem) => string): string =>
      problems.map((found) => `\n${found.path}: ${of(found)}`).join('');
    super(`The workflow ${named} cannot be used:${list(({ message }) => message)}`);
    this.name = 'UnusableWorkflow';
    this.messageZh = `流程文件 ${named} 不能使用：${list(({ messageZh }) => messageZh)}`;
  }
}

/** The workflow of a file without problems; `hash` is the SHA-256 of its content. Refuses, with an Error that lists them
 *  all in both languages, a file that has any. */
export function checkedWorkflow(file: unknown, hash: string, fileName?: string): Workflow {
  const problems = workflowProblems(file, fileName);
  if (problems.length === 0) return compileWorkflow(file as WorkflowFile, hash);
  const named = fileName ?? (isObject(file) ? String(file['name']) : '');
  throw new UnusableWorkflow(
    named,
    problems.map((found) => ({ ...found, path: `- ${found.path}` })),
  );
}

/** What a workflow says of earlier versions held against these, as far as they are among `known`. */
export function migrationProblems(workflow: Workflow, known: readonly Workflow[]): Problem[] {
  return workflow.migratesFrom.flatMap((mapping) => {
    const from = known.find(({ name, version }) => name === workflow.name && version === mapping.version);
    return from === undefined ? [] : mappingGaps(mapping, from.config, workflow.config);
  });
}

function headProblems(file: Json, fileName: string | undefined): Problem[] {
  const { name, version, track } = file;
  const nameFits = typeof name === 'string' && /^[a-z][a-zA-Z0-9-]*$/.test(name);
  const versionFits = typeof version === 'number' && Number.isInteger(version) && version >= 1;
  const isDraft = fileName?.endsWith(DRAFT) === true;
  const expected = `${String(name)}.v${String(version)}${isDraft ? DRAFT : '.json'}`;
  return [
    ...unknownKeys(file, FILE_KEYS, '').map((found) => ({ ...found, path: found.path.slice(1) })),
    ...(nameFits
      ? []
      : [
          problem(
            'name',
            '流程名 name 须以小写字母开头，只含字母、数字和连字符',
            'The name must begin with a small letter and hold only letters, digits and hyphens',
          ),
        ]),
    ...(versionFits
      ? []
      : [problem('version', '版本号 version 须是从 1 起的整数', 'The version must be a whole number from 1 on')]),
    ...(nameFits && versionFits && fileName !== undefined && fileName !== expected
      ? [
          problem(
            'name',
            `文件名须与流程名和版本一致：应为 ${expected}，现为 ${fileName}`,
            `The file must be called ${expected}, not ${fileName}`,
          ),
        ]
      : []),
    ...labelProblems(file['labels'], 'labels', '流程', 'The workflow'),
    ...((TRACKS as readonly unknown[]).includes(track)
      ? []
      : [
          problem(
            'track',
            `整改类型 track 须是：${TRACKS.join('、')}`,
            `The track must be one of: ${TRACKS.join(', ')}`,
          ),
        ]),
  ];
}

function machineProblems(file: Json): Problem[] {
  const { machine } = file;
  if (!isObject(machine))
    return [codeProblem(machine, 'machine') ?? problem('machine', '缺少流程图 machine', 'The machine is missing')];
  const root = chartOf(machine);
  const found = [...frameProblems(root, file['name']), ...stateProblems(root)];
  // Ways through a chart can only be told once its states and targets are right.
  return found.length > 0 ? found : pathProblems(root);
}
