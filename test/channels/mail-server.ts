/** A mail server from npm that takes, refuses, is slow or drops the line, and remembers what it took. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  to: string[];
  /** The message as it came over the line. */
  raw: string;
  messageId: string;
}

export interface MailServer {
  port: number;
  taken: TakenMail[];
  /** What it does with the next messages. `lost`: it takes one, then the line breaks before it can say so. */
  mood: 'takes' | 'refuses' | 'slow' | 'lost';
  /** Tells of each message that was taken, before it is answered. */
  onMail: () => void;
  close(): Promise<void>;
}

/** Starts it with one account, `office` / `right password`, on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const smtp = new SMTPServer({
    ...{ authOptional: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false },
    onAuth: ({ username, password }, _session, done) =>
      username === 'office' && password === 'right password' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => {
      if (server.mood !== 'refuses' || !address.startsWith('nobody')) return done();
      done(Object.assign(new Error('no such mailbox here'), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
        server.taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, messageId });
        server.onMail();
        if (server.mood === 'lost') for (const socket of sockets) socket.destroy();
        else if (server.mood !== 'slow') done();
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((settle) => smtp.listen(0, '127.0.0.1', settle));
  const server: MailServer = {
    port: (smtp.server.address() as AddressInfo).port,
    taken: [],
    mood: 'takes',
    onMail: () => undefined,
    close: () =>
      new Promise((settle) => {
        for (const socket of sockets) socket.destroy();
        smtp.close(() => settle());
      }),
  };
  return server;
}

/** The text of a mail as its reader sees it. */
export function textOf({ raw }: TakenMail): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const soft = body
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  return /quoted-printable/i.test(head) ? soft : body;
}
