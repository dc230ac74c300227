/** One call to another system: bounded in time and size, no redirect followed, and what went wrong in words. */
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { getSystemErrorName } from 'node:util';
import { later, NotTaken, withinBytes } from './parcel.js';
import { guardedLookup, requireReachable } from './reachable.js';

export interface Call {
  url: string;
  method: 'GET' | 'POST' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}
export interface Answer {
  status: number;
  /** At most `MOST_BYTES` of it. */
  text: string;
}

/** How long a call may take, all in all. */
export const CALL_MS = 15_000;
const MOST_BYTES = 65_536;

/** What the other side answered, whatever its status, but for a redirect. Throws NotTaken where there is no answer. */
export function call({ url, method, headers = {}, body }: Call): Promise<Answer> {
  return new Promise((settle, fail) => {
    let target: URL;
    try {
      target = new URL(url);
      if (!/^https?:$/.test(target.protocol))
        throw later('地址应以 http 或 https 开头', 'The address must begin with http or https');
      requireReachable(target.hostname);
    } catch (error) {
      return fail(error instanceof NotTaken ? error : later('地址不正确', 'The address is wrong'));
    }
    const signal = AbortSignal.timeout(CALL_MS);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options: RequestOptions = {
      ...{ method, signal, lookup: guardedLookup, agent: false },
      headers: { 'user-agent': 'xiaohao', ...headers, ...length },
    };
    const failed = (error: Error): void =>
      fail(error instanceof NotTaken ? error : later(...wordsOf(error, signal.aborted)));
    const sent = (target.protocol === 'https:' ? secureRequest : plainRequest)(target, options, (response) => {
      const status = response.statusCode ?? 0;
      const parts: Buffer[] = [];
      let bytes = 0;
      const ended = (): void => {
        if (status >= 300 && status < 400 && status !== 304)
          fail(later('对方要求转到别的地址，系统不跟随', 'The other side points elsewhere, which is not followed'));
        else settle({ status, text: Buffer.concat(parts).toString('utf8') });
      };
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes <= MOST_BYTES) return void parts.push(part);
        ended();
        response.destroy();
      });
      response.on('end', ended);
      response.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** The answer read as JSON. Throws NotTaken where it is none. */
export function jsonOf({ status, text }: Answer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw later(
    `对方应答看不懂（${status}）：${excerpt(text)}`,
    `The answer makes no sense (${status}): ${excerpt(text)}`,
  );
}

/** Its beginning on one line, for a person to read. */
export const excerpt = (text: string): string => withinBytes(text.replace(/\s+/g, ' ').trim(), 200);

const WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ECONNREFUSED: ['对方拒绝连接', 'The connection was refused'],
  ECONNRESET: ['连接中断', 'The connection was lost'],
  EPIPE: ['连接中断', 'The connection was lost'],
  ENOTFOUND: ['找不到这个主机名', 'There is no such host'],
  EAI_AGAIN: ['域名解析暂时不可用', 'Names cannot be resolved at the moment'],
  EHOSTUNREACH: ['网络不通', 'There is no way to the host'],
  ENETUNREACH: ['网络不通', 'There is no way to the network'],
  ETIMEDOUT: ['对方没有及时应答', 'There was no answer in time'],
  ESOCKET: ['连接中断', 'The connection was lost'],
  ECONNECTION: ['无法连接', 'No connection'],
  EDNS: ['找不到这个主机名', 'There is no such host'],
};

/** Why a connection failed, in both languages; the text of the error is never told, since it may hold what was sent. */
export function wordsOf(error: Error, timedOut: boolean): readonly [zh: string, en: string] {
  if (timedOut) return WORDS['ETIMEDOUT']!;
  const { code: told = '', errno } = error as { code?: string; errno?: number };
  // A mail library puts its own code over the system's, which stays in `errno`.
  const system = typeof errno === 'number' && errno < 0 ? getSystemErrorName(errno) : told;
  const code = system in WORDS ? system : told;
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/.test(code))
    return [`对方的证书不可信（${code}）`, `The certificate is not to be trusted (${code})`];
  return WORDS[code] ?? [`无法连接（${code || error.name}）`, `No connection (${code || error.name})`];
}
