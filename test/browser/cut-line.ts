/** A line between a browser and the service that can be cut, go dumb or lead to another server, as the lines and proxies of an office do. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutLine {
  /** Where the browser connects; stays the same while servers behind it come and go. */
  url: string;
  /** Where the line leads from now on: the address of a server. */
  leadTo: (url: string) => void;
  /** Breaks every connection there is; new ones go through. How many were broken. */
  cut: () => number;
  /** While true no byte goes through in either direction, and nothing is closed: half-open connections. */
  dumb: (is: boolean) => void;
  close: () => Promise<void>;
}

/** Opens a line to the server at `url`, on a free port of this computer. */
export async function cutLine(url: string): Promise<CutLine> {
  let port = Number(new URL(url).port);
  let isDumb = false;
  const open = new Set<Socket>();
  const pass = (from: Socket, to: Socket): void => {
    from.on('data', (bytes) => {
      if (!isDumb) to.write(bytes);
    });
    // a half-open line does not tell that the other side is gone
    from.on('close', () => {
      open.delete(from);
      if (!isDumb) to.destroy();
    });
    from.on('error', () => from.destroy());
    open.add(from);
  };
  const listener = createServer((browser) => {
    const server = connect(port, '127.0.0.1');
    pass(browser, server);
    pass(server, browser);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const cut = (): number => {
    const all = [...open];
    for (const socket of all) socket.destroy();
    return all.length / 2;
  };
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    leadTo: (next) => (port = Number(new URL(next).port)),
    cut,
    dumb: (is) => (isDumb = is),
    close: async () => {
      const closed = new Promise<void>((done) => listener.close(() => done()));
      cut();
      await closed;
    },
  };
}
