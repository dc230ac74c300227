/** What a workflow calls the states of its stages, today. */
import type { MachineConfig } from '../engine/machine.js';
import { nameToday } from '../engine/names-today.js';
import type { Workflow } from '../engine/workflow.js';
import type { Labels } from '../engine/commands.js';

/** The name of an innermost state of the stages; its key where there is no such state. */
export function placeLabels({ config }: Workflow, place: string): Labels {
  const find = (state: MachineConfig): Labels | undefined => {
    for (const [key, inner] of Object.entries(state.states ?? {})) {
      if (key === place && inner.states === undefined && inner.meta?.labels) return nameToday(inner.meta.labels);
      const deeper = find(inner);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  };
  return find(config.states?.['stage'] ?? {}) ?? { 'zh-CN': place, en: place };
}
