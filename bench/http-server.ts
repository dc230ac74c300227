/** The service as a process of its own on a database of the bench: started by bench/http-service.ts, it sends its address, and
 *  answers what processor time it has used, which statements it has sent and where its time went. */
import 'reflect-metadata';
import { Session, type Profiler } from 'node:inspector/promises';
import pg from 'pg';
import { readConfig } from '../src/config.js';
import { bootstrap, type Running } from '../src/main.js';

/** What the bench may ask; each but `stop` is answered. */
export type Question = 'usage' | 'beginProfile' | 'endProfile' | 'stop';

export interface Usage {
  /** Processor time of this process so far, microseconds. */
  cpu: number;
}

export interface Profile {
  profile: Profiler.Profile;
  /** How often each statement was sent while the profile ran, by name or by its beginning. */
  statements: Record<string, number>;
}

const profiler = new Session();
let statements: Record<string, number> = {};

/** Counts what is sent to the database from now on; only while a profile runs, so that it costs nothing otherwise. */
function countStatements(): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const asked = args[0] as string | { name?: string; text?: string };
    const text = typeof asked === 'string' ? asked : (asked.name ?? asked.text ?? '');
    const name = text.slice(0, 40);
    statements[name] = (statements[name] ?? 0) + 1;
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
}

async function answer(question: Question): Promise<unknown> {
  switch (question) {
    case 'usage': {
      const { user, system } = process.cpuUsage();
      return { cpu: user + system } satisfies Usage;
    }
    case 'beginProfile':
      countStatements();
      profiler.connect();
      await profiler.post('Profiler.enable');
      await profiler.post('Profiler.setSamplingInterval', { interval: 250 });
      await profiler.post('Profiler.start');
      statements = {};
      return null;
    case 'endProfile': {
      const counted = statements;
      const { profile } = await profiler.post('Profiler.stop');
      profiler.disconnect();
      return { profile, statements: counted } satisfies Profile;
    }
    case 'stop':
      return undefined;
  }
}

function serve(running: Running): void {
  process.on('message', (question: Question) => {
    if (question === 'stop') void running.stop().then(() => process.disconnect());
    else void answer(question).then((told) => process.send!({ told }));
  });
  process.send!({ told: running.url });
}

bootstrap(readConfig(process.env), () => undefined).then(serve, (error: unknown) => {
  console.error(error);
  process.exit(1);
});
