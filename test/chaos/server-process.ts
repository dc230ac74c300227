/** A server as a process of its own, looked at as a balancer does, and the first account on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, Person, type Place } from './traffic-over-http.js';

/** A server of a release; `said` is everything it printed. */
export class Server implements Place {
  ready = false;
  url = '';
  said = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  private readonly watch: NodeJS.Timeout;

  constructor(
    readonly name: string,
    tree: string,
    readonly settings: Record<string, string>,
  ) {
    this.child = spawn(process.execPath, [join(tree, 'dist', 'src', 'main.js')], {
      cwd: tree,
      env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', LOG_LEVEL: 'error', PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer): void => {
      this.said += String(chunk);
      this.url ||= /listens on (\S+)/.exec(this.said)?.[1] ?? '';
    };
    this.child.stdout!.on('data', hear);
    this.child.stderr!.on('data', hear);
    this.ended = once(this.child, 'exit').then(([code]: (number | null)[]) => code ?? null);
    // as a balancer does
    this.watch = setInterval(() => void this.look(), 100).unref();
    void this.ended.then(() => {
      clearInterval(this.watch);
      this.ready = false;
    });
  }

  /** Returns when it serves; throws where it ends before. */
  async up(): Promise<this> {
    const ended = this.ended.then((code) => Promise.reject(new Error(`${this.name} ended with ${code}: ${this.said}`)));
    const serves = (async () => {
      while (!this.ready) await pause(50);
    })();
    await Promise.race([serves, ended]);
    ended.catch(() => undefined);
    return this;
  }

  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  private async look(): Promise<void> {
    if (this.url !== '') this.ready = (await ask(this.url, '', 'GET', '/api/health/ready')).status === 200;
  }
}

/** Has the administrator, whose password this is, open an account for a clerk of the office, with the same one. */
export async function openAccount(url: string, password: string): Promise<void> {
  const cookie = await new Person('admin', password).at(url);
  const units = (await ask(url, cookie, 'GET', '/api/units')).body as unknown as { id: string; name: string }[];
  const unitId = units.find(({ name }) => name === '整改办')!.id;
  const account = { username: 'clerk', name: '王敏', unitId, password, roles: [{ role: 'clerk', unitId }] };
  const { status, body } = await ask(url, cookie, 'POST', '/api/people', account);
  if (status !== 201) throw new Error(JSON.stringify(body));
}
