/** The next version of a workflow with other numbers: the same chart, so every open case can be taken along. */
import { innermostStates } from '../engine/check-mapping.js';
import type { Mapping, WorkflowFile } from '../engine/machine.js';
import type { Workflow } from '../engine/workflow.js';
import type { Policy } from '../domain/policy.js';
import { fileOf } from './draft.js';

/** The file of `base` with another policy under the number `version`. It takes over cases of `base`, of all that `base` takes over, and of
 *  each of `known` that has the chart of one of these. */
export function ownVersion(base: Workflow, policy: Policy, version: number, known: readonly Workflow[]): WorkflowFile {
  const file = fileOf(base);
  const declared = base.migratesFrom.filter((mapping) => mapping.version !== base.version);
  const mappings: Mapping[] = [...declared, { version: base.version, states: sameStates(base) }];
  for (const other of known) {
    if (other.name !== base.name || other.version >= version) continue;
    if (mappings.some((mapping) => mapping.version === other.version)) continue;
    const twin = mappings.find((mapping) => {
      const from = known.find((one) => one.name === base.name && one.version === mapping.version);
      return from !== undefined && hasSameChart(from, other);
    });
    if (twin !== undefined) mappings.push({ ...twin, version: other.version });
  }
  return { ...file, version, policy, migratesFrom: mappings };
}

const hasSameChart = (a: Workflow, b: Workflow): boolean => JSON.stringify(a.config) === JSON.stringify(b.config);

function sameStates({ config }: Workflow): Record<string, string> {
  const open = [...innermostStates(config)].filter(([, [stage]]) => stage !== 'closed');
  return Object.fromEntries(open.map(([name]) => [name, name]));
}
