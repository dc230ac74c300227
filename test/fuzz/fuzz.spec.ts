/** Whatever the OpenAPI document lets anybody send, in every role and signed out: no answer is a fault of ours, a refusal says why in both
 *  languages and has written nothing, and reading writes nothing. `npm run test:fuzz` sends 20,000 requests; FUZZ_SEED and
 *  FUZZ_REQUESTS choose others. */
import fc from 'fast-check';
import { Contents, differing } from './contents.js';
import { peopledFixture, type PeopledFixture } from './peopled-fixture.js';
import { requests, type FuzzRequest, type OpenApi } from './requests.js';
import { hangUp, send } from './sending.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? 8);
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 600);
/** After so many, what there is is looked at anew. */
const ROUND = 250;
const READING = new Set(['GET', 'HEAD']);
/** Milliseconds; nothing in so small a tenant takes longer, on the busiest machine. */
const SLOW = 5_000;
/** What a refusal is meant to leave behind: that a password was guessed wrong, that somebody looked at too many encrypted names. */
const KEPT_OF_REFUSALS = new Set(['guess', 'look_alarm']);
/** What reading is meant to leave behind: that a clerk saw the names of a meeting on its desk. */
const KEPT_OF_READING = new Set(['sealed_look']);

let fixture: PeopledFixture;
beforeAll(async () => {
  fixture = await peopledFixture();
}, 240_000);
afterAll(async () => {
  hangUp();
  await fixture.server.close();
});

interface Failure {
  what: string;
  at: string;
  line: string;
  answer: string;
}

async function failuresOf(asked: readonly FuzzRequest[], statuses: Map<string, number>): Promise<Failure[]> {
  const contents = new Contents(fixture.server.test.database.pool);
  const failures: Failure[] = [];
  let held = await contents.all();
  let isStale = false;
  for (const [at, request] of asked.entries()) {
    if (at % ROUND === 0) {
      await fixture.refresh();
      isStale = true;
    }
    if (isStale) held = await contents.all();
    const mark = await contents.mark();
    const { line, status, text, ms } = await send(fixture, request);
    const key = `${request.method} ${request.template}`;
    statuses.set(
      `${key} ${Math.floor(status / 100)}xx`,
      (statuses.get(`${key} ${Math.floor(status / 100)}xx`) ?? 0) + 1,
    );
    const fail = (what: string): void =>
      void failures.push({ what, at: key, line, answer: `${status} ${text.slice(0, 300)}` });
    if (status >= 500 || text.includes('service.fault')) fail('a fault of ours');
    else if (ms > SLOW) fail(`took ${Math.round(ms)} ms`);
    else if (status >= 400 && request.method !== 'HEAD' && !saysWhy(text)) fail('does not say why in both languages');
    isStale = (await contents.mark()) !== mark;
    if (!isStale || (status < 400 && !READING.has(request.method))) continue;
    const after = await contents.all();
    const written = differing(held, after).filter(
      (table) => !(status < 400 ? KEPT_OF_READING : KEPT_OF_REFUSALS).has(table),
    );
    if (written.length > 0) fail(`wrote into ${written.join(', ')}`);
    held = after;
    isStale = false;
  }
  return failures;
}

/** In the house's shape; under Open311 in that standard's, JSON or XML, where one description says it in both languages. */
function saysWhy(text: string): boolean {
  if (text.startsWith('<?xml')) return /<description>[^<]*[\u4e00-\u9fff][^<]* \/ [^<]*[a-z]/.test(text);
  try {
    const answer = JSON.parse(text) as Record<string, unknown> | { description: string }[];
    if (Array.isArray(answer))
      return answer.length > 0 && answer.every(({ description }) => /[\u4e00-\u9fff].* \/ .*[a-z]/.test(description));
    const { code, message, messageZh } = answer;
    return (
      [code, message, messageZh].every((one) => typeof one === 'string' && one !== '') &&
      /[\u4e00-\u9fff]/.test(String(messageZh))
    );
  } catch {
    return false;
  }
}

it(`answers ${REQUESTS} requests with what the contract knows`, async () => {
  const { body } = await fixture.server.anonymous().get('/api/openapi.json').expect(200);
  const asked = fc.sample(requests(body as OpenApi), { seed: SEED, numRuns: REQUESTS });
  const statuses = new Map<string, number>();
  const failures = await failuresOf(asked, statuses);
  const shown = new Map(failures.map((failure) => [`${failure.what} ${failure.at}`, failure]));
  if (process.env['FUZZ_REQUESTS'] !== undefined)
    process.stderr.write(
      `${[...statuses]
        .sort()
        .map(([what, count]) => `${what} ${count}`)
        .join('\n')}\n`,
    );
  expect([...shown.values()].slice(0, 40)).toEqual([]);
  // The properties mean something only where much was accepted and much was refused.
  const of = (family: string): number =>
    [...statuses].filter(([what]) => what.endsWith(family)).reduce((sum, [, count]) => sum + count, 0);
  expect(of('2xx')).toBeGreaterThan(REQUESTS / 20);
  expect(of('4xx')).toBeGreaterThan(REQUESTS / 3);
}, 1_800_000);
