/** A line between a client and a service that is slow, and breaks after so many bytes, again and again. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutLine {
  /** Where the client goes instead. */
  url: string;
  /** Connections that were cut so far, and bytes that went through towards the service. */
  cuts: number;
  bytes: number;
  /** No more cuts from now on. */
  mend(): void;
  close(): Promise<void>;
}

/** A line to `target`: `bytesPerSecond` towards the service, and a cut after every `cutAfter` of them. */
export async function cutLine(
  target: string,
  { bytesPerSecond, cutAfter }: { bytesPerSecond: number; cutAfter: number },
): Promise<CutLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let left = cutAfter;
  /** All connections share the line: when it is free again, milliseconds. */
  let freeAt = 0;
  const server = createServer((client) => {
    const service = connect(Number(port), hostname);
    for (const one of [client, service]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => open.delete(one));
    }
    service.pipe(client);
    client.on('data', (bytes) => {
      client.pause();
      freeAt = Math.max(freeAt, Date.now()) + (bytes.length / bytesPerSecond) * 1000;
      setTimeout(() => {
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
      }, freeAt - Date.now());
    });
    client.on('end', () => service.end());
    client.on('close', () => service.destroySoon());
    service.on('close', () => client.destroySoon());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const line: CutLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: 0,
    bytes: 0,
    mend: () => (left = Infinity),
    close: async () => {
      for (const one of open) one.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  return line;
}
