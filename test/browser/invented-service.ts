/** Serves the built desk and an invented, tiny service behind it, for tests of the pages alone. What it answers keeps to the contract
 *  of the real one; tests of journeys use the real one on the embedded database. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { COMMANDS } from '../../src/engine/commands.js';
import { isInRun, readNote } from '../support/cluster-note.js';
import { answers, INVENTED_KEY, INVENTED_UNREAD, INVENTED_USER } from './invented-answers.js';
import { samePort } from '../support/same-port.js';

const root = resolve(__dirname, '..', '..');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** The policy the real service sends, so that the pages are tried under it. */
const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; style-src-attr 'unsafe-inline'";

/** Builds web/dist when it is stale, once in a run; the folder. */
export function builtDesk(): string {
  const done = isInRun() ? join(readNote().folder, 'desk-is-built') : undefined;
  if (done === undefined || !existsSync(done)) {
    const tool = join(root, 'web', 'tools', 'build.mjs');
    execFileSync(process.execPath, [tool], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (done !== undefined) writeFileSync(done, '');
  }
  return join(root, 'web', 'dist');
}

export interface InventedService {
  address: string;
  /** Command bodies as they arrived, oldest first. */
  commands: Record<string, unknown>[];
  /** Paths of uploads, oldest first. */
  uploads: string[];
  /** What happens to requests below /api: `fine`, `dead` (connection cut), `slow` (3.5 s), `expired` (401), `refusing` (commands: 422). */
  mood: 'fine' | 'dead' | 'slow' | 'expired' | 'refusing';
  close(): Promise<void>;
}

const said = (code: string, messageZh: string, message: string): object => ({ code, messageZh, message });

/** Starts it on a free port of this computer; close it in afterAll. */
export async function inventedService(): Promise<InventedService> {
  const dist = builtDesk();
  const service: InventedService = {
    address: '',
    commands: [],
    uploads: [],
    mood: 'fine',
    close: () => Promise.resolve(),
  };

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const send = (status: number, body?: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    const call = `${request.method} ${url.pathname.replace(/^\/api\/cases\/[0-9a-f-]{36}/, '/api/cases/:id')}`;
    if (service.mood === 'dead') return void response.destroy();
    if (service.mood === 'slow') await new Promise((done) => setTimeout(done, 3_500));
    const isIn = (request.headers.cookie ?? '').includes('invented=1');
    if (call === 'POST /api/session') {
      const { password } = JSON.parse(Buffer.concat(chunks).toString()) as { password: string };
      if (password !== 'right') {
        return send(401, said('session.wrong', '用户名或密码不正确', 'User name or password is wrong'));
      }
      if (service.mood === 'expired') service.mood = 'fine';
      return send(
        200,
        { user: INVENTED_USER, officeZone: 'Asia/Shanghai', draftKey: INVENTED_KEY },
        { 'set-cookie': 'invented=1; Path=/; HttpOnly' },
      );
    }
    if (!isIn || service.mood === 'expired') return send(401, said('session.none', '请先登录', 'Please sign in'));
    if (call === 'DELETE /api/session') return send(204, undefined, { 'set-cookie': 'invented=; Path=/; Max-Age=0' });
    if (call === 'GET /api/inbox/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`event: inbox\ndata: ${JSON.stringify({ unread: INVENTED_UNREAD })}\n\n`);
      return;
    }
    if (call === 'POST /api/cases/:id/attachments') {
      service.uploads.push(url.pathname);
      return send(201, [{ id: '00000000-0000-4000-8000-0000000000f1' }]);
    }
    if (call === 'GET /api/uploads/policy') {
      return send(200, {
        ...{
          longestSide: 2560,
          quality: 82,
          mostBytes: 20_971_520,
          mostFiles: 10,
          mostOfCase: 200,
          mostPieceBytes: 1_048_576,
        },
        extensions: ['jpg', 'png', 'webp', 'gif', 'pdf', 'docx', 'xlsx', 'mp4', 'txt'],
      });
    }
    if (call === 'POST /api/cases/:id/uploads') {
      service.uploads.push(url.pathname);
      const size = Number(request.headers['upload-length']);
      return send(201, undefined, {
        location: `/api/uploads/00000000-0000-4000-8000-${String(size).padStart(12, '0')}`,
        'upload-offset': '0',
      });
    }
    if (request.method === 'PATCH' && url.pathname.startsWith('/api/uploads/')) {
      const [size, arrived] = [
        Number(url.pathname.slice(-12)),
        Number(request.headers['upload-offset']) + Buffer.concat(chunks).length,
      ];
      const whole: Record<string, string> =
        arrived >= size ? { 'upload-attachment': '00000000-0000-4000-8000-0000000000f1' } : {};
      return send(204, undefined, { 'upload-offset': String(arrived), ...whole });
    }
    if (call === 'POST /api/cases/:id/commands') {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      service.commands.push(body);
      if (service.mood === 'refusing') {
        return send(422, said('rule.isOfLeadUnit', '只有牵头单位可以办理', 'Only the lead unit may do this'));
      }
    }
    const found = answers(call, url, COMMANDS);
    if (found === undefined) return send(404, said('route.notFound', '没有这个接口', 'No such call'));
    send(200, found);
  }

  function page(response: ServerResponse, url: URL): void {
    const asked = join(dist, url.pathname);
    const file =
      asked.startsWith(dist) && extname(asked) !== '' && existsSync(asked) ? asked : join(dist, 'index.html');
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      // as the real one says it: names of assets change with what is in them
      'cache-control': url.pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(readFileSync(file));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://desk');
    if (!url.pathname.startsWith('/api/')) return page(response, url);
    api(request, response, url).catch((error: unknown) => response.destroy(error as Error));
  });
  const port = await samePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  service.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return service;
}
