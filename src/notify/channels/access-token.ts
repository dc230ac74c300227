/** The token with which an app calls WeCom or DingTalk: fetched once, kept until shortly before it expires, renewed where it is refused. */
import { call, jsonOf } from './http-call.js';
import { later } from './parcel.js';

/** Renewed so long before it expires, milliseconds. */
const AHEAD_MS = 300_000;
/** A token lives at least this long, whatever its issuer says. */
const LEAST_MS = 60_000;

/** What both answer: 0, or what is wrong. */
export interface AppAnswer {
  errcode: number;
  errmsg: string;
  [field: string]: unknown;
}

export const appAnswer = (answer: Parameters<typeof jsonOf>[0]): AppAnswer => {
  const { errcode, errmsg, ...rest } = jsonOf(answer);
  return { ...rest, errcode: Number(errcode ?? -1), errmsg: typeof errmsg === 'string' ? errmsg.slice(0, 200) : '' };
};

/** Invalid or expired: another one is to be fetched. Both name it alike. */
const STALE = [40014, 42001, 40001];

export class AccessToken {
  private held: { token: string; until: number } | undefined;
  private fetching: Promise<string> | undefined;

  /** `address` carries the app's id and secret and is never told. */
  constructor(
    private readonly address: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What `ask` answers with a token that is good; a stale one is renewed once. */
  async with(ask: (token: string) => Promise<AppAnswer>): Promise<AppAnswer> {
    const token = await this.get();
    const first = await ask(token);
    if (!STALE.includes(first.errcode)) return first;
    if (this.held?.token === token) this.held = undefined;
    return ask(await this.get());
  }

  private async get(): Promise<string> {
    if (this.held !== undefined && this.held.until > this.now()) return this.held.token;
    return (this.fetching ??= this.fetch().finally(() => (this.fetching = undefined)));
  }

  private async fetch(): Promise<string> {
    const {
      errcode,
      errmsg,
      access_token: token,
      expires_in: seconds,
    } = appAnswer(await call({ url: this.address, method: 'GET' }));
    if (errcode !== 0 || typeof token !== 'string')
      throw later(`应用登录被拒绝（${errcode}）：${errmsg}`, `The app is refused (${errcode}): ${errmsg}`);
    this.held = { token, until: this.now() + Math.max(LEAST_MS, Number(seconds ?? 0) * 1000 - AHEAD_MS) };
    return token;
  }
}
