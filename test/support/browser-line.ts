/** How playwright speaks with a browser that we started: over two pipes, each message JSON and a zero byte behind it. Over a WebSocket every
 *  answer would be packed by the browser and unpacked here, which cost a sixth of this process's work. */
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { ConnectOverCDPTransport } from 'playwright-core';

export class BrowserLine implements ConnectOverCDPTransport {
  onmessage?: (message: object) => void;
  onclose?: (reason?: string) => void;
  private parts: Buffer[] = [];
  private readonly to: Socket;
  private readonly from: Socket;
  private readonly alive: Socket;

  /** `browser` was started with `--remote-debugging-pipe` and has pipes as its files 3 and 4, and as its first one, whose end ends it. */
  constructor(private readonly browser: ChildProcess) {
    this.alive = browser.stdio[0] as Socket;
    this.to = browser.stdio[3] as Socket;
    this.from = browser.stdio[4] as Socket;
    this.from.on('data', (part: Buffer) => this.read(part));
    this.from.on('close', () => this.onclose?.('the browser is gone'));
    for (const pipe of this.pipes) pipe.on('error', () => pipe.destroy());
  }

  send(message: object): void {
    this.to.write(`${JSON.stringify(message)}\0`);
  }

  close(): void {
    for (const pipe of this.pipes) pipe.destroy();
  }

  /** Whether this process waits for the browser before it ends. */
  hold(isHeld: boolean): void {
    for (const one of [this.browser, ...this.pipes]) {
      if (isHeld) one.ref();
      else one.unref();
    }
  }

  private get pipes(): Socket[] {
    return [this.to, this.from, this.alive];
  }

  private read(part: Buffer): void {
    let from = 0;
    for (let end = part.indexOf(0); end >= 0; end = part.indexOf(0, from)) {
      this.parts.push(part.subarray(from, end));
      const message = JSON.parse(Buffer.concat(this.parts).toString('utf8')) as object;
      this.parts = [];
      from = end + 1;
      // each by itself: what one message sets off is done before the next is heard
      setImmediate(() => this.onmessage?.(message));
    }
    if (from < part.length) this.parts.push(part.subarray(from));
  }
}
