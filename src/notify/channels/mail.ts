/** E-mail by SMTP: a few connections are kept open, TLS as the administrator says, a Message-ID that stays the same over attempts. */
import nodemailer, { type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import type { ChannelSetting } from '../../store/messages/channel.store.js';
import { wordsOf } from './http-call.js';
import { countOf, headline, later, NotTaken, never, type Parcel, said } from './parcel.js';
import { requireReachable } from './reachable.js';

export interface MailSettings {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string | null;
  from: string;
  fromName: string;
}

/** How long a connection may take, a greeting, and silence in between, milliseconds. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

export class MailSender {
  private readonly transport: Transporter<SMTPPool.SentMessageInfo>;
  private readonly settings: MailSettings;

  constructor({ settings, secrets }: ChannelSetting, times = { connect: CONNECT_MS, silence: SILENCE_MS }) {
    this.settings = settings as unknown as MailSettings;
    const { host, port, security, username } = this.settings;
    this.transport = nodemailer.createTransport({
      ...{ pool: true, maxConnections: 2, maxMessages: 100, host, port },
      ...{ secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
      ...(username === null ? {} : { auth: { user: username, pass: secrets['secret'] ?? '' } }),
      ...{ connectionTimeout: times.connect, greetingTimeout: times.connect, socketTimeout: times.silence },
      // Nothing of a message is ever fetched from a file or an address.
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
  }

  /** What the mail server said. Throws NotTaken. */
  async send(to: string, parcel: Parcel): Promise<ReturnType<typeof said>> {
    const { host, from, fromName } = this.settings;
    requireReachable(host);
    try {
      const { response } = await this.transport.sendMail({
        from: { name: fromName, address: from },
        to: { name: '', address: to },
        subject: `[销号] ${headline(parcel, 'says')}`.slice(0, 200),
        text: mailText(parcel),
        messageId: `<${parcel.id}@${from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return said(`邮件服务器已接收：${response.slice(0, 200)}`, `The mail server took it: ${response.slice(0, 200)}`);
    } catch (error) {
      throw refusalOf(error as SmtpFault);
    }
  }

  /** Closes its connections. */
  close(): void {
    this.transport.close();
  }
}

interface SmtpFault extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** A server that refuses this receiver for good will go on doing so; all else, a wrong password of ours too, is worth another attempt. */
function refusalOf(error: SmtpFault): NotTaken {
  if (error instanceof NotTaken) return error;
  const { responseCode, response = '', command, code } = error;
  const words = response.slice(0, 200);
  if (responseCode !== undefined && responseCode >= 550 && command === 'RCPT TO')
    return never(`邮件服务器不接收此收件人：${words}`, `The mail server refuses this receiver: ${words}`);
  if (code === 'EAUTH') return later(`邮件服务器拒绝登录：${words}`, `The mail server refuses the login: ${words}`);
  if (responseCode !== undefined)
    return later(`邮件服务器未接收：${words}`, `The mail server did not take it: ${words}`);
  return later(...wordsOf(error, code === 'ETIMEDOUT'));
}

/** Chinese first, then the same in English, then where it comes from. */
function mailText(parcel: Parcel): string {
  const { lines, more, publicUrl } = parcel;
  const written = (language: 'zh-CN' | 'en'): string =>
    lines
      .map(({ says, next, href, sheet = [] }) =>
        [
          says[language],
          ...sheet.map((line) => `  · ${line[language]}`),
          `  → ${next[language]}`,
          ...(publicUrl === null ? [] : [`  ${publicUrl}${href}`]),
        ].join('\n'),
      )
      .join('\n\n');
  const beyond = more === 0 ? '' : `\n\n另有 ${more} 条，请到系统“消息”里查看 / ${more} more in your inbox`;
  const count =
    countOf(parcel) === 1
      ? ''
      : `共 ${countOf(parcel)} 条，最新的在前 / ${countOf(parcel)} in all, the latest first\n\n`;
  return `${count}${written('zh-CN')}\n\n—\n\n${written('en')}${beyond}\n\n—\n此邮件由销号系统自动发出，请勿回复 / Sent by the system; nobody reads replies\n`;
}
