/** Who may call what: every route of the application is tried. */
import { Controller, Get, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, NestFactory } from '@nestjs/core';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { ALLOWED, type Allowed } from '../../src/http/access.js';
import { AccessGuard } from '../../src/http/access.guard.js';
import { Authenticator } from '../../src/http/authenticator.js';
import { HttpSettings } from '../../src/http/http-settings.js';
import { apiDocument } from '../../src/api-document.js';
import { openApiDocument } from '../../src/http/open-api.js';
import { RefusalFilter } from '../../src/http/refusal.filter.js';
import { RouteRules } from '../../src/http/route-rules.js';
import { SignedOutThrottle } from '../../src/http/signed-out-throttle.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** The only routes open to people who have not signed in. `/metrics` is open to this computer, where the test runs. */
const OPEN = [
  /^POST \/api\/session$/,
  /^DELETE \/api\/session$/,
  /^GET \/api\/health\/(live|ready)$/,
  /^GET \/metrics$/,
  /^GET \/api\/(docs|openapi)/,
  /^(GET|POST) \/api\/receipts\//,
  /^(GET|POST) \/r(\/|$)/,
  /^GET \/api\/notices$/,
  /^GET \/api\/results\/:token$/,
  // filing asks for a key in its body, which test/open311 tries
  /^(GET|POST) \/api\/open311\/v2\//,
  /^GET \/api\/feeds\/:token\/deadlines\.ics$/,
  // Signed by the platform: test/hotline/hotline.spec.ts.
  /^POST \/api\/hotline\/:platform$/,
];
const UUID = '00000000-0000-7000-8000-000000000000';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route as Express knows it, with something in the place of each parameter. */
function routes(): { method: string; path: string; pattern: string }[] {
  const { router } = server.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack
    .flatMap(({ route }) => (route === undefined ? [] : [route]))
    .flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        pattern: path,
        path: path.replace(/:\w+|\{[^}]*\}|\*\w+/g, UUID),
      })),
    );
}

const call = (agent: TestAgent, method: string, path: string): Promise<{ status: number }> =>
  (agent as unknown as Record<string, (path: string) => Promise<{ status: number }>>)[method.toLowerCase()]!(path);

it('answers 401 to nobody on every route but the few open ones', async () => {
  const closed = routes().filter(({ method, pattern }) => !OPEN.some((open) => open.test(`${method} ${pattern}`)));
  expect(closed.length).toBeGreaterThan(15);
  const answered = await Promise.all(
    closed.map(
      async ({ method, path, pattern }) =>
        `${method} ${pattern} ${(await call(server.anonymous(), method, path)).status}`,
    ),
  );
  expect(answered).toEqual(closed.map(({ method, pattern }) => `${method} ${pattern} 401`));
});

it('does nothing for a page whose person is not the one who is signed in by now', async () => {
  const id = await server.person('other', ['clerk']);
  const admin = await server.signIn('admin');
  const { body } = await admin.get('/api/units').set('X-Acting-Person', id).expect(401);
  expect(body).toMatchObject({ code: 'access.otherPerson' });
  const own = ((await admin.get('/api/me').expect(200)).body as { user: { id: string } }).user.id;
  await admin.get('/api/units').set('X-Acting-Person', own).expect(200);
});

it('answers 403 to a person without the role on every route that asks for one', async () => {
  await server.person('newcomer', []);
  const agent = await server.signIn('newcomer');
  const { paths } = openApiDocument(server.app);
  const limited = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { [ALLOWED]?: Allowed }>)
      .filter(([, { [ALLOWED]: allowed }]) => Array.isArray(allowed))
      .map(([method]) => ({ method, path: path.replace(/\{\w+\}/g, UUID) })),
  );
  expect(limited.length).toBeGreaterThan(5);
  const answered = await Promise.all(
    limited.map(async ({ method, path }) => `${method} ${path} ${(await call(agent, method, path)).status}`),
  );
  expect(answered).toEqual(limited.map(({ method, path }) => `${method} ${path} 403`));
});

@Controller()
class Forgotten {
  @Get('secret')
  read(): string {
    return 'secret';
  }
}

it('does not start with a route that says nothing about access, and names it', async () => {
  @Module({ imports: [DiscoveryModule], controllers: [Forgotten], providers: [RouteRules] })
  class Careless {}
  const app = await NestFactory.create(Careless, { logger: false, abortOnError: false });
  await expect(app.init()).rejects.toThrow(/Forgotten\.read/);
});

it('keeps such a route closed all the same', async () => {
  @Module({
    controllers: [Forgotten],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: RefusalFilter },
      { provide: Authenticator, useValue: { callerOf: () => Promise.resolve(null) } },
      SignedOutThrottle,
      {
        provide: HttpSettings,
        useValue: { metricsToken: undefined, signedOutPerMinute: 600, refusalOfFault: () => undefined },
      },
    ],
  })
  class Careless {}
  const app = await NestFactory.create(Careless, { logger: false });
  await app.listen(0, '127.0.0.1');
  try {
    const { body } = await supertest(await app.getUrl())
      .get('/secret')
      .expect(403);
    expect(body).toMatchObject({ code: 'access.denied' });
  } finally {
    await app.close();
  }
});

describe('metrics', () => {
  it('are for this computer, not for those a proxy speaks for', async () => {
    await server.anonymous().get('/metrics').expect(200);
    await server.anonymous().get('/metrics').set('X-Forwarded-For', '203.0.113.7').expect(401);
  });

  it('are for a machine elsewhere that has the token', async () => {
    const token = 'a-token-for-monitoring';
    const other = await startServer({ env: { METRICS_TOKEN: token } });
    try {
      const from = (secret: string) =>
        other
          .anonymous()
          .get('/metrics')
          .set('X-Forwarded-For', '203.0.113.7')
          .set('Authorization', `Bearer ${secret}`);
      await from(token).expect(200);
      await from('another-token-entirely').expect(401);
    } finally {
      await other.close();
    }
  });
});

it('serves the very document that the sources make without a database', async () => {
  const { body } = await server.anonymous().get('/api/openapi.json').expect(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(await apiDocument())));
});
