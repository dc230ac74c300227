/** Connections whose server says nothing more: found, told apart from long work, and replaced, also by those of another host. */
import pg from 'pg';
import { OutcomeUnknown, afterSending, isConnectionLoss } from '../../src/store/database/database-fault.js';
import { SilenceWatch } from '../../src/store/database/silence-watch.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { databaseLine, type DatabaseLine } from '../support/database-line.js';

/** Long enough for a busy machine to let somebody in, short enough to wait for. */
const patience = { connect: 1_500, silent: 200 };

let [line, other]: DatabaseLine[] = [];
let test: TestDatabase;
beforeEach(async () => {
  [line, other] = [await databaseLine(), await databaseLine()];
});
afterEach(async () => {
  line!.mood('well');
  await test.drop();
  await Promise.all([line!.close(), other!.close()]);
});

const open = async (...lines: DatabaseLine[]): Promise<TestDatabase['database']> => {
  const said: string[] = [];
  test = await createTestDatabase({ lines, patience, poolSize: 4, log: (message) => said.push(message) });
  return test.database;
};
const one = (pool: TestDatabase['database']['pool']) => pool.query<{ n: number }>('SELECT 1 AS n');
const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

it('ends what waits for a database that has gone quiet, and goes on when it speaks again', async () => {
  const { pool, hotPool } = await open(line!);
  await one(pool);
  line!.mood('silent');
  const [asked, written] = await Promise.all([faultOf(one(pool)), faultOf(one(hotPool))]);
  expect([asked, written].map(isConnectionLoss)).toEqual([true, true]);
  expect(afterSending(asked)).toBeInstanceOf(OutcomeUnknown);
  // nothing was sent where no connection was made
  const refused = await faultOf(one(pool));
  expect(isConnectionLoss(refused)).toBe(true);
  expect(afterSending(refused)).toBe(refused);
  line!.mood('well');
  expect((await one(pool)).rows).toEqual([{ n: 1 }]);
});

it('goes to the other host by itself', async () => {
  const { pool } = await open(line!, other!);
  await one(pool);
  line!.mood('silent');
  expect(isConnectionLoss(await faultOf(one(pool)))).toBe(true);
  expect((await one(pool)).rows).toEqual([{ n: 1 }]);
});

it('replaces a connection that died without a word, and leaves alone what works long or slowly', async () => {
  const { pool } = await open(line!);
  await one(pool);
  expect(line!.halfOpen()).toBeGreaterThan(0);
  const lost = faultOf(one(pool));
  const long = pool.query<{ done: boolean }>('SELECT pg_sleep(1) IS NOT NULL AS done');
  expect(isConnectionLoss(await lost)).toBe(true);
  expect((await one(pool)).rows).toEqual([{ n: 1 }]);
  expect((await long).rows).toEqual([{ done: true }]);
  line!.slow(150);
  expect((await one(pool)).rows).toEqual([{ n: 1 }]);
});

it('leaves alone a line that still takes what is being sent, and ends it once that stands still', async () => {
  test = await createTestDatabase({ empty: true, entities: [], migrations: [] });
  const ended: unknown[] = [];
  const handle = { writeQueueSize: 20_000_000 };
  const stream = { bytesRead: 0, _handle: handle, destroy: (fault: unknown) => ended.push(fault) };
  const client = Object.assign(new pg.Client({ host: '127.0.0.1', port: 1 }), {
    ...{ connection: { stream }, _connected: true, readyForQuery: false, processID: 1 },
  });
  const watch = new SilenceWatch(patience, () => undefined);
  watch.join(client, { host: '127.0.0.1', port: 1 });
  for (let looks = 0; looks < 40; looks += 1) {
    handle.writeQueueSize -= 65_536;
    await new Promise((next) => setTimeout(next, patience.silent / 10));
  }
  expect(ended).toEqual([]);
  while (ended.length === 0) await new Promise((next) => setTimeout(next, patience.silent));
  expect(isConnectionLoss(ended[0])).toBe(true);
  client.emit('end');
});

it.each([
  ['was answered while it was asked about', 5],
  ['has its answer unread while it is asked about', 6],
])('leaves alone what %s', async (_, reads) => {
  test = await createTestDatabase({ empty: true, entities: [], migrations: [] });
  const ended: unknown[] = [];
  // Read once a look, and once more before anything is ended: from then on the answer is there.
  let read = 0;
  const stream = {
    get bytesRead() {
      return (read += 1) <= reads ? 0 : read;
    },
    destroy: (fault: unknown) => ended.push(fault),
  };
  const config = { connectionString: test.connectionString };
  const client = Object.assign(new pg.Client(config), {
    ...{ connection: { stream }, _connected: true, readyForQuery: false, processID: 1 },
  });
  const watch = new SilenceWatch(patience, () => undefined);
  watch.join(client, config);
  while (read < reads + 4) await new Promise((next) => setTimeout(next, 5));
  expect(ended).toEqual([]);
  client.emit('end');
});

it('is not ended by a server that lets somebody in and takes its leave in one packet', async () => {
  const { pool, dataSource } = await open(line!);
  const held = await pool.connect();
  line!.mood('farewell');
  // taken and asked later, as transactions do; asked at once; by entities
  const taken = await pool.connect();
  const faults = [
    await faultOf(taken.query('BEGIN')),
    await faultOf(one(pool)),
    await faultOf(dataSource.query('SELECT 1')),
  ];
  taken.release();
  held.release();
  expect(faults.map(isConnectionLoss)).toEqual([true, true, true]);
  line!.mood('well');
  expect((await one(pool)).rows).toEqual([{ n: 1 }]);
});
