/** Records the golden histories of a workflow version before it is released; a released record is never written again:
 *  `node -r ./test/support/run-typescript.cjs test/engine/golden/record.ts rectification.v2 immediate.v2 staged.v2`, then oxfmt. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineConfig } from '../../../src/engine/machine.js';
import { isCommand } from '../../../src/engine/decide.js';
import type { Workflow } from '../../../src/engine/workflow.js';
import { stageOf, substateOf } from '../../../src/domain/case.js';
import { SYSTEM, type Actor } from '../../../src/domain/command.js';
import { raisersOf } from '../../../src/domain/raisers.js';
import { ACTOR, at, calendar, payloadFor, refs, SECOND, shippedWorkflow, units } from '../../support/engine.js';
import { GoldenCase, type GoldenFile, type GoldenLog, type GoldenStep } from './replay.js';

const LOGS = 40;
const STEPS = 24;
const HOUR = 3_600_000;
/** Commands that lead on: preferred, or no log would come to an end. */
const FORWARD = [
  'ASSIGN',
  'ACCEPT',
  'SUBMIT',
  'PASS',
  'RECORD_VISIT',
  'CLOSE_UNVERIFIED',
  'SIGN_CLOSING',
  'REPLY_ORDER',
];
/** Commands that end a case or keep it still: seldom. */
const STILL = ['WITHDRAW', 'PARK', 'GRANT_DEPARTURE', 'SPLIT'];

/** mulberry32: the same workflow always gets the same logs. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function recorded(workflow: Workflow): GoldenFile {
  const { name, version, hash } = workflow;
  const file: GoldenFile = {
    workflow: { name, version, hash },
    actors: { ...ACTOR, ...seconds(), system: SYSTEM, import: { ...ACTOR.clerk, via: 'import' } },
    units: units.all().map((unit) => ({ ...unit })),
    categories: [...refs.categories.values()],
    logs: [],
  };
  const random = randomOf(26_03_02);
  const tried = new Map<string, number>();
  for (let n = 0; n < LOGS; n += 1) file.logs.push(logOf(workflow, file, n, random, tried));
  const never = [...commandsOf(workflow.config)].filter((type) => !tried.has(type));
  if (never.length > 0) throw new Error(`no log of ${name} has an accepted ${never.join(', ')}`);
  return file;
}

/** Those for what takes two, by a name of their own each. */
function seconds(): Record<string, Actor> {
  return Object.fromEntries(Object.entries(SECOND).map(([name, actor]) => [`${name}2`, actor]));
}

function logOf(
  workflow: Workflow,
  file: GoldenFile,
  n: number,
  random: () => number,
  tried: Map<string, number>,
): GoldenLog {
  const log: GoldenLog = {
    collectedAt: at('2026-03-02') + Math.floor(random() * 60 * 24) * HOUR,
    context: { isKey: n % 4 === 3, raisedOutside: n % 3 !== 2 },
    steps: [],
    expected: [],
  };
  const one = new GoldenCase(workflow, file, log);
  let now = log.collectedAt;
  /** What was accepted least is tried first, and what was never accepted before all else. */
  const weightOf = (type: string): number => {
    if (!tried.has(type)) return -1;
    return FORWARD.includes(type) && random() < 0.5 ? 0 : tried.get(type)! + random() * 20;
  };
  const does = (step: GoldenStep): boolean => {
    log.steps.push(step);
    return one.step(step);
  };
  for (let made = 0; made < STEPS; made += 1) {
    // Now and then nobody does anything for weeks, and the ladder is climbed.
    now += Math.floor(random() * (random() < 0.12 ? 1000 : 60) * HOUR);
    if (random() < 0.3) does({ until: now });
    // What was accepted least so far is tried first, by whoever may do it; one refusal of somebody else is kept with it.
    const place = substateOf(one.state.value);
    const types = [...new Set(workflow.machine.candidates(one.state.value).map(({ eventType }) => eventType))]
      .filter((type) => isCommand(type) || ['JOIN', 'RECOMPUTE_DUE', 'TAKE_OVER'].includes(type))
      .filter((type) => place !== 'collected' || type === 'ASSIGN' || !tried.has(type) || random() < 0.1)
      .filter((type) => !STILL.includes(type) || random() < 0.1)
      .map((type) => ({ type, weight: weightOf(type) }))
      .sort((a, b) => a.weight - b.weight)
      .map(({ type }) => type);
    for (const type of types) {
      const payload = payloadOf(workflow, one, type, now, random, n);
      const fits = Object.keys(file.actors)
        .sort(() => random() - 0.5)
        .map((actor) => ({ at: now, type, actor, payload }));
      const refused = random() < 0.2 ? fits[0] : undefined;
      if (refused !== undefined && does(refused)) {
        tried.set(type, (tried.get(type) ?? 0) + 1);
        break;
      }
      const accepted = fits.find((step) => one.wouldTake(step));
      if (accepted === undefined) continue;
      does(accepted);
      tried.set(type, (tried.get(type) ?? 0) + 1);
      break;
    }
    if (stageOf(one.state.value) === 'closed' && random() < 0.5) break;
  }
  does({ until: now + 30 * 24 * HOUR });
  return { ...log, expected: one.answers };
}

function payloadOf(
  workflow: Workflow,
  { state }: GoldenCase,
  type: string,
  now: number,
  random: () => number,
  n: number,
): Record<string, unknown> {
  const given = payloadFor(type, workflow, calendar.dayOf(now));
  const { orders, raisedOutside, rung } = state.context;
  if (type === 'RECORD_VISIT') {
    // Some raisers are never found, key cases are fixed at once, the others as it happens.
    const any = ['fixed', 'unreachable', 'notFixed'][Math.floor(random() * 3)];
    const outcome = n % 4 === 1 ? 'unreachable' : n % 4 === 3 ? 'fixed' : n % 8 === 2 ? 'notFixed' : any;
    const raisers = raisersOf(state.context);
    const whom = raisers[Math.floor(random() * raisers.length)]!;
    return {
      ...given,
      outcome,
      method: raisedOutside ? 'phone' : 'onSite',
      ...(outcome === 'notFixed' ? { satisfaction: 'dissatisfied' } : {}),
      ...(whom === '' ? {} : { raiserId: whom }),
    };
  }
  if (type === 'REPLY_ORDER' && rung !== null) return { ...given, period: state.context.period, rung };
  if (type.endsWith('_ORDER')) {
    const order =
      orders.findLast(({ status }) => status === (type === 'REPLY_ORDER' ? 'issued' : 'proposed')) ?? orders.at(-1);
    return order === undefined ? given : { ...given, period: order.period, rung: order.rung };
  }
  return given;
}

function commandsOf(config: MachineConfig): Set<string> {
  const own = Object.keys(config.on ?? {}).filter((type) => type !== 'RECOMPUTE_DUE');
  return new Set([...own, ...Object.values(config.states ?? {}).flatMap((inner) => [...commandsOf(inner)])]);
}

for (const given of process.argv.slice(2)) {
  const [name = '', version] = given.split('.v');
  const workflow = shippedWorkflow(name, version === '2' ? 2 : 1);
  const file = recorded(workflow);
  const path = join(__dirname, `${name}.v${workflow.version}.json`);
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
  const steps = file.logs.reduce((sum, { expected }) => sum + expected.length, 0);
  process.stdout.write(`${path}: ${file.logs.length} logs, ${steps} answers\n`);
}
