/** What XState does not promise and src/engine/xstate-step.ts leans on, each tried by itself, on the version it was tried with. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assign, cancel, createMachine, initialTransition, raise, transition, type AnyStateMachine } from 'xstate';
import type { StateValue } from '../../src/domain/case.js';
import { activeStates } from '../../src/engine/active-states.js';
import { calledTimers } from '../../src/engine/chart-timers.js';
import { delayOf, timerId } from '../../src/engine/timer-id.js';
import type { MachineConfig } from '../../src/engine/machine.js';
import { timerOf, XStateStep, type RawAction } from '../../src/engine/xstate-step.js';
import { immediate, rectification, staged } from '../support/engine.js';
import { leaves } from './places.js';

const TRIED_WITH = '5.33.3';

it(`is tried with XState ${TRIED_WITH}: on another version read every test of this file before the number is changed here`, () => {
  const path = join(resolve(__dirname, '../..'), 'node_modules/xstate/package.json');
  expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe(TRIED_WITH);
});

const LAMP: AnyStateMachine = createMachine({
  id: 'lamp',
  type: 'parallel',
  context: ({ input }) => ({ lit: 0, ...(input as object) }),
  states: {
    light: {
      initial: 'off',
      states: {
        off: { on: { PRESS: { target: 'on', actions: [assign({ lit: ({ context }) => context.lit + 1 }), 'ring'] } } },
        on: {
          after: { burns: 'off' },
          on: { PRESS: 'off', DIM: { guard: () => false, target: 'off' }, FAIL: { guard: fails, target: 'off' } },
        },
      },
    },
    door: {
      initial: 'shut',
      states: {
        shut: { on: { OPEN: 'open' } },
        open: { entry: raise({ type: 'x' }, { id: 'own', delay: 5 }), exit: cancel('own'), on: { SHUT: 'shut' } },
      },
    },
  },
}).provide({ delays: { burns: 70 } });
function fails(): boolean {
  throw new Error('a guard that fails');
}
const OFF = { light: 'off', door: 'shut' };
const ON = { light: 'on', door: 'shut' };
/** A step without what XState hangs on its actions. */
const said = (step: { value: unknown; context: unknown; actions: RawAction[] } | null) =>
  step && {
    value: step.value,
    context: step.context,
    actions: step.actions.map((action) => [action.type, timerOf(action)]),
  };
const EVENTS = ['PRESS', 'DIM', 'OPEN', 'SHUT', 'NOBODY', 'xstate.after.burns.lamp.light.on'];

it('steps as XState’s own functions do, from every place and by every event', () => {
  const step = new XStateStep(LAMP);
  const [first, actions] = initialTransition(LAMP, { lit: 3 });
  const { value, context } = first;
  expect(said(step.start({ lit: 3 }))).toEqual(said({ value, context, actions }));
  for (const place of [OFF, ON, { light: 'off', door: 'open' }, { light: 'on', door: 'open' }]) {
    for (const type of EVENTS) {
      const before = LAMP.resolveState({ value: place, context: { lit: 1 } });
      const [after, done] = transition(LAMP, before, { type });
      const found = step.next(step.place(place), { lit: 1 }, { type });
      const taken = done.length > 0 || JSON.stringify(after.value) !== JSON.stringify(place);
      expect([place, type, said(found)]).toEqual([place, type, said(taken ? { ...after, actions: done } : null)]);
    }
  }
});

it('leaves the actions of a step with that step alone, also after a guard threw', () => {
  const step = new XStateStep(LAMP);
  const lit = step.next(step.place(OFF), { lit: 0 }, { type: 'PRESS' })!;
  const names = lit.actions.map(({ type }) => type);
  expect(names).toContain('ring');
  expect(() => step.next(step.place(ON), { lit: 0 }, { type: 'FAIL' })).toThrow('a guard that fails');
  const opened = step.next(step.place(OFF), { lit: 0 }, { type: 'OPEN' })!;
  expect(opened.actions.map(({ type }) => type)).not.toContain('ring');
  expect(lit.actions.map(({ type }) => type)).toEqual(names);
});

it('arms and cancels timers by the ids that timer-id.ts writes', () => {
  const step = new XStateStep(LAMP);
  const lit = step.next(step.place(OFF), { lit: 0 }, { type: 'PRESS' })!;
  const id = timerId('burns', ['lamp', 'light', 'on']);
  expect(lit.actions.map(timerOf).filter((timer) => timer !== undefined)).toEqual([{ id, delay: 70 }]);
  const dark = step.next(step.place(ON), { lit: 0 }, { type: 'PRESS' })!;
  expect(dark.actions.map(timerOf).filter((timer) => timer !== undefined)).toEqual([{ id, delay: null }]);
  // The timer comes back as an event of its own name.
  expect(step.next(step.place(ON), { lit: 0 }, { type: id })!.value).toEqual(OFF);
  expect(delayOf(id)).toBe('burns');
  expect(delayOf('own')).toBe('own');
});

it.each([rectification, immediate, staged])(
  '$name: states, transitions and timers are where XState has them',
  (workflow) => {
    const { config } = workflow;
    const machine = createMachine({ ...config, context: {} } as never) as unknown as AnyStateMachine;
    const root = config.id!;
    const stages = config.states!['stage']!;
    const clocks = config.states!['clock']!;
    const all = (machine as unknown as { idMap: ReadonlyMap<string, { after: { eventType: string }[] }> }).idMap;
    const ids = new Set<string>();
    for (const stage of placesOf(stages)) {
      for (const clock of placesOf(clocks)) {
        const value = { stage, clock };
        const active = activeStates(config, value).map(({ path }) => [root, ...path].join('.'));
        expect([...active].sort()).toEqual(machine.resolveState({ value, context: {} })._nodes.map(idOf).sort());
        for (const id of active) ids.add(id);
        const timers = active.flatMap((id) => all.get(id)!.after.map(({ eventType }) => eventType));
        expect(
          calledTimers(workflow, value)
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...new Set(timers)].sort());
      }
    }
    expect(ids.size).toBe(all.size);
    expect(leaves(stages).length).toBeGreaterThan(5);
  },
);

const idOf = ({ id }: { id: string }): string => id;

/** Every value that a state with states inside can have. */
function placesOf({ states = {} }: MachineConfig): StateValue[] {
  return Object.entries(states).flatMap(([name, inner]): StateValue[] =>
    inner.states === undefined ? [name] : placesOf(inner).map((place) => ({ [name]: place })),
  );
}
