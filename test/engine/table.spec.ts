/** Every place of every workflow × every command × every kind of person, against a table that people have read. */
import { substateOf } from '../../src/domain/case.js';
import { COMMANDS } from '../../src/engine/commands.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, immediate, rectification, staged } from '../support/engine.js';
import { leaves, ready } from './places.js';
import { CODES, COLUMNS, TABLE, type Row } from './tables/who-may-what.js';

const WORKFLOWS: Record<string, Workflow> = { rectification, immediate, staged };
const rowsOf = (name: string): Row[] => TABLE.filter(({ only }) => only === undefined || only.includes(name));

describe.each(Object.keys(WORKFLOWS))('the table of %s', (name) => {
  const workflow = WORKFLOWS[name]!;
  const rows = rowsOf(name);

  it('has a row for every place and every command, and no row twice', () => {
    const wanted = leaves(workflow.config.states?.['stage'] ?? {}).flatMap((place) =>
      Object.keys(COMMANDS).map((type) => `${place} ${type}`),
    );
    const written = rows.flatMap(({ place, types }) => types.map((type) => `${place} ${type}`));
    expect(written.filter((row, i) => written.indexOf(row) !== i)).toEqual([]);
    expect([...written].sort()).toEqual([...wanted].sort());
  });

  it.each(rows.map((row) => [`${row.place} ${row.types.join(' ')}`, row] as const))(
    '%s',
    (_title, { place, types, cells }) => {
      for (const type of types) {
        const way = ready(workflow, place, type);
        expect(substateOf(way.drive.state.value)).toBe(place);
        const found = COLUMNS.map((who) => {
          const decision = way.drive.ask(type, ACTOR[who], way.now);
          return `${who}: ${'code' in decision ? decision.code : 'ok'}`;
        });
        expect(found).toEqual(
          COLUMNS.map((who, i) => `${who}: ${CODES[cells[i] ?? ''] ?? `no such cell ${String(cells[i])}`}`),
        );
      }
    },
  );
});

it('has a column for every kind of person', () => {
  expect([...COLUMNS].sort()).toEqual(Object.keys(ACTOR).sort());
  for (const { place, types, cells } of TABLE)
    expect([place, types, cells.length]).toEqual([place, types, COLUMNS.length]);
});
