/** Random histories of one workflow: nothing that must hold may fail, and the histories must go everywhere. Some thousand known ones with
 *  every run of the suite; ten thousand new ones each time with `npm run test:long`. */
import fc from 'fast-check';
import type { MachineConfig } from '../../src/engine/machine.js';
import { WAIT_KINDS, type WaitKind } from '../../src/domain/waits.js';
import { shippedWorkflow } from '../support/engine.js';
import { atLength } from '../support/length.js';
import { SINCE_2 } from './random-history-2.js';
import { play, Reached, type Begin, type Draw } from './random-history.js';

const nat = fc.nat({ max: 10_000 });
export const draw: fc.Arbitrary<Draw> = fc.record({ jump: nat, wild: nat, pick: nat, who: nat, what: nat });
const begin: fc.Arbitrary<Begin> = fc.record({
  // Some weeks of the year are worth more: due days beyond its end move when the calendar of the next one arrives.
  minute: fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 365 * 24 * 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 335 * 24 * 60, max: 365 * 24 * 60 }) },
  ),
  isKey: fc.nat({ max: 3 }).map((n) => n === 0),
  raisedOutside: fc.nat({ max: 3 }).map((n) => n > 0),
  calendarArrives: fc.boolean(),
});
export const begin2: fc.Arbitrary<Begin> = fc
  .tuple(begin, fc.nat({ max: 1_000 }))
  .map(([first, origin]) => ({ ...first, origin }));

/** Those of version 2 are longer, and fewer. */
const KNOWN = { runs: atLength({ 1: 2_000, 2: 800 }, { 1: 1_000, 2: 400 }), seed: 20_261_129 };
/** How many new histories to draw; none: those known. */
const NEW = Number(process.env['RUNS'] ?? 0);
const DRAWN = process.env['RUNS'] === undefined ? { seed: KNOWN.seed } : {};

/** Waits that no case of version 1 has. */
const WAITS_SINCE_2: readonly WaitKind[] = [
  'triageManner',
  'replyLeader',
  'promise',
  'notice',
  'objection',
  'recordTalk',
  'leaderLook',
  'departure',
  'departureByLeader',
  'urgeCheck',
  'urgeTriage',
  'dispute',
];

/** Come of words that no chart takes: hear.spec.ts holds them. */
const BY_RECEIPT: readonly WaitKind[] = ['unsolved', 'raiserQuestion'];

/** Declares the property test of a workflow; fast-check prints the seed of a failure. `rare`: commands and waits too seldom
 *  possible to be counted on. */
export function describeProperties(name: string, rare: readonly string[] = [], version: 1 | 2 = 1): void {
  const workflow = shippedWorkflow(name, version);
  const RUNS = NEW || KNOWN.runs[version];
  /** In ten thousand histories everything comes up 25 times. */
  const OFTEN = Math.ceil((RUNS * 25) / 10_000);
  const reached = new Reached();
  const acting = version === 1 ? undefined : SINCE_2;
  // The way to the end is longer: two checks, a notice, a signature.
  const steps = version === 1 ? { minLength: 6, maxLength: 10 } : { minLength: 10, maxLength: 16 };
  const waits = WAIT_KINDS.filter(
    (kind) => !BY_RECEIPT.includes(kind) && (version === 2 || !WAITS_SINCE_2.includes(kind)),
  );

  describe(`${RUNS} random histories of ${name}, version ${version}`, () => {
    it('break no rule of the house', () => {
      fc.assert(
        fc.property(version === 1 ? begin : begin2, fc.array(draw, { ...steps, size: 'max' }), (first, draws) =>
          play(workflow, first, draws, reached, acting),
        ),
        // Histories are short as they are: shrinking one would take longer than reading it.
        { numRuns: RUNS, ...DRAWN, endOnFailure: true },
      );
    }, 900_000);

    it('go through every place, every command and every rung often enough to mean something', () => {
      const all = (map: ReadonlyMap<string, number>, keys: Iterable<string>): Record<string, boolean> =>
        Object.fromEntries([...keys].map((key) => [key, (map.get(key) ?? 0) >= OFTEN]));
      const found = {
        ...all(reached.places, leaves(workflow.config.states?.['stage'] ?? {})),
        ...all(reached.accepted, commands(workflow.config)),
        ...all(reached.rungs, ['blue', 'orange', 'red', 'talk']),
        ...all(reached.waits, waits),
      };
      expect(Object.keys(found).filter((key) => found[key] !== true && !rare.includes(key))).toEqual([]);
      expect(reached.refusals).toBeGreaterThan(RUNS / 10);
      expect(reached.tied).toBeGreaterThan(RUNS / 1000);
    });
  });
}

function leaves(config: MachineConfig): string[] {
  return Object.entries(config.states ?? {}).flatMap(([key, inner]) =>
    inner.states === undefined ? [key] : leaves(inner),
  );
}

function commands(config: MachineConfig): Set<string> {
  const own = Object.keys(config.on ?? {});
  return new Set([...own, ...Object.values(config.states ?? {}).flatMap((inner) => [...commands(inner)])]);
}
