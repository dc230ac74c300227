/** A workflow ready for use: the file's words and numbers, and the machine compiled from it. */
import { Refused } from '../domain/errors.js';
import type { Policy } from '../domain/policy.js';
import type { WorkflowRef } from '../domain/case.js';
import type { Track } from '../domain/words.js';
import type { Labels } from './commands.js';
import { CompiledMachine, type MachineConfig, type Mapping, type WorkflowFile } from './machine.js';

export interface Workflow {
  name: string;
  version: number;
  /** SHA-256 of the file's content, hex. */
  hash: string;
  labels: Labels;
  track: Track;
  policy: Policy;
  migratesFrom: readonly Mapping[];
  /** Where the office saved it itself: who, when (epoch milliseconds) and why. */
  saved?: { by: string; at: number; note: string };
  config: MachineConfig;
  machine: CompiledMachine;
}

/** The workflow of a checked file; `hash` is the SHA-256 of its content. */
export function compileWorkflow(file: WorkflowFile, hash: string): Workflow {
  const { name, version, labels, track, policy, migratesFrom = [], machine: config } = file;
  return { name, version, hash, labels, track, policy, migratesFrom, config, machine: new CompiledMachine(config) };
}

type NamedVersion = Pick<Workflow, 'name' | 'version'>;
const keyOf = ({ name, version }: NamedVersion): string => `${name} ${version}`;

/** All workflows this process knows, found by the exact version a case is pinned to. */
export class Workflows {
  private known: readonly Workflow[];
  private withdrawn: ReadonlySet<string>;

  /** `withdrawn`: versions that new cases do not get. */
  constructor(known: readonly Workflow[], withdrawn: readonly NamedVersion[] = []) {
    this.known = known;
    this.withdrawn = new Set(withdrawn.map(keyOf));
  }

  /** Takes note of all versions that are withdrawn now; the others are not. */
  withdraw(all: readonly NamedVersion[]): void {
    this.withdrawn = new Set(all.map(keyOf));
  }

  isWithdrawn(version: NamedVersion): boolean {
    return this.withdrawn.has(keyOf(version));
  }

  /** Takes in a version that was saved while the process runs; new cases get it from now on where it is the newest. */
  add(workflow: Workflow): void {
    if (this.version(workflow.name, workflow.version) === undefined) this.known = [...this.known, workflow];
  }

  /** The version that new cases of this name get, the newest that is not withdrawn; 422 where there is no such workflow. */
  newest(name: string): Workflow {
    const found = this.known
      .filter((workflow) => workflow.name === name && !this.isWithdrawn(workflow))
      .sort((a, b) => b.version - a.version)[0];
    if (found === undefined) {
      throw new Refused(422, 'workflow.unknown', `没有这种整改流程：${name}`, `No such workflow: ${name}`);
    }
    return found;
  }

  /** This very version; undefined where it is not known here. */
  version(name: string, version: number): Workflow | undefined {
    return this.known.find((workflow) => workflow.name === name && workflow.version === version);
  }

  /** The workflow a case is pinned to; undefined where only a newer release knows it. */
  find(ref: WorkflowRef): Workflow | undefined {
    return this.known.find((workflow) => workflow.hash === ref.hash && workflow.name === ref.name);
  }

  /** The same for what cannot be done without it: 409 (workflow.newer) where only a newer release knows it. */
  pinned(ref: WorkflowRef): Workflow {
    const found = this.find(ref);
    if (found === undefined) throw newerWorkflow(ref);
    return found;
  }

  /** For what is shown of a case and decides nothing: its own workflow, else the newest that is here, of its name if there is one. */
  nearest(ref: WorkflowRef): Workflow {
    const own = this.find(ref);
    if (own !== undefined) return own;
    const alike = this.known.filter(({ name }) => name === ref.name);
    return [...(alike.length > 0 ? alike : this.known)].sort((a, b) => b.version - a.version)[0]!;
  }

  /** Every workflow and version. */
  all(): readonly Workflow[] {
    return this.known;
  }
}

/** What is said in place of a state, and to whoever would act on a case, where only a newer release knows the workflow. */
export const NEWER_WORKFLOW: Labels = {
  'zh-CN': '此事项的流程由更新的版本管理',
  en: 'This case follows a workflow of a newer release',
};

/** 409: this server can show the case, and does nothing with it. */
export function newerWorkflow({ name, version }: WorkflowRef): Refused {
  return new Refused(
    409,
    'workflow.newer',
    `${NEWER_WORKFLOW['zh-CN']}，请在升级完成后再办`,
    `${NEWER_WORKFLOW.en}; act on it once the upgrade is complete`,
    { name, version },
  );
}
