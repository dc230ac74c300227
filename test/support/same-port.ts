/** Where a worker's services are found by its browser: file after file at the same address, so that a page which one file left serves the
 *  next one, with the scripts it has compiled. */
import { createServer, type AddressInfo } from 'node:net';

const PORT = Symbol.for('xiaohao.port');
const worker = globalThis as { [PORT]?: number };

/** The port of this worker, or 0, any other, while a service is there already. */
export function samePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? settle(0) : fail(error)));
    probe.listen(worker[PORT] ?? 0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      worker[PORT] ??= port;
      probe.close(() => settle(port));
    });
  });
}
