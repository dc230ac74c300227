/** A line between the service and its database that goes silent, loses connections without a word, dawdles, or brings a farewell with the
 *  first word, as networks and servers do. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { readNote } from './cluster-note.js';

export type LineMood = 'well' | 'silent' | 'farewell';

export interface DatabaseLine {
  /** `host:port` as it stands in a DATABASE_URL. */
  address: string;
  /** The URL of a test's database by way of this line, and of further lines as further hosts. */
  through: (connectionString: string, ...further: DatabaseLine[]) => string;
  /** From now on: well; silent: connections are taken and no byte goes either way, on old ones and new; farewell: each new session is
   *  ended by the packet that opens it. */
  mood: (is: LineMood) => void;
  /** The connections there are now are dead, and nobody is told; new ones go as the mood says. How many. */
  halfOpen: () => number;
  /** Each packet comes so many milliseconds later. */
  slow: (ms: number) => void;
  close: () => Promise<void>;
}

/** FATAL 57P01 as a server sends it that is being stopped (protocol 3.0, ErrorResponse). */
const FATAL = ((): Buffer => {
  const fields = ['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to administrator command', ''];
  const body = Buffer.from(`${fields.join('\0')}\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
})();
/** ReadyForQuery, outside of any transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Opens a line to a server that listens in the folder `host`, by default that of the tests, on a free port of this computer. */
export async function databaseLine({ host, port }: { host: string; port: number } = readNote()): Promise<DatabaseLine> {
  let mood: LineMood = 'well';
  let delay = 0;
  const open = new Set<Socket>();
  const dead = new WeakSet<Socket>();
  const pass = (from: Socket, to: Socket, own: Socket, isAnswer: boolean): void => {
    open.add(from);
    let greeted = false;
    from.on('data', (bytes) => {
      if (mood === 'silent' || dead.has(own)) return;
      const isGreeting = isAnswer && !greeted && bytes.subarray(-READY.length).equals(READY);
      greeted ||= isGreeting;
      const carried = isGreeting && mood === 'farewell' ? Buffer.concat([bytes, FATAL]) : bytes;
      if (delay === 0) to.write(carried);
      else setTimeout(() => to.writable && to.write(carried), delay);
    });
    from.on('close', () => {
      open.delete(from);
      if (mood !== 'silent' && !dead.has(own)) to.destroy();
    });
    from.on('error', () => from.destroy());
  };
  const listener = createServer((client) => {
    const server = connect(`${host}/.s.PGSQL.${port}`);
    pass(client, server, client, false);
    pass(server, client, client, true);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const address = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    address,
    through: (connectionString, ...further) =>
      connectionString.replace(/@[^/]+\//, `@${[address, ...further.map((line) => line.address)].join(',')}/`),
    mood: (is) => (mood = is),
    halfOpen: () => {
      for (const socket of open) dead.add(socket);
      return open.size / 2;
    },
    slow: (ms) => (delay = ms),
    close: async () => {
      const closed = new Promise<void>((done) => listener.close(() => done()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
