/** A stand-in for WeCom and DingTalk, NOT the real ones: it checks tokens, expiry, signatures and rate limits as their public documents state
 *  (developer.work.weixin.qq.com: gettoken, message/send, 群机器人; open.dingtalk.com: gettoken, asyncsend_v2, 自定义机器人加签). */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AppStandIn {
  url: string;
  /** Messages that were taken, by path. */
  taken: { path: string; body: Record<string, unknown> }[];
  /** How often a token was fetched. */
  tokens: number;
  /** Calls that were made with a token that is not good any more. */
  stale: number;
  /** Ends the validity of every token that was handed out. */
  expire(): void;
  /** Messages that are taken before it answers that they are too many. */
  limit: number;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>);
};

/** People both know, and what the apps sign in with. */
export const KNOWN = { person: 'lihandler', secret: 'app secret', robotSecret: 'SECrobot', robotKey: 'robot-key' };

export async function startAppStandIn(): Promise<AppStandIn> {
  let valid = '';
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://stand.in');
      const body = await bodyOf(request);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(url, body)));
    })();
  });
  const take = (path: string, body: Record<string, unknown>, more: object): object => {
    if (standIn.taken.length >= standIn.limit)
      return path.includes('topapi') || path === '/robot/send'
        ? { errcode: 130101, errmsg: 'send too fast' }
        : { errcode: 45009, errmsg: 'api freq out of limit' };
    standIn.taken.push({ path, body });
    return { errcode: 0, errmsg: 'ok', ...more };
  };
  function answer(url: URL, body: Record<string, unknown>): object {
    const query = Object.fromEntries(url.searchParams);
    const path = url.pathname;
    if (path === '/cgi-bin/gettoken' || path === '/gettoken') {
      const good = query['corpsecret'] ?? query['appsecret'];
      if (good !== KNOWN.secret) return { errcode: 40001, errmsg: 'invalid credential' };
      standIn.tokens += 1;
      valid = `token-${standIn.tokens}`;
      return { errcode: 0, errmsg: 'ok', access_token: valid, expires_in: 7200 };
    }
    if (path === '/cgi-bin/message/send' || path.startsWith('/topapi/')) {
      if (query['access_token'] !== valid) {
        standIn.stale += 1;
        return { errcode: path.startsWith('/topapi/') ? 40014 : 42001, errmsg: 'access_token expired' };
      }
      if (path.startsWith('/topapi/'))
        return body['userid_list'] === KNOWN.person
          ? take(path, body, { task_id: 4711 })
          : { errcode: 88, sub_code: '33012', errmsg: 'invalid USERID' };
      return body['touser'] === KNOWN.person
        ? take(path, body, { msgid: 'm1', invaliduser: '' })
        : { errcode: 81013, errmsg: 'user & party & tag all invalid' };
    }
    if (path === '/cgi-bin/webhook/send')
      return query['key'] === KNOWN.robotKey ? take(path, body, {}) : { errcode: 93000, errmsg: 'invalid webhook url' };
    if (path === '/robot/send') {
      const { timestamp = '0', sign = '' } = query;
      const right = createHmac('sha256', KNOWN.robotSecret)
        .update(`${timestamp}\n${KNOWN.robotSecret}`)
        .digest('base64');
      const fresh = Math.abs(Date.now() - Number(timestamp)) < 3_600_000;
      return sign === right && fresh ? take(path, body, {}) : { errcode: 310000, errmsg: 'sign not match' };
    }
    return { errcode: 404, errmsg: path };
  }
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const standIn: AppStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: [],
    tokens: 0,
    stale: 0,
    expire: () => (valid = 'none'),
    limit: Infinity,
    close: () => new Promise((settle) => server.close(() => settle())),
  };
  return standIn;
}
