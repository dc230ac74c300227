/** Versions of the shipped workflows that an office might draft: other numbers, a state renamed, one split off. */
import { createHash } from 'node:crypto';
import type { MachineConfig, Mapping, WorkflowFile } from '../../src/engine/machine.js';
import { checkedWorkflow } from '../../src/engine/check-workflow.js';
import { innermostStates } from '../../src/engine/check-mapping.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { workflowFile } from './engine.js';

/** A copy of version 1 as the version after the shipped ones, to be changed. */
export function draftOf(name: string): WorkflowFile {
  return { ...structuredClone(workflowFile(name).file as WorkflowFile), version: 3 };
}

/** Each open state of the file under its own name. */
export function sameStates({ machine }: WorkflowFile): Record<string, string> {
  const open = [...innermostStates(machine)].filter(([, [stage]]) => stage !== 'closed');
  return Object.fromEntries(open.map(([name]) => [name, name]));
}

/** The draft as a workflow; throws where the check of files complains. */
export function compiled(file: WorkflowFile): Workflow {
  const hash = createHash('sha256').update(JSON.stringify(file)).digest('hex');
  return checkedWorkflow(file, hash, `${file.name}.v${file.version}.json`);
}

/** A next version with the chart of version 1, `policy` laid over its numbers, and all open cases of version 1 taken along. */
export function withPolicy(
  name: string,
  policy: Partial<WorkflowFile['policy']>,
  mapping: Partial<Mapping> = {},
): WorkflowFile {
  const file = draftOf(name);
  return {
    ...file,
    policy: { ...file.policy, ...policy },
    migratesFrom: [{ version: 1, states: sameStates(file), ...mapping }],
  };
}

/** A next version in which the state `from` of the stage is called `to`; all open cases of version 1 are taken along. */
export function renamed(name: string, stage: string, from: string, to: string): WorkflowFile {
  const file = JSON.parse(JSON.stringify(withPolicy(name, {})).replaceAll(`.${from}"`, `.${to}"`)) as WorkflowFile;
  const place = file.machine.states!['stage']!.states![stage]!;
  const inner = Object.entries(place.states!).map(([key, state]): [string, MachineConfig] => [
    key === from ? to : key,
    state,
  ]);
  place.states = Object.fromEntries(inner);
  if (place.initial === from) place.initial = to;
  rename(place, from, to);
  file.migratesFrom![0]!.states[from] = to;
  return file;
}

/** Targets among siblings name the state alone. */
function rename(place: MachineConfig, from: string, to: string): void {
  for (const state of Object.values(place.states ?? {})) {
    for (const table of [state.on, state.after]) {
      for (const given of Object.values(table ?? {})) {
        for (const one of Array.isArray(given) ? given : [given]) if (one.target === from) one.target = to;
      }
    }
  }
}
