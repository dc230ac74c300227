/** Every figure of random histories of both versions, as of random days, by unit and in total, held against plain loops over their lines. */
import fc from 'fast-check';
import type { Delta } from '../../src/domain/case-facts.js';
import type { CaseState } from '../../src/domain/case.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { daysAfter, deltasAlong, stateThen } from '../../src/domain/fact-moves.js';
import type { EventRecord } from '../../src/engine/decide.js';
import type { ReferenceData } from '../../src/engine/env.js';
import { begin2, draw } from '../engine/properties.js';
import { SINCE_2 } from '../engine/random-history-2.js';
import { FIRST, play, Reached, type Acting } from '../engine/random-history.js';
import { shippedWorkflow } from '../support/engine.js';
import { atLength } from '../support/length.js';
import { countCase, type Counted, type Figures, type History, type Line } from './case-count.js';

/** Of each workflow and version; 1,002 in all at length. */
const RUNS = atLength(167, 25);
const SEED = 20_261_130;
/** What a pure history has no record of, or what stands beside all figures. */
const LEFT_OUT = ['shortPhoneVisits', 'takenOverClosed'];

/** What commits would have written, step by step. */
class Written {
  readonly deltas: Delta[] = [];
  readonly lines: Line[] = [];
  state: CaseState | null = null;
  calendar!: ReferenceData['calendar'];

  see(events: readonly EventRecord[], state: CaseState, { calendar }: ReferenceData): void {
    this.calendar = calendar;
    if (events.length === 0) return;
    const after = stateThen(state, state.context, daysAfter(this.state, events, calendar));
    this.deltas.push(...deltasAlong(this.state, after, events, calendar));
    this.state = after;
    for (const { type, at, after: changed, payload } of events)
      this.lines.push({ type, at, day: calendar.dayOf(at), after: (changed.context ?? {}) as Line['after'], payload });
  }

  /** The sums of the deltas through the day: by unit all that is charged to it, in total what is charged beside no other. */
  asOf(day: Day): Counted {
    const total: Figures = {};
    const byUnit = new Map<string | null, Figures>();
    for (const delta of this.deltas) {
      if (delta.day > day || delta.takenOver || LEFT_OUT.includes(delta.measure)) continue;
      const figures = byUnit.get(delta.unitId) ?? {};
      byUnit.set(delta.unitId, figures);
      for (const of of delta.beside.length === 0 ? [figures, total] : [figures]) {
        const add = (name: string, n: number): unknown => (of[name] = (of[name] ?? 0) + n);
        add(delta.measure, delta.delta);
        if (delta.measure === 'closingDays') add(`closedAfter ${delta.bucket}`, delta.delta);
        if (delta.measure === 'signed') add('signedMinutes', delta.delta * delta.bucket);
      }
    }
    return { total, byUnit };
  }
}

interface Plain {
  total: [string, number][];
  units: (readonly [string, [string, number][]])[];
}

/** Without noughts, in one order. */
function plain({ total, byUnit }: Counted): Plain {
  const some = (of: Figures): [string, number][] =>
    Object.entries(of)
      .filter(([, n]) => n !== 0)
      .sort();
  const units = [...byUnit].map(([unit, of]) => [String(unit), some(of)] as const).filter(([, of]) => of.length > 0);
  return { total: some(total), units: units.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function expected(history: History, asOf: Day, calendar: ReferenceData['calendar']): Counted {
  const lines = history.lines.filter(({ day }) => day <= asOf);
  const has = (type: string): boolean => lines.some((line) => line.type === type);
  if (lines.length === 0 || (has('TAKE_OVER') && !has('REOPEN'))) return { total: {}, byUnit: new Map() };
  let resolvedOn: Day | null = null;
  for (const { type, day, after } of lines) {
    if ('outcome' in after) resolvedOn = after.outcome === 'resolved' ? day : null;
    if (type === 'REOPEN') resolvedOn = null;
  }
  // Nobody here takes up the parts, nor the case that one was merged into: fates.spec.ts does.
  return countCase({ lines, asOf, calendar, history }, has('SPLIT') ? null : resolvedOn);
}

const met = new Set<string>();
describe.each([
  ['rectification', 1],
  ['immediate', 1],
  ['staged', 1],
  ['rectification', 2],
  ['immediate', 2],
  ['staged', 2],
] as const)('%s, version %i', (name, version) => {
  const workflow = shippedWorkflow(name, version);
  it(`${RUNS} histories give what plain loops over them count`, () => {
    const steps = version === 1 ? { minLength: 6, maxLength: 10 } : { minLength: 10, maxLength: 16 };
    const days = fc.array(fc.nat(400), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(begin2, fc.array(draw, { ...steps, size: 'max' }), days, (begin, draws, picked) => {
        const written = new Written();
        const acting: Acting = { ...(version === 1 ? FIRST : SINCE_2), watch: () => written };
        play(workflow, { ...begin, calendarArrives: false }, draws, new Reached(), acting);
        const { lines, calendar } = written;
        const { id } = written.state!;
        const history: History = { id, version, track: workflow.track, outside: begin.raisedOutside, lines };
        const [first, last] = [lines[0]!.day, lines.at(-1)!.day];
        const asOfs = [last, addDays(last, 40)];
        for (const n of picked) asOfs.push(lines[n % lines.length]!.day, addDays(first, n % 60));
        for (const asOf of asOfs) {
          const counted = plain(expected(history, asOf, calendar));
          for (const [figure] of counted.total) met.add(figure);
          expect({ asOf, counted: plain(written.asOf(asOf)) }).toEqual({ asOf, counted });
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 900_000);
});

it('meets every figure', () => {
  const common = ['disputed', 'promiseDue', 'promiseBroken', 'leaderWaived', 'transferredLate', 'splitOff', 'signed'];
  const wanted = atLength([...common, 'departedLate', 'promiseKept', 'strictOnTime', 'dueAndClosed'], common);
  expect(wanted.filter((name) => !met.has(name))).toEqual([]);
});
