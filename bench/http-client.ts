/** One kept connection of a client that costs next to nothing: in an office the clients are other computers, here they share the
 *  processor with the service they measure. Every request and every answer crosses a real socket. */
import { createConnection, type Socket } from 'node:net';
import { once } from 'node:events';

const END_OF_HEAD = '\r\n\r\n';

export class HttpClient {
  private heard: Buffer = Buffer.alloc(0);
  private waiting: { settle: () => void; fail: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.hear(chunk));
    socket.on('error', (error) => this.waiting?.fail(error));
    socket.on('close', () => this.waiting?.fail(new Error('the service closed the connection')));
  }

  /** A client connected to `address`, such as `http://127.0.0.1:3000`. */
  static async connect(address: string): Promise<HttpClient> {
    const { hostname, port, host } = new URL(address);
    const socket = createConnection(Number(port), hostname);
    await once(socket, 'connect');
    return new HttpClient(socket, host);
  }

  /** Posts JSON and resolves when the whole answer has come; throws where it is another than 200. One at a time. */
  post(path: string, cookie: string, body: string): Promise<void> {
    return new Promise((settle, fail) => {
      if (this.socket.destroyed) return fail(new Error('the service closed the connection'));
      this.waiting = { settle, fail };
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nConnection: keep-alive\r\nCookie: ${cookie}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}${END_OF_HEAD}${body}`,
      );
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private hear(chunk: Buffer): void {
    this.heard = this.heard.length === 0 ? chunk : Buffer.concat([this.heard, chunk]);
    const end = this.heard.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.heard.toString('latin1', 0, end);
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    if (length === undefined) throw new Error(`an answer without its length: ${head}`);
    const whole = end + END_OF_HEAD.length + Number(length);
    if (this.heard.length < whole) return;
    const answer = this.heard.subarray(0, whole);
    this.heard = this.heard.subarray(whole);
    const { waiting } = this;
    this.waiting = undefined;
    if (head.startsWith('HTTP/1.1 200 ')) waiting?.settle();
    else waiting?.fail(new Error(answer.toString()));
  }
}
