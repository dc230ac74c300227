/** A line between a client and a service that is slow, and breaks: after so many bytes, again and again, or when it is told to. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutLine {
  /** Where the client goes instead. */
  url: string;
  /** Connections that were cut so far by `cutAfter`, and bytes that went through towards the service. */
  cuts: number;
  bytes: number;
  /** No more cuts from now on. */
  mend(): void;
  /** Breaks every connection there is, and takes none for so many milliseconds. */
  cut(ms: number): void;
  close(): Promise<void>;
}

/** One direction of a line that all connections share: calls `arrived` when so many bytes have been carried. */
function carrier(bytesPerSecond: number): (bytes: number, arrived: () => void) => void {
  let freeAt = 0;
  return (bytes, arrived) => {
    freeAt = Math.max(freeAt, Date.now()) + (bytes / bytesPerSecond) * 1000;
    setTimeout(arrived, freeAt - Date.now());
  };
}

/** A line to `target`: `bytesPerSecond` towards the service and a cut after every `cutAfter` of them; `back` bytes a second towards the
 *  client. */
export async function cutLine(
  target: string,
  {
    bytesPerSecond,
    back = Infinity,
    cutAfter = Infinity,
  }: { bytesPerSecond: number; back?: number; cutAfter?: number },
): Promise<CutLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let left = cutAfter;
  let goesAgainAt = 0;
  const there = carrier(bytesPerSecond);
  const home = carrier(back);
  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (Date.now() < goesAgainAt) return void client.destroy();
    const service = connect(Number(port), hostname);
    for (const one of [client, service]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => open.delete(one));
    }
    service.on('data', (bytes) => {
      service.pause();
      home(bytes.length, () => {
        client.write(bytes);
        service.resume();
      });
    });
    client.on('data', (bytes) => {
      client.pause();
      there(bytes.length, () => {
        if (service.destroyed) return;
        line.bytes += bytes.length;
        left -= bytes.length;
        service.write(bytes);
        if (left <= 0) {
          left = cutAfter;
          line.cuts += 1;
          // what is on its way to the service still gets there
          service.end();
          client.destroy();
          return;
        }
        client.resume();
      });
    });
    client.on('end', () => service.end());
    client.on('close', () => service.destroySoon());
    service.on('end', () => home(0, () => client.end()));
    service.on('close', () => home(0, () => client.destroySoon()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const line: CutLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: 0,
    bytes: 0,
    mend: () => (left = Infinity),
    cut: (ms) => {
      goesAgainAt = Date.now() + ms;
      for (const one of open) one.destroy();
    },
    close: async () => {
      for (const one of open) one.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return line;
}
