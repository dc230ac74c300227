/** The bench signs its people in by statements of its own: they must fit the tables of this release, or it measures nothing. */
import { STEPS } from '../../bench/events.js';
import { executorSteps, drive, httpSteps, prepare, TODAY } from '../../bench/http-load.js';
import { startService } from '../../bench/http-service.js';
import { createTestDatabase } from '../support/database.js';

test('takes cases through all steps, at the door and over a socket', async () => {
  const test = await createTestDatabase();
  try {
    const { fixture, ids } = await prepare(test.database, 50);
    expect(await drive(ids.slice(0, 2), executorSteps(test.database, fixture))).toBeGreaterThan(0);
    const service = await startService(test.connectionString, TODAY);
    const { step, close } = await httpSteps(service.address);
    await drive(ids.slice(2, 4), step);
    close();
    await service.stop();
    const { rows } = await test.database.pool.query<{ events: number; cases: number }>(
      `SELECT count(*)::int AS events, count(DISTINCT case_id)::int AS cases FROM case_event WHERE case_id = ANY ($1)`,
      [ids.slice(0, 4)],
    );
    // collected and assigned before the load
    expect(rows[0]).toEqual({ events: 4 * (2 + STEPS.length), cases: 4 });
  } finally {
    await test.drop();
  }
});
