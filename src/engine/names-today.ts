/** The names of places as they are said today: a workflow file fixes its words for ever, and some are called otherwise since. */
import { knownNames } from '../domain/known-names.js';
import { OUTCOME_WORDS, STAGE_WORDS, TRACK_WORDS } from '../domain/vocabulary/case-words.js';
import { TERMS } from '../domain/vocabulary/terms.js';
import type { Labels } from './commands.js';
import type { MachineConfig } from './machine.js';

/** By what a file says. */
const CHINESE = knownNames({ 接管销号: TERMS.importedAsClosed['zh-CN'] });
const ENGLISH = knownNames({
  Collected: STAGE_WORDS.collected.en,
  'Assigned, waiting for a signature': 'To be accepted',
  'Working against the deadline': STAGE_WORDS.deadline.en,
  Rectifying: 'Being fixed',
  Verifying: 'Being verified',
  Parked: TERMS.parking.en,
  "Waiting for a leader's signature": 'Awaiting a leader’s signature',
  'Struck off': OUTCOME_WORDS.resolved.en,
  'Struck off unverified': OUTCOME_WORDS.unverified.en,
  'Struck off in dispute': OUTCOME_WORDS.disputed.en,
  'Taken over as struck off': TERMS.importedAsClosed.en,
  'Struck off before it came in by ledger': TERMS.importedAsClosed.en,
  Stopped: 'Not running',
  Settling: 'Setting',
  'Late, order not yet out': 'Overdue, order to follow',
  'Late, order answered': 'Overdue, order answered',
  'Late, waiting for the promised day': 'Overdue, until the promised date',
  'Late, waived until the review day': 'Overdue, waived until the review',
  'Submitted, held': 'Submitted, paused',
  'Parked, paused': 'On hold, paused',
  'Rectification by a deadline': TRACK_WORDS.standard.en,
  'Immediate rectification': TRACK_WORDS.immediate.en,
  'Rectification in stages': TRACK_WORDS.staged.en,
});

/** What a place, or a workflow, is called today; `labels` as the workflow file names it. */
export const nameToday = ({ 'zh-CN': zh, en }: Labels): Labels => ({
  'zh-CN': CHINESE[zh] ?? zh,
  en: ENGLISH[en] ?? en,
});

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
