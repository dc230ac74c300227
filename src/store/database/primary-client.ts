/** Connects to whichever of several servers takes writes: `pg` itself knows only one host. */
import type pg from 'pg';
import { ListeningClient, TO_BE_LET_IN_MS } from './listening-client.js';

/** One URL for each host of `postgresql://user@one:5432,two:5432/name`, in their order; a URL of one host comes back alone. */
export function urlOfEachHost(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/)((?:[^@/]*@)?)([^/?]*)(.*)$/s.exec(url);
  if (parts === null) return [url];
  const [, scheme = '', user = '', hosts = '', rest = ''] = parts;
  // libpq's word for the same wish; a server that does not know it would refuse the whole connection.
  const plain = rest.replace(/([?&])target_session_attrs=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return hosts.split(',').map((host) => `${scheme}${user}${host}${plain}`);
}

/** A server that answers and is not the primary: nothing was done there. The code is PostgreSQL's cannot_connect_now. */
class NotPrimary extends Error {
  readonly code = '57P03';
  constructor() {
    super('this server is a standby');
  }
}

export interface PrimaryClients {
  Client: typeof ListeningClient;
  /** The host lets nobody in: the next connection goes to another one. */
  leave: (host: string, port: number) => void;
}

/**
 * A `Client` for pools whose connections all lead to the primary. Each new connection goes to the host that was the primary last; where
 * that one does not answer or is a standby, the connection fails, and the next one goes to the next host. Whoever works on the pool
 * tries again (the executor does), so that after a failover the service goes on without a restart. `Base` says how a connection is made.
 */
export function clientsOfPrimary(urls: readonly string[], Base: typeof ListeningClient): PrimaryClients {
  let present = 0;
  const pass = (place: number): void => {
    if (present === place) present = (present + 1) % urls.length;
  };
  class PrimaryClient extends Base {
    private readonly place: number;

    constructor(config?: string | pg.ClientConfig) {
      const place = present;
      super({ ...(typeof config === 'object' ? config : {}), connectionString: urls[place] });
      this.place = place;
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | void {
      const attempt = this.toPrimary();
      if (callback === undefined) return attempt;
      const told = callback as (error?: Error) => void;
      attempt.then(
        () => told(),
        (error: Error) => told(error),
      );
    }

    private async toPrimary(): Promise<this> {
      try {
        await super.connect();
        const { rows } = await super.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
        if (rows[0]?.standby !== false) throw new NotPrimary();
        return this;
      } catch (error) {
        pass(this.place);
        void this.end().catch(() => undefined);
        throw error;
      }
    }
  }
  const leave = (host: string, port: number): void => {
    const at = new ListeningClient({ connectionString: urls[present] });
    if (at.host === host && at.port === port) pass(present);
  };
  return { Client: PrimaryClient, leave };
}

/** The URL of the host that is the primary now; the first one where none says so. */
export async function urlOfPrimary(
  urls: readonly string[],
  connectionTimeoutMillis = TO_BE_LET_IN_MS,
): Promise<string> {
  for (const connectionString of urls.length > 1 ? urls : []) {
    const { Client } = clientsOfPrimary([connectionString], ListeningClient);
    const client = new Client({ application_name: 'xiaohao-check', connectionTimeoutMillis });
    try {
      await client.connect();
      await client.end();
      return connectionString;
    } catch {
      // the next one
    }
  }
  return urls[0]!;
}
