/** Golden histories: what a released workflow version once answered to a log of commands it answers for ever, to the letter. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedWorkflow } from '../../../src/engine/check-workflow.js';
import { replay, type GoldenFile } from './replay.js';

const workflows = join(__dirname, '../../../workflows');
const released = readdirSync(workflows).filter((name) => /\.v\d+\.json$/.test(name));
const records = readdirSync(__dirname).filter((name) => /\.v\d+\.json$/.test(name));

/** Judgements that people of the lead unit passed in the records, before docs/decisions/023. */
const FROM_OUTSIDE: Record<string, number> = {
  'immediate.v1.json': 4,
  'rectification.v1.json': 5,
  'staged.v1.json': 4,
};

it('has a record of every workflow version', () => {
  expect(records).toEqual(released);
});

describe.each(records)('%s', (name) => {
  const file = JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as GoldenFile;
  const text = readFileSync(join(workflows, name), 'utf8');
  const hash = createHash('sha256').update(text).digest('hex');
  const workflow = checkedWorkflow(JSON.parse(text), hash, name);

  it('is the file that was recorded', () => {
    expect(file.workflow).toEqual({ name: workflow.name, version: workflow.version, hash });
  });

  it('has no more steps that are forbidden to their sender now than were counted when the rule came', () => {
    const counted = file.logs.reduce((sum, log) => sum + replay(workflow, file, log).fromOutside, 0);
    expect(counted).toBe(FROM_OUTSIDE[name] ?? 0);
  });

  it.each(file.logs.map((log, n) => ({ n, log })))('log $n gives the same states, timers and effects', ({ log }) => {
    expect(replay(workflow, file, log).answers).toEqual(log.expected);
  });
});
