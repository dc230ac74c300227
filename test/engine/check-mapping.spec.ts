/** What a version says of the cases of earlier ones is checked: each open state has its place, in its stage, or a reason to stay. */
import { migrationProblems, workflowProblems } from '../../src/engine/check-workflow.js';
import type { WorkflowFile } from '../../src/engine/machine.js';
import { compiled, withPolicy } from '../support/drafted.js';
import { rectification } from '../support/engine.js';

type First = NonNullable<WorkflowFile['migratesFrom']>[number];
const paths = (change: (mapping: First, file: WorkflowFile) => void): string[] => {
  const file = withPolicy('rectification', {});
  change(file.migratesFrom![0]!, file);
  return workflowProblems(file).map(({ path }) => path);
};
const gaps = (change: (mapping: First) => void): string[] => {
  const file = withPolicy('rectification', {});
  change(file.migratesFrom![0]!);
  return migrationProblems(compiled(file), [rectification]).map(({ path }) => path);
};

it('takes a mapping that is whole', () => {
  expect(paths(() => undefined)).toEqual([]);
  expect(gaps(() => undefined)).toEqual([]);
});

it.each<[string, (mapping: First, file: WorkflowFile) => void, string[]]>([
  [
    'a state that is not there',
    (mapping) => (mapping.states['rectifying'] = 'mending'),
    ['migratesFrom.0.states.rectifying'],
  ],
  [
    'a closed one to go to',
    (mapping) => (mapping.states['rectifying'] = 'resolved'),
    ['migratesFrom.0.states.rectifying'],
  ],
  [
    'a stage that is no innermost state',
    (mapping) => (mapping.states['rectifying'] = 'deadline'),
    ['migratesFrom.0.states.rectifying'],
  ],
  ['its own version', (mapping, file) => (mapping.version = file.version), ['migratesFrom.0.version']],
  ['a version twice', (mapping, file) => file.migratesFrom!.push(mapping), ['migratesFrom.1.version']],
  [
    'a state that both goes and stays',
    (mapping) => (mapping.notMovable = { parked: { 'zh-CN': '挂账', en: 'Parked' } }),
    ['migratesFrom.0.notMovable.parked'],
  ],
  [
    'a reason in one language',
    (mapping) => {
      delete mapping.states['parked'];
      mapping.notMovable = { parked: { 'zh-CN': '挂账', en: '' } };
    },
    ['migratesFrom.0.notMovable.parked.en'],
  ],
  ['an action that closes', (mapping) => (mapping.actions = ['close']), ['migratesFrom.0.actions']],
  ['a key nobody knows', (mapping) => Object.assign(mapping, { note: 'x' }), ['migratesFrom.0.note']],
])('complains about %s', (_what, change, expected) => {
  expect(paths(change)).toEqual(expected);
});

it('complains about an open state of the earlier version without a place', () => {
  expect(gaps((mapping) => delete mapping.states['verifying'])).toEqual(['migratesFrom.1.states.verifying']);
});

it('complains about states that the earlier version does not have, closed ones among them', () => {
  expect(gaps((mapping) => Object.assign(mapping.states, { mending: 'rectifying', resolved: 'visiting' }))).toEqual([
    'migratesFrom.1.states.mending',
    'migratesFrom.1.states.resolved',
  ]);
});

it('lets no version carry a case forward in the loop', () => {
  expect(gaps((mapping) => (mapping.states['verifying'] = 'visiting'))).toEqual(['migratesFrom.1.states.verifying']);
});
