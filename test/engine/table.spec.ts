/** Every place of every workflow × every command × every kind of person, against tables that people have read. */
import { substateOf } from '../../src/domain/case.js';
import { COMMANDS_SINCE_2 } from '../../src/engine/commands-since-2.js';
import { COMMANDS } from '../../src/engine/commands.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, immediate, immediate2, rectification, rectification2, staged, staged2 } from '../support/engine.js';
import { leaves, ready } from './places.js';
import { ready2 } from './places-2.js';
import { CODES_2, TABLE_2 } from './tables/who-may-what-2.js';
import { CODES, COLUMNS, TABLE, type Row } from './tables/who-may-what.js';

interface Version {
  workflow: Workflow;
  rows: Row[];
  ready: typeof ready | typeof ready2;
  codes: Record<string, string>;
  commands: string[];
}

const FIRST = Object.keys(COMMANDS).filter((type) => COMMANDS_SINCE_2[type] === undefined);
const VERSIONS: Version[] = [
  ...[rectification, immediate, staged].map((workflow) => ({
    workflow,
    rows: TABLE,
    ready,
    codes: CODES,
    commands: FIRST,
  })),
  ...[rectification2, immediate2, staged2].map((workflow) => ({
    workflow,
    rows: TABLE_2,
    ready: ready2,
    codes: { ...CODES, ...CODES_2 },
    commands: Object.keys(COMMANDS),
  })),
];

describe.each(VERSIONS.map((version) => [`${version.workflow.name} v${version.workflow.version}`, version] as const))(
  'the table of %s',
  (_name, { workflow, rows: all, ready: readied, codes, commands }) => {
    const rows = all.filter(({ only }) => only === undefined || only.includes(workflow.name));
    const places = leaves(workflow.config.states?.['stage'] ?? {});

    it('has a row for every place and every command, and no row twice', () => {
      const wanted = places.flatMap((place) => commands.map((type) => `${place} ${type}`));
      const written = rows.flatMap(({ place, types }) => types.map((type) => `${place} ${type}`));
      expect(written.filter((row, i) => written.indexOf(row) !== i)).toEqual([]);
      expect([...written].sort()).toEqual([...wanted].sort());
    });

    it.each(rows.map((row) => [`${row.place} ${row.types.join(' ')}`, row] as const))(
      '%s',
      (_title, { place, types, cells }) => {
        for (const type of types) {
          const way = readied(workflow, place, type);
          expect([type, substateOf(way.drive.state.value)]).toEqual([type, place]);
          const found = COLUMNS.map((who) => {
            const decision = way.drive.ask(type, ACTOR[who], way.now);
            return `${type} ${who}: ${'code' in decision ? decision.code : 'ok'}`;
          });
          expect(found).toEqual(
            COLUMNS.map((who, i) => `${type} ${who}: ${codes[cells[i] ?? ''] ?? `no such cell ${String(cells[i])}`}`),
          );
        }
      },
    );
  },
);

it.each([rectification, immediate, staged])(
  'no place of version 1 of $name takes a command that came later',
  (workflow) => {
    for (const place of leaves(workflow.config.states?.['stage'] ?? {})) {
      for (const type of Object.keys(COMMANDS_SINCE_2)) {
        const way = ready(workflow, place, type);
        const payload = { ...way.drive.ask(type, ACTOR.leader, way.now) };
        expect([place, type, 'code' in payload ? payload.code : 'ok']).toEqual([place, type, 'case.notInThisStage']);
      }
    }
  },
);

it('has a column for every kind of person', () => {
  expect([...COLUMNS].sort()).toEqual(Object.keys(ACTOR).sort());
  for (const { place, types, cells } of [...TABLE, ...TABLE_2])
    expect([place, types, cells.length]).toEqual([place, types, COLUMNS.length]);
});
