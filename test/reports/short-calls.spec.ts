/** Telephone visits under a minute are counted under the unit that leads the case, also when a workflow lets it change afterwards. */
import { v7 as uuid } from 'uuid';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { checkedWorkflow } from '../../src/engine/check-workflow.js';
import { Workflows } from '../../src/engine/workflow.js';
import { compactReport } from '../../src/store/reports/report-compaction.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { collecting, openFixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, calendar, UNIT, units, workflowFile } from '../support/engine.js';
import { reading } from './reading.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

interface State {
  on?: Record<string, unknown>;
  states: Record<string, State>;
}
/** The workflow of the house, but a unit may also hand a case back that a visit has sent back to it. */
function handingBackLate(): ReturnType<typeof checkedWorkflow> {
  const { text } = workflowFile('rectification');
  const changed = JSON.parse(text.replaceAll('rectification', 'handingBack')) as { machine: State };
  const { stage } = changed.machine.states;
  stage!.states['deadline']!.states['rectifying']!.on!['DECLINE'] = {
    ...(stage!.states['assigned']!.on!['DECLINE'] as object),
    guard: { type: 'all', params: { rules: ['isOfLeadUnit'] } },
  };
  return checkedWorkflow(changed, '0'.repeat(64), 'handingBack.v1.json');
}

it('goes with the case to its next unit, from the day of the move on', async () => {
  const fixture = await openFixture(test.database);
  const workflow = handingBackLate();
  await test.database.pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ($1, $2, $3, '', now())`,
    [workflow.name, workflow.version, workflow.hash],
  );
  const executor = new CommandExecutor(
    { ...fixture.dependencies, workflows: new Workflows([workflow]) },
    fixture.history,
  );
  const [collected] = await executor.execute(collecting(at('2026-03-02'), { workflow: 'handingBack' }));
  const caseId = collected!.state.id;
  const send = async (
    day: string,
    time: string,
    who: keyof typeof ACTOR,
    type: string,
    payload = {},
  ): Promise<void> => {
    const command = { id: uuid(), type, caseId, actor: ACTOR[who], at: at(day, time), payload };
    await executor.execute({ steps: [{ kind: 'command', command }] });
  };
  const fix = { measure: '已经修好', lastingMeasure: '每月检查' };
  const called = (day: string, time: string, outcome: string): Promise<void> =>
    send(day, time, 'visitor', 'RECORD_VISIT', { method: 'phone', outcome, durationSeconds: 20 });
  await send('2026-03-02', '10:01', 'clerk', 'ASSIGN', { leadUnitId: UNIT.lead });
  await send('2026-03-02', '10:02', 'handler', 'ACCEPT');
  await send('2026-03-03', '09:00', 'handler', 'SUBMIT', fix);
  await send('2026-03-03', '09:10', 'supervisor', 'PASS', { method: 'remote' });
  await called('2026-03-03', '10:00', 'unreachable');
  await called('2026-03-03', '11:00', 'unreachable');
  await called('2026-03-04', '10:00', 'notFixed');
  await send('2026-03-05', '10:00', 'handler', 'DECLINE', { reason: '不属于本单位职责', suggestedUnitId: UNIT.other });
  await send('2026-03-05', '11:00', 'clerk', 'ASSIGN', { leadUnitId: UNIT.other });
  await send('2026-03-05', '11:10', 'otherHandler', 'ACCEPT');
  await send('2026-03-06', '09:00', 'otherHandler', 'SUBMIT', fix);
  await send('2026-03-06', '09:10', 'supervisor', 'PASS', { method: 'remote' });
  await called('2026-03-06', '10:00', 'fixed');

  const { reports, clock } = reading(test.database, fixture);
  clock.at = at('2026-03-31');
  const calls = async (asOf: string): Promise<Record<string, [visits: number, cases: number]>> => {
    const { rows, total } = await reports.closure(ACTOR.leader, { by: 'unit', asOf });
    return Object.fromEntries(
      [...rows, total]
        .map(
          ({ key, label, signs: { shortPhoneVisits: of } }) =>
            [key ?? label, [of.count, of.cases] as [number, number]] as const,
        )
        .filter(([, [visits]]) => visits > 0),
    );
  };
  const days = {
    '2026-03-02': {},
    '2026-03-03': { [UNIT.lead]: [2, 1], 合计: [2, 1] },
    '2026-03-04': { [UNIT.lead]: [3, 1], 合计: [3, 1] },
    '2026-03-05': { [UNIT.other]: [3, 1], 合计: [3, 1] },
    '2026-03-06': { [UNIT.other]: [4, 1], 合计: [4, 1] },
  };
  for (const replayed of [false, true]) {
    if (replayed) await compactReport(test.database.pool, '2026-03-31');
    for (const [day, expected] of Object.entries(days)) expect([day, await calls(day)]).toEqual([day, expected]);
  }
  const all = units.all().map(({ id }) => id);
  const checked = await verifyReports(test.database.pool, calendar, all, at('2026-03-31'), [
    '2026-03-04',
    '2026-03-05',
  ]);
  expect([checked.recounts.filter(({ differing }) => differing > 0), checked.rollup]).toEqual([[], []]);
});
