/** Run in a copy of the sources to which recipes.spec.ts has added a command, a rule, a measure and a migration: prints, as JSON, what became of each. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventLabels } from '../../src/cases/event-labels.js';
import { deltasAlong } from '../../src/domain/fact-moves.js';
import { allowed } from '../../src/engine/allowed.js';
import { checkedWorkflow } from '../../src/engine/check-workflow.js';
import { WORKFLOW_SCHEMA } from '../../src/engine/workflow-schema.js';
import { openDatabase } from '../../src/store/database/database.js';
import { migrate, releasedEntities, releasedMigrations } from '../../src/store/database/migrate.js';
import { SUM_COLUMNS } from '../../src/store/reports/report-columns.js';
import { ACTOR, at, calendar, Drive, refs } from '../support/engine.js';

async function walk(): Promise<object> {
  const name = 'rectification.v3.json';
  const file: unknown = JSON.parse(readFileSync(resolve(__dirname, '../../workflows', name), 'utf8'));
  const workflow = checkedWorkflow(file, 'f'.repeat(64), name);
  const now = at('2026-03-02');
  const drive = new Drive(workflow, now);
  const offered = (actor: (typeof ACTOR)['leader']): boolean =>
    allowed(workflow, drive.state, actor, now, refs).some(({ type }) => type === 'CLAIM');
  const offers = { leader: offered(ACTOR.leader), clerk: offered(ACTOR.clerk) };
  const refusal = drive.ask('CLAIM', ACTOR.clerk, now, { note: '我来' });
  const before = drive.state;
  drive.send('CLAIM', ACTOR.leader, now, { note: '我来' });
  const event = drive.events.at(-1)!;
  const deltas = deltasAlong(before, drive.state, [event], calendar);

  const database = await openDatabase({
    databaseUrl: process.env['DATABASE_URL'],
    dataDir: '/nowhere',
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 2,
  });
  try {
    const applied = await migrate(database);
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    await database.dataSource.undoLastMigration();
    const undone = await database.dataSource.driver.createSchemaBuilder().log();
    return {
      command: { isKey: drive.context.isKey, label: eventLabels(event)['zh-CN'], offers },
      rule: { refusal, known: JSON.stringify(WORKFLOW_SCHEMA).includes('"isClaimant"') },
      measure: {
        deltas: deltas.filter(({ measure }) => String(measure) === 'claimed').map(({ day, delta }) => [day, delta]),
        column: SUM_COLUMNS.find(({ name: sum }) => String(sum) === 'claimed')?.column,
      },
      migration: {
        last: applied.at(-1),
        missing: upQueries.map(({ query }) => query),
        missingWithout: undone.upQueries.map(({ query }) => query),
      },
    };
  } finally {
    await database.close();
  }
}

walk().then(
  (found) => console.log(JSON.stringify(found)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
