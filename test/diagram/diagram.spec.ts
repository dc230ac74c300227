/** The picture of a workflow, made from its file: nothing is missing, nothing lies on top of another, and the path of a case is the right one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/engine/commands.js';
import { chartOf, leavesOf, withInner } from '../../web/diagram/chart.js';
import { wrapped, type Card } from '../../web/diagram/card.js';
import { clockColumns, stageColumns } from '../../web/diagram/columns.js';
import { layout, type Layout } from '../../web/diagram/layout.js';
import { leavesOfValue, pathOf } from '../../web/diagram/path.js';

const root = join(__dirname, '..', '..');
const FILES = readdirSync(join(root, 'workflows')).filter((name) => /\.v\d+\.json$/.test(name));
const machineOf = (file: string): object =>
  (JSON.parse(readFileSync(join(root, 'workflows', file), 'utf8')) as { machine: object }).machine;
const wordsIn = (language: string): { command: Record<string, string>; delay: Record<string, string> } =>
  JSON.parse(readFileSync(join(root, 'web', 'locales', language, 'diagram.json'), 'utf8')) as never;

/** A pen for which Chinese characters are twice as wide as Latin ones. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 12 : 6.5), 0);
const words = {
  state: (state: { id: string }) => state.id.split('.').at(-1)!,
  step: ({ key }: { key: string }) => key.split(':')[1]!,
};

function drawn(file: string): { stage: Layout; clock: Layout } {
  const [stage, clock] = chartOf(machineOf(file)).regions;
  return {
    stage: layout(stageColumns(stage!), words, measure, 150),
    clock: layout(
      clockColumns(clock!),
      words,
      measure,
      112,
      clock!.states.filter(({ states }) => states.length > 0),
    ),
  };
}

describe.each(FILES)('%s', (file) => {
  test('draws every state but those a case only passes through', () => {
    const chart = chartOf(machineOf(file));
    const { stage, clock } = drawn(file);
    const shown = [...stage.cards, ...clock.cards].map(({ id }) => id).sort();
    const known = chart.regions.flatMap((region) => withInner(region).slice(1)).map(({ id }) => id);
    expect(shown).toEqual(known.sort());
    expect(shown).not.toContain('clock.settling');
    expect(shown).toContain('stage.deadline.parked');
  });

  test('lays no card over another and keeps all within the picture', () => {
    for (const { cards, width, height } of Object.values(drawn(file))) {
      const leaves = cards.filter(({ isFrame }) => !isFrame);
      const overlap = (a: Card, b: Card): boolean =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      const overlapping = leaves.flatMap((a, i) =>
        leaves
          .slice(i + 1)
          .filter((b) => overlap(a, b))
          .map((b) => [a.id, b.id]),
      );
      expect(overlapping).toEqual([]);
      expect(
        cards.filter(({ x, y, ...card }) => x < 0 || y < 0 || x + card.width > width || y + card.height > height),
      ).toEqual([]);
    }
  });

  test('draws a line for every step that leads to another place, and each ends at a card', () => {
    const chart = chartOf(machineOf(file));
    const { stage, clock } = drawn(file);
    const keys = chart.regions.flatMap(withInner).flatMap(({ id, steps }) =>
      // A reminder that comes back stays where it is, and a state that is only passed through has no card: both are written on the own one.
      steps.flatMap(({ key, targets }) =>
        targets.filter((target) => ![id, 'clock.settling'].includes(target)).map((target) => `${key}>${target}`),
      ),
    );
    const lines = [...stage.lines, ...clock.lines];
    expect(lines.map(({ key }) => key).sort()).toEqual([...new Set(keys)].sort());
    for (const [picture, line] of [stage, clock].flatMap((one) => one.lines.map((each) => [one, each] as const))) {
      const [x, y] = /L(-?[\d.]+) (-?[\d.]+)$/.exec(line.d)!.slice(1).map(Number) as [number, number];
      const ends = picture.cards.some(
        (card) => (x === card.x || x === card.x + card.width) && y >= card.y && y <= card.y + card.height,
      );
      expect({ key: line.key, ends }).toEqual({ key: line.key, ends: true });
    }
  });

  test('has words in both languages for every command and delay', () => {
    const chart = chartOf(machineOf(file));
    const steps = chart.regions.flatMap(withInner).flatMap((state) => state.steps);
    for (const language of ['zh-CN', 'en']) {
      const { command, delay } = wordsIn(language);
      expect(steps.filter((one) => one.event !== undefined && command[one.event] === undefined)).toEqual([]);
      expect(steps.filter((one) => one.delay !== undefined && delay[one.delay] === undefined)).toEqual([]);
    }
  });
});

test('calls commands what the service calls them', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const expected = Object.fromEntries(Object.entries(COMMANDS).map(([type, { labels }]) => [type, labels[language]]));
    expect(wordsIn(language).command).toEqual(expected);
  }
});

test('offers what can be done at any time, without what only the system does', () => {
  const { always } = chartOf(machineOf('rectification.v1.json'));
  expect(always).toContain('COMMENT');
  expect(always).not.toContain('JOIN');
});

test('follows a case that was declined once, assigned again and returned', () => {
  const chart = chartOf(machineOf('rectification.v1.json'));
  const after = (stage: unknown, clock = 'onTime'): Record<string, unknown> => ({ value: { stage, clock } });
  const { visited, taken } = pathOf(chart, [
    { type: 'COLLECT', payload: {}, after: after('collected', 'stopped') },
    { type: 'ASSIGN', payload: {}, after: after('assigned') },
    { type: 'DECLINE', payload: {}, after: after('collected', 'stopped') },
    { type: 'ASSIGN', payload: {}, after: after('assigned') },
    { type: 'ACCEPT', payload: {}, after: after({ deadline: 'rectifying' }) },
    { type: 'PROGRESS', payload: {}, after: {} },
    { type: 'SUBMIT', payload: {}, after: after({ deadline: 'verifying' }, 'held') },
    { type: 'RETURN', payload: {}, after: after({ deadline: 'rectifying' }) },
    { type: 'TIMER', payload: { timer: 'untilDueSoon' }, after: after({ deadline: 'rectifying' }, 'dueSoon') },
  ]);
  expect(Object.fromEntries(taken)).toEqual({
    'stage.collected:ASSIGN': 2,
    'stage.collected:ASSIGN>stage.assigned': 2,
    'stage.assigned:DECLINE': 1,
    'stage.assigned:DECLINE>stage.collected': 1,
    'stage.assigned:ACCEPT': 1,
    'stage.assigned:ACCEPT>stage.deadline': 1,
    'stage.deadline:PROGRESS': 1,
    'stage.deadline.rectifying:SUBMIT': 1,
    'stage.deadline.rectifying:SUBMIT>stage.deadline.verifying': 1,
    'stage.deadline.verifying:RETURN': 1,
    'stage.deadline.verifying:RETURN>stage.deadline.rectifying': 1,
    'clock.onTime:untilDueSoon': 1,
    'clock.onTime:untilDueSoon>clock.dueSoon': 1,
  });
  expect(visited.has('stage.deadline')).toBe(true);
  expect(visited.has('stage.followUpVisit')).toBe(false);
});

test('reads the innermost states of a state value', () => {
  expect(leavesOfValue({ stage: { deadline: 'parked' }, clock: 'paused' })).toEqual([
    'stage.deadline.parked',
    'clock.paused',
  ]);
  expect(leavesOfValue(undefined)).toEqual([]);
});

test('breaks long names between words, Chinese between characters, and loses none', () => {
  expect(wrapped('Assigned, waiting for a signature', 100, measure)).toEqual([
    'Assigned,',
    'waiting for a',
    'signature',
  ]);
  expect(wrapped('未签收，告知整改办', 60, measure).join('')).toBe('未签收，告知整改办');
  expect(leavesOf(chartOf(machineOf('staged.v1.json')).regions[0]!).length).toBeGreaterThan(8);
});
