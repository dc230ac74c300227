/** The drill under load: `npm run test:load`. The service as a process, eight calls of 200 MB of evidence at once, then 3,000 commands at once,
 *  with a balancer asking all the while whether it is ready. Prints what was measured, and ends with 1 where a limit does not hold. */
import { randomBytes } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';

const { values: options } = parseArgs({
  options: { commands: { type: 'string', default: '3000' }, uploads: { type: 'string', default: '8' } },
});
const MEGABYTE = 2 ** 20;
const LIMITS = { acceptedP99: 3_000, refusedP99: 1_000, ready: 2_000, memory: 400 };

interface Answer {
  status: number;
  text: string;
  ms: number;
  headers: NodeJS.Dict<string | string[]>;
}

interface Service {
  child: ChildProcess;
  url: string;
}

const root = join(__dirname, '..', '..');

/** As its users start it, on an embedded database in `folder`. */
async function start(folder: string): Promise<Service> {
  const env = { ADMIN_PASSWORD: 'tour-of-the-office', LOG_LEVEL: 'error', PORT: '0', RUN: 'http', DATA_DIR: folder };
  const child = spawn(process.execPath, [join(root, 'bin/start.cjs')], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((settle, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const found = /listens on (\S+)/.exec(said)?.[1];
      if (found !== undefined) settle(found);
    });
    child.once('exit', (code) => fail(new Error(`the service ended with ${code}: ${said}`)));
  });
  return { child, url };
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** One call; status 0 where the line broke. */
function call(
  service: Service,
  method: string,
  path: string,
  cookie: string,
  body?: Buffer[],
  type = 'application/json',
): Promise<Answer> {
  const began = performance.now();
  const { hostname, port } = new URL(service.url);
  const length = body?.reduce((sum, part) => sum + part.length, 0) ?? 0;
  const headers: RequestOptions['headers'] = { Cookie: cookie, 'Content-Type': type, 'Content-Length': String(length) };
  return new Promise((settle) => {
    const broken = (): void => settle({ status: 0, text: '', ms: performance.now() - began, headers: {} });
    const asked = request({ hostname, port, method, path, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', broken);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        settle({
          status,
          text: Buffer.concat(parts).toString(),
          ms: performance.now() - began,
          headers: response.headers,
        });
      });
    });
    asked.on('error', broken);
    for (const part of body ?? []) asked.write(part);
    asked.end();
  });
}

/** So many commands in one moment, each on a connection that was open before, as those of browsers are; times count from that moment. A socket
 *  costs the drill less than a client would: both share the processors. */
async function flood(
  service: Service,
  requests: readonly { path: string; cookie: string; body: string }[],
): Promise<Answer[]> {
  const { hostname, port } = new URL(service.url);
  const sockets: Socket[] = [];
  for (let at = 0; at < requests.length; at += 200) {
    const some = requests.slice(at, at + 200).map(() => connect(Number(port), hostname));
    // Taken by the service and not only by the system: Node takes one connection a turn.
    await Promise.all(
      some.map(async (socket) => {
        socket.write(`GET /api/health/live HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
        await once(socket, 'data');
      }),
    );
    sockets.push(...some);
  }
  const began = performance.now();
  const answers = sockets.map(
    (socket, at) =>
      new Promise<Answer>((settle) => {
        const { path, cookie, body } = requests[at]!;
        socket.once('data', (head: Buffer) => {
          const text = head.toString('latin1');
          const retry = /^retry-after: (\d+)/im.exec(text)?.[1];
          const headers = retry === undefined ? {} : { 'retry-after': retry };
          settle({ status: Number(text.slice(9, 12)), text: '', ms: performance.now() - began, headers });
          socket.destroy();
        });
        socket.once('close', () => settle({ status: 0, text: '', ms: performance.now() - began, headers: {} }));
        socket.on('error', () => undefined);
        const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${cookie}\r\nContent-Type: application/json`;
        socket.write(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
  );
  return Promise.all(answers);
}

const json = (value: unknown): Buffer[] => [Buffer.from(JSON.stringify(value))];
const quantile = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);

async function signIn(service: Service, username: string, password: string): Promise<string> {
  const { headers, text } = await call(service, 'POST', '/api/session', '', json({ username, password }));
  const cookie = String(headers['set-cookie'] ?? '').split(';')[0]!;
  if (cookie === '') throw new Error(text);
  return cookie;
}

/** Clerks, and cases of theirs. */
async function prepare(service: Service): Promise<{ clerks: string[]; cases: string[] }> {
  const admin = await signIn(service, 'admin', 'tour-of-the-office');
  const get = async <T>(path: string, cookie: string): Promise<T> =>
    JSON.parse((await call(service, 'GET', path, cookie)).text) as T;
  const units = await get<{ id: string; name: string }[]>('/api/units', admin);
  const unitId = units.find(({ name }) => name === '整改办')!.id;
  const clerks: string[] = [];
  for (const username of ['wang', 'li', 'zhang', 'zhao']) {
    const roles = [{ role: 'clerk', unitId }];
    const person = { username, name: username, unitId, password: 'a start for everybody', roles };
    await call(service, 'POST', '/api/people', admin, json(person));
    const change = { currentPassword: person.password, newPassword: 'an own word for it all' };
    await call(service, 'PATCH', '/api/me/password', await signIn(service, username, person.password), json(change));
    clerks.push(await signIn(service, username, change.newPassword));
  }
  const categories = await get<{ id: string }[]>('/api/categories', clerks[0]!);
  const cases: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const issue = { title: `路灯不亮 ${n}`, description: '东街', source: 'hotline', categoryId: categories[0]!.id };
    const { text } = await call(service, 'POST', '/api/cases', clerks[0]!, json(issue));
    const body = JSON.parse(text) as { id?: string; case?: { id: string } };
    cases.push(body.case?.id ?? body.id ?? '');
  }
  return { clerks, cases };
}

/** Asks every tenth of a second until `work` is over: the longest answer, and how many were none; and the most memory, MB. */
async function watching<T>(
  service: Service,
  work: Promise<T>,
): Promise<{ result: T; ready: number; lost: number; memory: number; processor: number }> {
  const apart = new Agent({ keepAlive: false });
  const before = processorOf(service);
  let [over, ready, lost, memory] = [false, 0, 0, 0];
  const { hostname, port } = new URL(service.url);
  const ask = (): Promise<void> =>
    new Promise((settle) => {
      const began = performance.now();
      const end = (ok: boolean): void => {
        ready = Math.max(ready, performance.now() - began);
        if (!ok) lost += 1;
        settle();
      };
      request({ hostname, port, path: '/api/health/ready', agent: apart }, (response) => {
        response.resume();
        response.on('end', () => end(response.statusCode === 200));
      })
        .on('error', () => end(false))
        .end();
    });
  const watch = (async () => {
    while (!over) {
      await Promise.all([ask(), new Promise((next) => setTimeout(next, 100))]);
      memory = Math.max(memory, memoryOf(service));
    }
  })();
  const result = await work;
  over = true;
  await watch;
  return {
    result,
    ready: Math.round(ready),
    lost,
    memory,
    processor: processorOf(service) - before,
  };
}

/** Megabytes that are resident, of the service alone. */
function memoryOf(service: Service): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Seconds of processor that the service has used itself, without its database (proc(5): utime and stime, in hundredths). */
function processorOf(service: Service): number {
  const fields = readFileSync(`/proc/${service.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-load-'));
  const service = await start(folder);
  const faults: string[] = [];
  const hold = (what: string, figure: number, limit: number): void => {
    if (figure > limit) faults.push(`${what}: ${figure}, the limit is ${limit}`);
  };
  try {
    const { clerks, cases } = await prepare(service);
    const clerk = (n: number): string => clerks[n % clerks.length]!;
    const comment = (n: number): Promise<Answer> =>
      call(
        service,
        'POST',
        `/api/cases/${cases[n % cases.length]}/commands`,
        clerk(n),
        json({ id: uuid(), type: 'COMMENT', text: '一' }),
      );
    for (let n = 0; n < 400; n += 1) await comment(n);

    const film = Buffer.concat([
      Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'),
      randomBytes(20 * MEGABYTE - 4096),
    ]);
    const part = (n: number): Buffer =>
      Buffer.from(`\r\n--edge\r\nContent-Disposition: form-data; name="files"; filename="${n}.mp4"\r\n\r\n`);
    const upload = (n: number): Promise<Answer> => {
      const files = Array.from({ length: 10 }, (_, at) => [
        part(at),
        Buffer.from(film.subarray(0, 24)),
        film.subarray(24 + n * 16 + at),
      ]).flat();
      return call(
        service,
        'POST',
        `/api/cases/${cases[n]}/attachments`,
        clerk(n),
        [...files, Buffer.from('\r\n--edge--\r\n')],
        'multipart/form-data; boundary=edge',
      );
    };
    const before = memoryOf(service);
    const two = await watching(
      service,
      Promise.all(Array.from({ length: Number(options.uploads) }, (_, n) => upload(n))),
    );
    const statuses = two.result.map(({ status, ms }) => `${status} after ${Math.round(ms)} ms`);
    console.log(`${two.result.length} calls of 200 MB at once: ${statuses.join(', ')}`);
    console.log(`  ready: ${two.ready} ms at most, ${two.lost} not; memory ${two.memory} MB at most, ${before} before`);
    const [stored, sentAway] = [201, 429].map((of) => two.result.filter(({ status }) => status === of).length);
    hold('uploads that were neither stored nor sent away', two.result.length - stored! - sentAway!, 0);
    hold('memory under uploads, MB', two.memory, LIMITS.memory);
    hold('ready under uploads, ms', two.ready, LIMITS.ready);

    const commands = Array.from({ length: Number(options.commands) }, (_, n) => ({
      path: `/api/cases/${cases[n % cases.length]}/commands`,
      cookie: clerk(n),
      body: JSON.stringify({ id: uuid(), type: 'COMMENT', text: '一' }),
    }));
    const one = await watching(service, flood(service, commands));
    const times = (status: number): number[] =>
      one.result
        .filter((each) => each.status === status)
        .map(({ ms }) => ms)
        .sort((a, b) => a - b);
    const [accepted, refused] = [times(200), times(503)];
    const others = one.result.length - accepted.length - refused.length;
    console.log(
      `${one.result.length} commands at once: ${accepted.length} accepted (p50 ${quantile(accepted, 0.5)} ms, p99 ${quantile(accepted, 0.99)} ms), ${refused.length} refused (p50 ${quantile(refused, 0.5)} ms, p99 ${quantile(refused, 0.99)} ms), ${others} otherwise`,
    );
    console.log(
      `  ready: ${one.ready} ms at most, ${one.lost} not; memory ${one.memory} MB; ${one.processor.toFixed(1)} s of processor`,
    );
    const bare = one.result.filter(({ status, headers }) => status === 503 && headers['retry-after'] === undefined);
    hold('p99 of what is accepted, ms', quantile(accepted, 0.99), LIMITS.acceptedP99);
    hold('p99 of what is refused, ms', quantile(refused, 0.99), LIMITS.refusedP99);
    hold('refusals without Retry-After and other answers', bare.length + others, 0);
    hold('ready under commands, ms', one.ready, LIMITS.ready);
  } finally {
    service.child.removeAllListeners('exit');
    service.child.kill('SIGTERM');
    await once(service.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(faults.length === 0 ? 'under load: holds' : `under load: ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
