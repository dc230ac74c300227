/** The names of places as they are said today: a workflow file fixes its words for ever, and a few are called otherwise since. */
import type { Labels } from './commands.js';
import type { MachineConfig } from './machine.js';

/** By the Chinese name in the file. */
const RENAMED: Readonly<Record<string, Labels>> = {
  接管销号: { 'zh-CN': '台账转入销号', en: 'Struck off before it came in by ledger' },
};

/** What a place is called today; `labels` as the workflow file names it. */
export const nameToday = (labels: Labels): Labels => RENAMED[labels['zh-CN']] ?? labels;

/** The chart with every place named as today, inner ones too; the one given stays as it is. */
export function namedToday(config: MachineConfig): MachineConfig {
  const { meta, states } = config;
  return {
    ...config,
    ...(meta?.labels === undefined ? {} : { meta: { ...meta, labels: nameToday(meta.labels) } }),
    ...(states === undefined
      ? {}
      : { states: Object.fromEntries(Object.entries(states).map(([id, inner]) => [id, namedToday(inner)])) }),
  };
}
