/** A service whose database role may make no schema, the job queue's among them: it says which one it needs, people read their messages meanwhile, and what waited goes
 *  out once the schema is there. Worth a server of its own: every other test runs as the owner of everything. */
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { DeliveryQueue } from '../../src/jobs/delivery-queue.js';
import { tell } from '../../src/notify/told.js';
import { inTransaction } from '../../src/store/database/transaction.js';
import { readNote } from '../support/cluster-note.js';
import { startServer, type TestServer } from '../support/server.js';
import { type MailServer, startMailServer } from './mail-server.js';

const ROLE = `plain_${uuid().replaceAll('-', '')}`;
const told: string[] = [];
let server: TestServer;
let smtp: MailServer;

/** What the database's administrator runs, in the database of the connection string. */
async function asAdministrator(statement: string, connectionString?: string): Promise<void> {
  const { host, port, user } = readNote();
  const client = new pg.Client(
    connectionString === undefined
      ? { host, port, user, database: 'postgres' }
      : connectionString.replace(`//${ROLE}@`, `//${user}@`),
  );
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await asAdministrator(`CREATE ROLE ${ROLE} LOGIN; GRANT pg_read_all_data, pg_write_all_data TO ${ROLE}`);
  jest.spyOn(Logger.prototype, 'error').mockImplementation((words: unknown) => void told.push(String(words)));
  const line = { through: (url: string) => url.replace(/\/\/[^@]+@/, `//${ROLE}@`) };
  [server, smtp] = [
    await startServer({ env: { RUN: 'http,jobs' }, database: { lines: [line as never] } }),
    await startMailServer(),
  ];
});
afterAll(async () => {
  await Promise.all([server.close(), smtp.close()]);
  await asAdministrator(`DROP ROLE ${ROLE}`);
});

it('says which schema it needs, keeps messages in the inbox meanwhile, and sends what waited once the schema is there', async () => {
  const handlerId = await server.person('handler', ['handler']);
  const admin = await server.signIn('admin');
  const mail = { host: '127.0.0.1', port: smtp.port, security: 'none', username: 'office', password: 'right password' };
  await admin
    .put('/api/channels/email')
    .send({ enabled: true, isDefault: true, ...mail, from: 'zg@example.gov.cn', fromName: '整改办' })
    .expect(200);
  await admin
    .put(`/api/people/${handlerId}/channels`)
    .send({ addresses: [{ name: 'email', address: 'handler@example.gov.cn' }] })
    .expect(200);
  const { pool } = server.test.database;
  const message = { personId: handlerId, topic: 'gap' as const, facts: { unit: '城东', count: 1 }, key: uuid() };
  await inTransaction(pool, (client) => tell(client, [message], server.clock.now()));
  const queue = server.app.get(DeliveryQueue);
  await queue.tick();
  await queue.tick();

  // once, whatever the number of rounds
  const [words, ...more] = told.filter((one) => one.includes('job queue'));
  expect(more).toEqual([]);
  const asked = /CREATE SCHEMA public_jobs AUTHORIZATION/.exec(words ?? '')?.[0];
  expect(asked).toBeDefined();
  const { body } = await admin.get('/api/channels').expect(200);
  expect(body).toMatchObject({ queueReady: false });
  const inbox = await (await server.signIn('handler')).get('/api/inbox').expect(200);
  expect((inbox.body as { items: object[] }).items).toHaveLength(1);
  expect(smtp.taken).toEqual([]);

  await asAdministrator(`${asked} ${ROLE}`, server.test.connectionString);
  for (let look = 0; look < 400 && smtp.taken.length === 0; look++) {
    await queue.tick();
    await new Promise((settle) => setTimeout(settle, 50));
  }
  expect(smtp.taken).toHaveLength(1);
});
