/** A PostgreSQL that somebody else runs: started again by its keeper when it ends. Made of the binaries the service ships with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../src/store/database/embedded/binaries.js';
import { CLUSTER_USER, createCluster } from '../../src/store/database/embedded/cluster.js';
import { serverUser } from '../../src/store/database/embedded/server-user.js';

export interface OwnServer {
  url: string;
  /** Ends it without checkpoint or farewell; its keeper starts it again. */
  crash: () => void;
  stop: () => Promise<void>;
}

/** Starts one in `folder`, which any user may enter, with fsync and an empty database. */
export async function startOwn(folder: string): Promise<OwnServer> {
  const user = await serverUser(folder);
  const binaries = await findBinaries(folder, user);
  const cluster = join(folder, 'postgres');
  await createCluster(cluster, binaries, user, true);
  const sockets = await mkdtemp(join(tmpdir(), 'xh-own-'));
  if (user) await chown(sockets, user.uid, user.gid);
  const settings = ['listen_addresses=', `unix_socket_directories=${sockets}`, 'lc_messages=C'];
  let stopping = false;
  let child: ChildProcess;
  const run = (): void => {
    child = spawn(binaries.postgres, ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
      ...{ cwd: '/', stdio: 'ignore', ...user },
    });
    child.once('exit', () => setTimeout(() => !stopping && run(), 200));
  };
  run();
  const url = (database: string): string =>
    `postgresql://${CLUSTER_USER}@${encodeURIComponent(sockets)}:5432/${database}`;
  for (let made = false; !made; await pause(100)) {
    const client = new pg.Client({ connectionString: url('postgres') });
    client.on('error', () => undefined);
    made = await client
      .connect()
      .then(() => client.query('CREATE DATABASE bureau'))
      .then(
        () => true,
        () => false,
      );
    await client.end().catch(() => undefined);
  }
  return {
    url: url('bureau'),
    crash: () => child.kill('SIGQUIT'),
    stop: async () => {
      stopping = true;
      const gone = once(child, 'exit');
      child.kill('SIGINT');
      await gone;
      await rm(sockets, { recursive: true, force: true });
    },
  };
}
