/** What the environment may say, and how a bad value is told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigRefusal, readConfig, VARIABLES } from '../src/config.js';

const refusal = (env: Record<string, string>): ConfigRefusal => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigRefusal) return error;
    throw error;
  }
  throw new Error('accepted');
};

it('starts with nothing set: this computer, port 3000, embedded database, Shanghai, pages and jobs', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: './data',
    zone: 'Asia/Shanghai',
    run: { http: true, jobs: true },
    demo: false,
    clockStart: null,
    production: false,
  });
});

it('reads what is set, and takes a blank value for an unset one', () => {
  const key = Buffer.alloc(32, 7);
  const config = readConfig({
    PORT: '0',
    HOST: ' ',
    RUN: 'jobs',
    DEMO: '1',
    CLOCK_START: '2026-03-02T09:00:00+08:00',
    SEAL_KEY: key.toString('base64'),
    TRUST_PROXY: 'none',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    run: { http: false, jobs: true },
    demo: true,
    encryptionKey: key,
  });
  expect(config.clockStart).toBe(Date.UTC(2026, 2, 2, 1));
  expect(config.trustProxy).toEqual([]);
});

it.each([
  ['PORT', '65536'],
  ['PORT', '3000x'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_SCHEMA', 'Bureau; drop'],
  ['OFFICE_TZ', 'Asia/Nowhere'],
  ['RUN', 'http,cron'],
  ['DEMO', 'yes'],
  ['CLOCK_START', '2026-03-02'],
  ['CLOCK_START', '2026-02-30T25:00:00Z'],
  ['SEAL_KEY', 'c2hvcnQ='],
  ['NODE_ENV', 'prod'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'everyone'],
  ['METRICS_TOKEN', 'short'],
  ['DATABASE_REPLICA_URL', 'host/name'],
  ['LOOKS_PER_DAY', '0'],
  ['LOOKS_PER_DAY', '10001'],
  ['SIGNED_OUT_PER_MINUTE', '9'],
  ['PHOTO_LONGEST_SIDE', '639'],
  ['PHOTO_QUALITY', '101'],
])('refuses %s=%s, naming the variable in both languages', (variable, value) => {
  const error = refusal({ [variable]: value });
  expect(error.details.variables).toEqual([variable]);
  expect(error.message).toContain(variable);
  expect(error.messageZh).toMatch(new RegExp(`^${variable}：.*[\\u4e00-\\u9fff]`));
});

it('keeps a password to the letter, and takes a blank one for none', () => {
  expect(readConfig({ ADMIN_PASSWORD: ' two words ' }).adminPassword).toBe(' two words ');
  expect(readConfig({ ADMIN_PASSWORD: '' }).adminPassword).toBeUndefined();
});

it('lists every variable for people, with what it means unset', () => {
  const page = readFileSync(join(__dirname, '../docs/operations.md'), 'utf8').split('## Every variable')[1]!;
  const told = new Map(
    [...page.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)].map(([, name, unset]) => [name!, unset!.replaceAll('`', '')]),
  );
  const variables = Object.values(VARIABLES);
  expect([...told.keys()].sort()).toEqual(variables.map(({ variable }) => variable).sort());
  for (const { variable, unset } of variables) {
    if (typeof unset !== 'string' && typeof unset !== 'number') continue;
    expect([variable, told.get(variable)]).toEqual([variable, String(unset)]);
  }
});

it('names all bad values at once', () => {
  expect(refusal({ PORT: 'x', DEMO: 'x' }).details.variables).toEqual(['PORT', 'DEMO']);
});

it('does not repeat a password that stands in a bad address', () => {
  const error = refusal({ DATABASE_URL: 'postgres:/user:geheim@host/x' });
  expect(error.message + error.messageZh).not.toContain('geheim');
});

it('refuses a shifted clock in production', () => {
  const env = { NODE_ENV: 'production', CLOCK_START: '2026-03-02T09:00:00+08:00' };
  expect(refusal(env).details.variables).toEqual(['CLOCK_START']);
});

it('asks for SEAL_KEY in production where several servers may share a database', () => {
  const env = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://a@b/c' };
  expect(refusal(env).details.variables).toEqual(['SEAL_KEY']);
  expect(readConfig({ ...env, SEAL_KEY: Buffer.alloc(32).toString('base64') }).production).toBe(true);
});
