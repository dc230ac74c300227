/** Golden histories: what a released workflow version once answered to a log of commands it answers for ever, to the letter. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedWorkflow } from '../../../src/engine/check-workflow.js';
import { replay, type GoldenFile } from './replay.js';

const workflows = join(__dirname, '../../../workflows');
const released = readdirSync(workflows).filter((name) => /\.v\d+\.json$/.test(name));
const records = readdirSync(__dirname).filter((name) => /\.v\d+\.json$/.test(name));

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

  it.each(file.logs.map((log, n) => ({ n, log })))('log $n gives the same states, timers and effects', ({ log }) => {
    expect(replay(workflow, file, log)).toEqual(log.expected);
  });
});
