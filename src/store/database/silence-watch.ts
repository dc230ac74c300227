/** Finds connections whose server has fallen silent and ends them, so that nothing waits for as long as a network does. */
import type { Socket } from 'node:net';
import pg from 'pg';
import { ListeningClient } from './listening-client.js';
import type { SlowQueries } from './slow-queries.js';

/** How long the service waits for a database that says nothing, milliseconds. */
export interface Patience {
  /** For a new connection to be let in, and for an answer to the question whether the server is there at all. */
  connect: number;
  /** Without a byte of the answer, before that question is asked. */
  silent: number;
}

export const PATIENCE: Patience = { connect: 3_000, silent: 2_000 };

/** Looks are so many times as frequent as the shortest thing that they measure. */
const LOOKS = 4;

/** What `pg` keeps to itself and the watch must see. */
interface Inner {
  connection: { stream: Socket & { _handle?: { writeQueueSize?: number } | null } };
  readyForQuery?: boolean;
  _connected: boolean;
  _ending: boolean;
  processID: number | null;
}

interface Watched {
  client: pg.Client & Inner;
  config: pg.ClientConfig;
  host: string;
  /** Bytes that have come and that are still to be sent, and for how many looks neither moved though an answer is owed. */
  bytes: number;
  unsent: number;
  quiet: number;
  /** How often in a row its backend was said not to work on what it was asked, with a look between. */
  doubts: number;
}

/** What was asked may be done in the very moment in which it is asked about, and its answer lies unread: only who is idle twice has lost its line. */
const IDLE_TWICE = 2;

/**
 * Node has no TCP_USER_TIMEOUT, and a query timeout alone cannot tell a long statement from a dead line. So what is silent is asked
 * about: over a connection of its own, whether the server is there and still works on what it was asked. A server that lets nobody in
 * loses all its connections here; one that knows nothing of the question has lost the line, and only that connection goes. A line that still
 * takes what is being sent is not silent.
 * Silence is counted in looks, not by the clock: a process that was busy itself has not listened.
 */
export class SilenceWatch {
  private readonly watched = new Set<Watched>();
  private readonly asking = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly patience: Patience,
    /** Told of each host that lets nobody in. */
    private readonly onSilent: (host: string, port: number) => void,
  ) {}

  /** Watches the client from now until it ends. */
  join(client: pg.Client, config: pg.ClientConfig): void {
    const inner = client as Watched['client'];
    const one: Watched = {
      client: inner,
      config,
      host: `${client.host}:${client.port}`,
      bytes: 0,
      unsent: 0,
      doubts: 0,
      quiet: 0,
    };
    this.watched.add(one);
    client.once('end', () => this.leave(one));
    this.timer ??= setInterval(() => this.look(), this.patience.silent / LOOKS).unref();
  }

  private leave(one: Watched): void {
    this.watched.delete(one);
    if (this.watched.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const suspects = new Map<string, Watched[]>();
    for (const one of this.watched) {
      const { client } = one;
      const { bytesRead, _handle: handle } = client.connection.stream;
      // As Node's own idle timeout looks at it. A backend that is still being told a long statement need not be at work yet, and its line is well.
      const unsent = handle?.writeQueueSize ?? 0;
      const isOwed = client._ending || (client._connected && client.readyForQuery === false);
      one.quiet = isOwed && bytesRead === one.bytes && unsent === one.unsent ? one.quiet + 1 : 0;
      [one.bytes, one.unsent] = [bytesRead, unsent];
      if (one.quiet === 0) one.doubts = 0;
      if (one.quiet < LOOKS) continue;
      if (client._ending) end(one);
      else suspects.set(one.host, [...(suspects.get(one.host) ?? []), one]);
    }
    for (const [host, silent] of suspects) {
      if (this.asking.has(host)) continue;
      this.asking.add(host);
      void this.ask(silent).finally(() => this.asking.delete(host));
    }
  }

  private async ask(silent: readonly Watched[]): Promise<void> {
    const { config, client, host } = silent[0]!;
    const answer = await this.workOf(config, silent);
    if (answer === 'unsure') return;
    if (answer === 'nobody') {
      for (const one of this.watched) if (one.host === host) end(one);
      this.onSilent(client.host, client.port);
      return;
    }
    // Whoever was answered meanwhile has nothing to do with it.
    for (const one of silent) {
      const { stream } = one.client.connection;
      if (one.quiet < LOOKS || one.client.readyForQuery !== false || stream.bytesRead !== one.bytes) continue;
      one.doubts = answer.has(one.client.processID!) ? 0 : one.doubts + 1;
      if (one.doubts >= IDLE_TWICE) end(one);
    }
  }

  /** Backends among the silent ones that work on what they were asked; `nobody` where the server lets nobody in in time, `unsure` where
   *  it answers and tells no more. */
  private async workOf(
    config: pg.ClientConfig,
    silent: readonly Watched[],
  ): Promise<ReadonlySet<number> | 'nobody' | 'unsure'> {
    const { statement_timeout: _, ...same } = config;
    const asker = new ListeningClient({ ...same, application_name: 'xiaohao-watch' }) as ListeningClient & Inner;
    const enough = this.enough(asker);
    try {
      await asker.connect();
      const { rows } = await asker.query<{ self: number; working: number[] }>(
        `SELECT pg_backend_pid() AS self, array(SELECT pid FROM pg_stat_activity WHERE pid = ANY($1::int[]) AND state = 'active') AS working`,
        [silent.map(({ client }) => client.processID)],
      );
      const { self, working } = rows[0]!;
      // Behind a pooler the numbers of backends are not those that clients were told.
      return self === asker.processID ? new Set(working) : 'unsure';
    } catch (error) {
      // Starting, stopping, full: it is there.
      return error instanceof pg.DatabaseError ? 'unsure' : 'nobody';
    } finally {
      clearInterval(enough);
      asker.connection.stream.destroy();
    }
  }

  /** Gives the asker its time, in looks as well. */
  private enough(asker: Inner): NodeJS.Timeout {
    let looks = 0;
    const { connect } = this.patience;
    return setInterval(() => {
      looks += 1;
      if (looks >= LOOKS) asker.connection.stream.destroy();
    }, connect / LOOKS);
  }
}

/** With the code by which a line that broke is known: what was asked may or may not have been done. */
function end({ client }: Watched): void {
  const silence = Object.assign(new Error('the database fell silent'), { code: 'ETIMEDOUT' });
  client.connection.stream.destroy(silence);
}

/** The client class of pools that the watch looks after; each new connection is let in within the patience or fails. What takes long is told to
 *  `slow`. */
export function watchedClient(watch: SilenceWatch, patience: Patience, slow: SlowQueries): typeof ListeningClient {
  return class WatchedClient extends ListeningClient {
    constructor(config?: string | pg.ClientConfig) {
      const whole = { ...(typeof config === 'object' ? config : {}), connectionTimeoutMillis: patience.connect };
      super(whole);
      watch.join(this, whole);
      if (slow.isOn) timed(this, slow);
    }
  };
}

type Ask = (...asked: unknown[]) => unknown;

/** Has every statement of the client timed, in each of the ways in which `pg` is asked: by a callback, as the pool does, or by a promise. A COPY
 *  lasts as long as its file and is left out. */
function timed(client: pg.Client, slow: SlowQueries): void {
  const asks = client as unknown as { query: Ask };
  const ask = asks.query.bind(client);
  asks.query = (...asked) => {
    const text = typeof asked[0] === 'string' ? asked[0] : (asked[0] as { text?: unknown } | undefined)?.text;
    if (typeof text !== 'string' || typeof (asked[0] as { submit?: unknown }).submit === 'function')
      return ask(...asked);
    const began = performance.now();
    const note = (): void => slow.note(text, performance.now() - began, performance.now());
    const last = asked.length - 1;
    const answered = asked[last];
    if (typeof answered === 'function') {
      asked[last] = (...outcome: unknown[]): void => {
        note();
        (answered as (...given: unknown[]) => void)(...outcome);
      };
      return ask(...asked);
    }
    const answer = ask(...asked);
    if (answer instanceof Promise) answer.then(note, note);
    return answer;
  };
}
