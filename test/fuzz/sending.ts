/** Sends a request as it was made, byte for byte, and tells what came back. */
import { Agent, request as open } from 'node:http';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { COMMANDS } from '../../src/engine/commands.js';
import type { Caller, PeopledFixture } from './peopled-fixture.js';
import type { FuzzRequest, Sent } from './requests.js';
import { fitting, Named, spoilt, type Schema } from './values.js';

export interface Answered {
  /** What was sent, so that it can be sent again by hand. */
  line: string;
  status: number;
  text: string;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
export const hangUp = (): void => agent.destroy();

/** Sends it in the name of its caller. */
export async function send(fixture: PeopledFixture, asked: FuzzRequest): Promise<Answered & { caller: Caller }> {
  const path = asked.path.map((part) =>
    typeof part === 'string' && part.startsWith('/') ? part : encoded(resolved(fixture, part)),
  );
  const address = `${path.join('')}${asked.query.length === 0 ? '' : `?${asked.query.map(([key, value]) => `${encoded(key)}=${encoded(resolved(fixture, value))}`).join('&')}`}`;
  const { caller, offered } = await senderOf(fixture, asked, path.join(''));
  const { bytes, type } = bodyOf(fixture, asked, path.join(''), offered);
  // Wrong passwords are counted by address: these come from elsewhere, so that everybody else can still sign in.
  const from: Record<string, string> =
    asked.template === '/api/session' ? { 'X-Forwarded-For': `198.51.100.${asked.who % 250}` } : {};
  const headers = {
    ...caller.headers,
    ...from,
    ...(type === undefined || type === '' ? {} : { 'Content-Type': type }),
  };
  const shown = bytes === undefined ? '' : ` ${bytes.toString('utf8').slice(0, 600)}`;
  const line = `${caller.name}: ${asked.method} ${address.slice(0, 600)}${shown}`;
  return { caller, line, ...(await exchange(fixture.server.url, asked.method, address, headers, bytes)) };
}

const encoded = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return [...text.slice(0, 3_000)]
    .map((one) => (/[\ud800-\udfff]/.test(one) && one.length === 1 ? '%ED%A0%80' : encodeURIComponent(one)))
    .join('');
};

function resolved(fixture: PeopledFixture, value: unknown): unknown {
  if (value instanceof Named) return fixture.idOf(value);
  if (Array.isArray(value)) return value.map((one) => resolved(fixture, one));
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = {};
  for (const [key, one] of Object.entries(value))
    Object.defineProperty(copy, key, { value: resolved(fixture, one), enumerable: true, configurable: true });
  return copy;
}

interface Offer {
  type: string;
  schema: Schema;
}

/** Who sends it: of a command that is to be one the service offers, somebody it offers one to. */
async function senderOf(
  fixture: PeopledFixture,
  { who, body, method, template }: FuzzRequest,
  path: string,
): Promise<{ caller: Caller; offered: Offer[] }> {
  const { callers } = fixture;
  // Whoever signs out could ask for nothing else.
  const signsOut = method === 'DELETE' && template === '/api/session';
  const caller = callers[signsOut ? callers.length - 1 - (who % 2) : who % callers.length]!;
  if (body?.as !== 'command' || !body.offered) return { caller, offered: [] };
  const caseId = caseOf(fixture, body, path);
  for (let at = 0; at < callers.length; at += 1) {
    const asking = callers[(who + at) % callers.length]!;
    const { status, text } = await exchange(
      fixture.server.url,
      'GET',
      `/api/cases/${caseId}`,
      asking.headers,
      undefined,
    );
    const { allowed = [] } = (status === 200 ? JSON.parse(text) : {}) as { allowed?: Offer[] };
    if (allowed.length > 0) return { caller: asking, offered: allowed };
  }
  return { caller, offered: [] };
}

const caseOf = (fixture: PeopledFixture, { pick, many }: Extract<Sent, { as: 'command' }>, path: string): string =>
  many ? fixture.idOf(new Named('case', pick)) : (path.split('/')[3] ?? '');

function bodyOf(
  fixture: PeopledFixture,
  { body, method }: FuzzRequest,
  path: string,
  offered: Offer[],
): { bytes?: Buffer; type?: string } {
  if (body === undefined || method === 'GET') return {};
  if (body.as === 'text') return { bytes: Buffer.from(body.text), type: body.type };
  if (body.as === 'form') return form(body);
  const value = body.as === 'json' ? body.value : command(body, caseOf(fixture, body as never, path), offered);
  const text = JSON.stringify(resolved(fixture, value)) ?? '';
  const id = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (id !== undefined) fixture.use(id);
  return { bytes: Buffer.from(text), type: 'application/json' };
}

/** A command that the service offers, or any at all. */
function command(
  { pick, seed, spoilt: bad, many }: Extract<Sent, { as: 'command' }>,
  caseId: string,
  offered: Offer[],
): unknown {
  const known: Offer[] = Object.entries(COMMANDS).map(([type, { schema }]) => ({ type, schema: schema as Schema }));
  const choice = offered.length > 0 ? offered : known;
  const { type, schema } = choice[pick % choice.length]!;
  const payload = fitting(schema, {}).map((sound) => ({ id: uuid(), type, ...(sound as object) }));
  const [made] = fc.sample(bad ? spoilt(payload) : payload, { seed, numRuns: 1 });
  if (!many) return made;
  const sound = { id: uuid(), caseId, type: 'COMMENT', text: '已电话告知' };
  return [sound, typeof made === 'object' && made !== null && !Array.isArray(made) ? { caseId, ...made } : made];
}

function form({ field, fileName, bytes, fields }: Extract<Sent, { as: 'form' }>): { bytes: Buffer; type: string } {
  const edge = 'edge-of-a-part';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${edge}\r\nContent-Disposition: form-data; name="${field}"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    bytes: Buffer.concat([Buffer.from(parts.join('') + file), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    type: `multipart/form-data; boundary=${edge}`,
  };
}

/** No answer within 10 s counts as the status 599. */
function exchange(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  bytes: Buffer | undefined,
): Promise<Omit<Answered, 'line'>> {
  const began = performance.now();
  return new Promise((settle) => {
    const lengths = bytes === undefined ? {} : { 'Content-Length': String(bytes.length) };
    const { hostname, port } = new URL(url);
    const request = open({ agent, hostname, port, method, path, headers: { ...headers, ...lengths } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        settle({
          status: response.statusCode!,
          text: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - began,
        }),
      );
      response.on('error', (error) => settle({ status: 599, text: error.message, ms: performance.now() - began }));
    });
    request.setTimeout(10_000, () => request.destroy(new Error('no answer within 10 s')));
    request.on('error', (error) => settle({ status: 599, text: error.message, ms: performance.now() - began }));
    request.end(bytes);
  });
}
