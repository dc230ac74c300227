/** 100,000 messages told at one moment to 20,000 people and one other system: how fast they leave for a sink, and what memory that takes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuid } from 'uuid';
import { Dispatch } from '../src/notify/dispatch.js';
import { Senders } from '../src/notify/senders.js';
import { tell } from '../src/notify/told.js';
import { inTransaction } from '../src/store/database/transaction.js';
import { Cipher } from '../src/store/encrypted/cipher.js';
import { AddressStore } from '../src/store/messages/address.store.js';
import { ChannelStore } from '../src/store/messages/channel.store.js';
import { DeliveryStore } from '../src/store/messages/delivery.store.js';
import { HotlineAnswerStore } from '../src/store/messages/hotline-answer.store.js';
import { JobQueueStore } from '../src/store/messages/job-queue.store.js';
import { JobSchemaStore } from '../src/store/messages/job-schema.store.js';
import { PushSubscriptionStore } from '../src/store/messages/push-subscription.store.js';
import { WebhookStore } from '../src/store/messages/webhook.store.js';
import { ReferenceDataStore } from '../src/store/reference-data/reference-data.store.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import { at } from '../test/support/engine.js';
import type { BenchCluster } from './bench-cluster.js';
import type { Row } from './table.js';

const MESSAGES = 100_000;
const PEOPLE = 20_000;
const NOW = at('2026-03-02', '10:00');

/** Rows for the table: how many a second are queued, and leave. */
export async function benchDeliveries(cluster: BenchCluster): Promise<Row[]> {
  let received = 0;
  const sink = createServer((request, response) => {
    request.resume().on('end', () => {
      received += 1;
      response.end('{}');
    });
  });
  await new Promise<void>((settle) => sink.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`;
  const database = await cluster.open('deliveries');
  await openFixture2(database);
  const referenceData = await ReferenceDataStore.open(database, 'Asia/Shanghai');
  const cipher = new Cipher(Buffer.alloc(32, 7));
  const jobs = new JobQueueStore(database, new JobSchemaStore(database));
  const [channels, addresses] = [new ChannelStore(database, cipher), new AddressStore(database, cipher)];
  const [webhooks, deliveries] = [new WebhookStore(database, cipher), new DeliveryStore(database, jobs)];
  const senders = new Senders(channels, new PushSubscriptionStore(database, cipher));
  const dispatch = new Dispatch(
    deliveries,
    senders,
    addresses,
    webhooks,
    new HotlineAnswerStore(database),
    referenceData,
  );

  const settings = { url, method: 'POST', headers: [], body: '{"to":"{{mobile}}","text":"{{text}}"}', success: '' };
  await channels.save({ name: 'sms', enabled: true, isDefault: true, settings, secrets: {}, changedAt: NOW }, null);
  const { rows: people } = await database.pool.query<{ id: string }>(
    `INSERT INTO person (id, username, name, password_hash, unit_id, created_at)
     SELECT gen_random_uuid(), 'reader' || n, '读者', '-', (SELECT id FROM unit LIMIT 1), now() FROM generate_series(1, $1) n RETURNING id`,
    [PEOPLE],
  );
  await database.pool.query(
    `INSERT INTO person_channel (person_id, channel, wanted, address, verified_at) SELECT id, 'sms', true, address, now() FROM unnest($1::uuid[], $2::bytea[]) r (id, address)`,
    [people.map(({ id }) => id), people.map(({ id }) => cipher.encrypt('13800000000', `sms/${id}`))],
  );
  const hook = {
    name: 'sink',
    kind: 'standard',
    url,
    secret: null,
    topics: ['urge'],
    active: true,
    createdAt: NOW,
  } as const;
  await webhooks.add(hook, people[0]!.id);
  await jobs.prepare(() => undefined);

  let highest = 0;
  const look = setInterval(() => (highest = Math.max(highest, process.memoryUsage().heapUsed)), 50);
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  for (let n = 0; n < MESSAGES; n += 1000) {
    const entries = Array.from({ length: 1000 }, (_, one) => ({
      ...{ personId: people[(n + one) % PEOPLE]!.id, topic: 'urge' as const, key: uuid() },
      facts: { number: `ZG-2026-${n + one}` },
    }));
    // A moment each, as if each were a message of its own.
    await inTransaction(database.pool, async (client) => {
      for (let part = 0; part < 1000; part += 100) await tell(client, entries.slice(part, part + 100), NOW + n + part);
    });
  }
  const queued = performance.now();
  const { rows: counted } = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM delivery');
  while ((await deliveries.gather(true)) > 0);
  const gathered = performance.now();
  await jobs.runOnce((bundle) => dispatch.deliver(bundle, { now: NOW, publicUrl: null }), console.error);
  const ended = performance.now();
  clearInterval(look);
  const { rows: left } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM delivery WHERE state <> 'sent'`,
  );
  await database.close();
  sink.close();
  const mib = (bytes: number): number => bytes / 2 ** 20;
  process.stderr.write(`${counted[0]!.n} deliveries, ${received} calls, ${left[0]!.n} not sent, heap ${mib(before).toFixed(0)} → ${mib(highest).toFixed(0)} MiB at most\n`); // prettier-ignore
  const row = (work: string, unit: string, value: number): Row => ({
    work,
    unit,
    ours: [value],
    limit: [],
    ratios: [],
    budget: '–',
    within: null,
  });
  return [
    row(
      `${MESSAGES} messages told to ${PEOPLE} people, deliveries queued`,
      'messages/s',
      MESSAGES / ((queued - began) / 1000),
    ),
    row('gathered into bundles with jobs', 'deliveries/s', counted[0]!.n / ((gathered - queued) / 1000)),
    row('calls made to a sink in the same process', 'calls/s', received / ((ended - gathered) / 1000)),
    row('heap beyond what it was before, at most', 'MiB', mib(highest - before)),
  ];
}
