/** The whole application on a port of its own, over a database of its own, with a clock that stands until it is moved. */
import { join } from 'node:path';
import argon2 from '@node-rs/argon2';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { createApplication, type ApplicationOptions } from '../../src/application.js';
import { type Tenant, fill } from '../../src/bootstrap.js';
import { Clock } from '../../src/clock.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Role } from '../../src/domain/words.js';
import { readNote } from './cluster-note.js';
import { samePort } from './same-port.js';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database.js';
import { Answered } from './undescribed.js';

/** A clock that only the test moves. */
export class TestClock extends Clock {
  constructor(private at: number) {
    super();
  }
  now(): number {
    return this.at;
  }
  /** Moves to an instant, epoch milliseconds. */
  set(at: number): void {
    this.at = at;
  }
  advance(ms: number): void {
    this.at += ms;
  }
}

export interface TestServer {
  app: NestExpressApplication;
  url: string;
  tenant: Tenant;
  clock: TestClock;
  test: TestDatabase;
  /** Ids of the units that every new tenant has: 本单位 and 整改办. */
  units: { root: string; office: string };
  /** Nobody: no cookie, no token. */
  anonymous(): TestAgent;
  /** A browser in which the person has signed in; `admin` and everybody made by `person` can. */
  signIn(username: string): Promise<TestAgent>;
  /** The first sign-in of somebody whose password was set by another: they set the one that `signIn` uses. */
  ownPassword(username: string, startPassword: string): Promise<void>;
  /** Opens an account through the API, has its person set a password of their own, and answers its id; the unit is the office where none
   *  is named. */
  person(username: string, roles: Role[], unitId?: string): Promise<string>;
  /** Makes a unit through the API and answers its id; below the root where no parent is named. */
  unit(name: string, parentId?: string): Promise<string>;
  /** Stops the application and starts it anew over the same database, on another port: `app` and `url` are the new ones then. */
  restart(): Promise<void>;
  /** Throws where something was answered with a status that the API's document does not name for the call. */
  close(): Promise<void>;
}

export interface TestServerOptions extends Partial<ApplicationOptions> {
  /** Where the clock stands, ISO 8601; by default a working Monday morning in Shanghai. */
  now?: string;
  env?: Record<string, string>;
  /** How its database is opened. */
  database?: TestDatabaseOptions;
}

const passwordOf = (username: string): string => `password of ${username}`;
/** What the administrator hands to everybody; nobody keeps it. */
export const START_PASSWORD = 'a start for everybody';

/** Passwords of a test are hashed in a moment, until its file ends: nobody steals its table. test/people/password.spec.ts holds what a hash
 *  costs in the service. */
function hashQuickly(): void {
  if (jest.isMockFunction(argon2.hash)) return;
  const { hash } = argon2;
  jest
    .spyOn(argon2, 'hash')
    .mockImplementation((password, cost) => hash(password, { ...cost, memoryCost: 64, timeCost: 1 }));
}

/** Starts a server; call it in beforeAll, and close() in afterAll. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  hashQuickly();
  const { now = '2026-03-02T10:00:00+08:00', env = {}, database = {}, ...more } = options;
  const test = await createTestDatabase(database);
  const dataDir = join(readNote().folder, `server-${process.pid}-${Date.now()}`);
  const config: Config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    ADMIN_PASSWORD: passwordOf('admin'),
    RUN: 'http',
    ...env,
  });
  const clock = new TestClock(Date.parse(now));
  const tenant = await fill(test.database, config, clock);
  const answered = new Answered();
  const onRequest: ApplicationOptions['onRequest'] = (line) => {
    answered.note(line);
    more.onRequest?.(line);
  };
  const start = async (): Promise<Pick<TestServer, 'app' | 'url'>> => {
    const app = await createApplication({ config, clock, ...tenant }, { webFolder: '/nowhere', ...more, onRequest });
    await app.listen(more.webFolder === undefined ? 0 : await samePort(), '127.0.0.1');
    return { app, url: await app.getUrl() };
  };
  const started = await start();

  // packing and unpacking would cost a test more than all the rest of a small answer
  const browser = (): TestAgent => supertest.agent(server.url).set('Accept-Encoding', 'identity') as TestAgent;
  const signIn = async (username: string): Promise<TestAgent> => {
    const agent = browser();
    await agent
      .post('/api/session')
      .send({ username, password: passwordOf(username) })
      .expect(200);
    return agent;
  };
  /** As main does it, with less patience: who holds a connection open does not hold up the stop. */
  const stop = async (): Promise<void> => {
    const cut = setTimeout(() => server.app.getHttpServer().closeAllConnections(), 200);
    await server.app.close();
    clearTimeout(cut);
  };
  const server: TestServer = {
    ...started,
    tenant,
    clock,
    test,
    units: { root: '', office: '' },
    anonymous: browser,
    signIn,
    person: async (username, roles, unitId = server.units.office) => {
      const held = roles.map((role) => ({ role, unitId }));
      const { body } = await (
        await signIn('admin')
      )
        .post('/api/people')
        .send({ username, name: username, unitId, password: START_PASSWORD, roles: held })
        .expect(201);
      await server.ownPassword(username, START_PASSWORD);
      return (body as { id: string }).id;
    },
    ownPassword: async (username, startPassword) => {
      const agent = browser();
      await agent.post('/api/session').send({ username, password: startPassword }).expect(200);
      const change = { currentPassword: startPassword, newPassword: passwordOf(username) };
      await agent.patch('/api/me/password').send(change).expect(204);
    },
    unit: async (name, parentId = server.units.root) => {
      const { body } = await (await signIn('admin')).post('/api/units').send({ name, parentId }).expect(201);
      return (body as { id: string }).id;
    },
    restart: async () => {
      await stop();
      Object.assign(server, await start());
    },
    close: async () => {
      const undescribed = answered.undescribed(server.app);
      await stop();
      await test.drop();
      if (undescribed.length > 0) throw new Error(`answered as no document says: ${undescribed.join(', ')}`);
    },
  };
  const admin = await signIn('admin');
  const listed = (await admin.get('/api/units').expect(200)).body as { id: string; name: string }[];
  const idOf = (name: string): string => listed.find((unit) => unit.name === name)!.id;
  return Object.assign(server, { units: { root: idOf('本单位'), office: idOf('整改办') } });
}
