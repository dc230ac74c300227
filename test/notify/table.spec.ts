/** Who is told what is one table: every topic and role that a workflow can emit has its line, every line is emitted, and every sentence is whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Calendar } from '../../src/domain/calendar.js';
import { type CaseContext, freshContext } from '../../src/domain/case.js';
import { UnitTree } from '../../src/domain/units.js';
import { ESCALATION_LEVELS, ROLES, type Role } from '../../src/domain/words.js';
import { ALSO_TOLD } from '../../src/engine/also-told.js';
import { EFFECTS } from '../../src/engine/effects.js';
import type { Env } from '../../src/engine/env.js';
import { printedTable } from '../../src/notify/printed-table.js';
import { sentenceOf } from '../../src/notify/sentence.js';
import { type Topic } from '../../src/notify/topic.js';
import { STEP_TOPICS } from '../../src/notify/step-topics.js';
import { CASE_TOPICS, TOPICS } from '../../src/notify/topics.js';

const folder = join(__dirname, '..', '..', 'workflows');
interface Machine {
  policy: Env['policy'];
  machine: object;
}
const workflows = readdirSync(folder)
  .filter((name) => /\.v\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Machine);

const calendar = new Calendar([], 'Asia/Shanghai');
const at = Date.parse('2026-03-02T10:00:00+08:00');

/** Every `topic role` that the effect makes, of cases of each kind. */
function made(name: string, rung?: string): Set<string> {
  const found = new Set<string>();
  for (const { policy } of workflows)
    for (const raisedOutside of [true, false])
      for (const isKey of [true, false]) {
        const given: Partial<CaseContext> = { officeUnitId: 'o', leadUnitId: 'u', raisedOutside, isKey, dueOn: '2026-06-01' }; // prettier-ignore
        const env = { at, today: '2026-03-02', caseId: 'c', policy, refs: { calendar, units: new UnitTree([]), categories: new Map() }, facts: { number: 'ZG-1' }, actor: { userId: null } }; // prettier-ignore
        let effects: ReturnType<(typeof EFFECTS)[string]> = [];
        try {
          effects = EFFECTS[name]!(freshContext(given), env as unknown as Env, {}, rung === undefined ? {} : { rung });
        } catch {
          // An effect that wants a payload tells nobody: every line below would miss its topic otherwise.
        }
        for (const one of effects) if (one.kind === 'message') found.add(`${one.topic} ${one.role}`);
      }
  return found;
}

/** Effects with the events that bring them about. */
function* actionsOf(node: unknown): Generator<[event: string, action: string]> {
  if (typeof node !== 'object' || node === null) return;
  const { on = {}, after = {}, states = {} } = node as Record<string, Record<string, unknown>>;
  for (const [event, steps] of [...Object.entries(on), ...Object.values(after).map((one) => ['TIMER', one] as const)])
    for (const step of [steps].flat() as { actions?: (string | { type: string })[] }[])
      for (const action of step.actions ?? []) yield [event, typeof action === 'string' ? action : action.type];
  for (const state of Object.values(states)) yield* actionsOf(state);
}

it('has a line for each topic and role that effects make, and no line that none makes', () => {
  const names = Object.keys(EFFECTS);
  const emitted = new Set([
    ...names.flatMap((name) => [...made(name)]),
    ...ESCALATION_LEVELS.flatMap((rung) => [...made('issueOrder', rung)]),
  ]);
  emitted.delete('order.undefined undefined');
  const lines = Object.entries<Topic>(CASE_TOPICS).flatMap(([topic, { who }]) => who.map((role) => `${topic} ${role}`));
  expect([...emitted].filter((one) => !one.includes('undefined')).sort()).toEqual(lines.sort());
});

it('has a line for each that steps tell beside their workflow, and no other', () => {
  const told = Object.entries(ALSO_TOLD).flatMap(([event, { topic, roles }]) => roles.map((role) => ({ event, topic, role }))); // prettier-ignore
  const lines = Object.entries<Topic>(STEP_TOPICS).flatMap(([topic, { who }]) => who.map((role) => `${topic} ${role}`));
  expect([...new Set(told.map(({ topic, role }) => `${topic} ${role}`))].sort()).toEqual(lines.sort());
  for (const [topic, { after }] of Object.entries<Topic>(STEP_TOPICS))
    if (after !== undefined)
      expect(Object.keys(after).sort()).toEqual([...new Set(told.filter((one) => one.topic === topic).map(({ event }) => event))].sort()); // prettier-ignore
});

it('says of each event what it brought about, where one topic stands for many', () => {
  const told = new Map<string, Set<string>>();
  for (const { machine } of workflows)
    for (const [event, action] of actionsOf(machine))
      for (const one of made(action)) {
        const [topic] = one.split(' ') as [string, Role];
        told.set(topic, (told.get(topic) ?? new Set()).add(event));
      }
  for (const topic of ['tell.unit', 'tell.office'] as const)
    expect([...told.get(topic)!].sort()).toEqual(Object.keys(TOPICS[topic].after).sort());
  for (const [topic, { after = {} }] of Object.entries<Topic>(CASE_TOPICS))
    for (const event of Object.keys(after)) expect([topic, event, told.get(topic)?.has(event)]).toEqual([topic, event, true]); // prettier-ignore
});

it('makes whole sentences with every fact and with none, one link and one next step', () => {
  for (const [topic, { after = {} }] of Object.entries<Topic>(TOPICS))
    for (const cause of [undefined, ...Object.keys(after)])
      for (const facts of [
        {
          number: 'ZG-1',
          dueOn: '2026-03-04',
          replyDueOn: '2026-03-06',
          reviewOn: '2026-03-06',
          on: '2026-03-02',
          by: '甲',
        },
        { number: 'ZG-1' },
      ]) {
        const said = sentenceOf({ topic, caseId: 'c0', facts: { ...facts, ...(cause === undefined ? {} : { cause }) } }); // prettier-ignore
        for (const text of Object.values(said)) {
          expect(text).not.toMatch(/[[\]{}]|undefined|null/);
          expect(text.trim().length).toBeGreaterThan(1);
        }
        expect(said.href).toMatch(/^\/[a-z/0-9]+(?:#[a-z]+)?$/);
        expect(said.text).not.toMatch(/[a-z]{4,}/);
      }
  expect(printedTable().recipients.map(({ role }) => role)).toEqual([...ROLES]);
});
