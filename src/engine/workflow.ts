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

/** All workflows this process knows, found by the exact version a case is pinned to. */
export class Workflows {
  private known: readonly Workflow[];

  constructor(known: readonly Workflow[]) {
    this.known = known;
  }

  /** Takes in a version that was saved while the process runs; new cases get it from now on where it is the newest. */
  add(workflow: Workflow): void {
    if (this.version(workflow.name, workflow.version) === undefined) this.known = [...this.known, workflow];
  }

  /** The version that new cases of this name get; 422 where there is no such workflow. */
  newest(name: string): Workflow {
    const found = this.known.filter((workflow) => workflow.name === name).sort((a, b) => b.version - a.version)[0];
    if (found === undefined) {
      throw new Refused(422, 'workflow.unknown', `没有这种整改流程：${name}`, `No such workflow: ${name}`);
    }
    return found;
  }

  /** This very version; undefined where it is not known here. */
  version(name: string, version: number): Workflow | undefined {
    return this.known.find((workflow) => workflow.name === name && workflow.version === version);
  }

  /** The workflow a case is pinned to; an error of ours where it is missing, since the start checks all pins. */
  pinned(ref: WorkflowRef): Workflow {
    const found = this.known.find((workflow) => workflow.hash === ref.hash && workflow.name === ref.name);
    if (found === undefined) throw new Error(`workflow ${ref.name} v${ref.version} (${ref.hash}) is not loaded`);
    return found;
  }

  /** Every workflow and version. */
  all(): readonly Workflow[] {
    return this.known;
  }
}
