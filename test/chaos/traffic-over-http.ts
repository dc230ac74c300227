/** People at work over HTTP while servers come and go: each sends its commands to whichever server is ready, again with the same id until there is an
 *  answer, and keeps a journal of what was acknowledged. */
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter: string | null;
}

/** A server as the balancer sees it. */
export interface Place {
  name: string;
  url: string;
  ready: boolean;
}

/** One call; status 0 where the line broke or nobody listens. */
export async function ask(url: string, cookie: string, method: string, path: string, body?: unknown): Promise<Answer> {
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const set = response.headers.get('set-cookie')?.split(';')[0];
    const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return {
      status: response.status,
      body: set === undefined ? parsed : { ...parsed, cookie: set },
      retryAfter: response.headers.get('retry-after'),
    };
  } catch {
    return { status: 0, body: {}, retryAfter: null };
  }
}

/** Somebody who is signed in once for all their browsers, and sets a password of their own where the release asks for one. */
export class Person {
  private cookie: Promise<string> | undefined;
  signedIn = 0;

  constructor(
    readonly username: string,
    private password: string,
  ) {}

  /** The cookie; signs in at `url` where there is none. */
  at(url: string): Promise<string> {
    return (this.cookie ??= this.signIn(url));
  }

  /** The cookie was refused: the next call signs in anew. */
  forget(): void {
    this.cookie = undefined;
  }

  private async signIn(url: string): Promise<string> {
    this.signedIn += 1;
    const { username, password } = this;
    const { status, body } = await ask(url, '', 'POST', '/api/session', { username, password });
    if (status !== 200) {
      this.forget();
      return '';
    }
    if (body['passwordDue'] !== true) return String(body['cookie']);
    const change = { currentPassword: password, newPassword: `${password}, my own` };
    const { status: changed } = await ask(url, String(body['cookie']), 'PATCH', '/api/me/password', change);
    if (changed === 204) this.password = change.newPassword;
    return this.signIn(url);
  }
}

export class Traffic {
  /** Id of a command to the case it was acknowledged for. */
  readonly acknowledged = new Map<string, string>();
  /** Answers that nobody may get, in words. */
  readonly faults: string[] = [];
  readonly counts = { again: 0, leftToNewer: 0 };
  readonly cases: string[] = [];
  /** The longest time without an acknowledged command, milliseconds, since it was last asked for. */
  private gap = 0;
  private heardAt = performance.now();
  private over = false;
  private senders: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly places: Set<Place>,
    private readonly person: Person,
    private readonly category: string,
  ) {}

  begin(senders: number): void {
    this.senders = Promise.all(Array.from({ length: senders }, (_, n) => this.work(n)));
  }

  async end(): Promise<void> {
    this.over = true;
    await this.senders;
  }

  /** Waits until so many more commands were acknowledged; throws where none is for a minute. */
  async more(count: number): Promise<void> {
    for (const wanted = this.acknowledged.size + count; this.acknowledged.size < wanted; await pause(20))
      if (performance.now() - this.heardAt > 60_000)
        throw new Error(`nothing was acknowledged for a minute: ${this.faults.join('; ')}`);
  }

  longestGap(): number {
    const gap = Math.round(this.gap);
    this.gap = 0;
    return gap;
  }

  private async work(n: number): Promise<void> {
    let mine: string | undefined;
    for (let turn = n; !this.over; turn += 1) {
      if (mine === undefined || turn % 12 === 0) {
        const id = uuid();
        const title = `第 ${turn} 件`;
        const issue = { id, title, description: '东街', source: 'hotline', categoryId: this.category };
        const { case: made } = (await this.send(n, '/api/cases', issue, id)) as { case?: { id: string } };
        mine = made?.id ?? id;
        this.acknowledged.set(id, mine);
        this.cases.push(mine);
      } else {
        const id = uuid();
        await this.send(n, `/api/cases/${mine}/commands`, { id, type: 'COMMENT', text: `第 ${turn} 次` }, id);
        this.acknowledged.set(id, mine);
      }
      const now = performance.now();
      this.gap = Math.max(this.gap, now - this.heardAt);
      this.heardAt = now;
    }
  }

  /** The body of the 2xx. */
  private async send(n: number, path: string, body: unknown, id: string): Promise<Record<string, unknown>> {
    for (let tries = n; ; tries += 1) {
      const ready = [...this.places].filter((place) => place.ready);
      const place = ready[tries % Math.max(1, ready.length)];
      if (place === undefined) {
        await pause(50);
        continue;
      }
      const cookie = await this.person.at(place.url);
      const { status, body: said, retryAfter } = await ask(place.url, cookie, 'POST', path, body);
      if (status === 200 || status === 201) return said;
      this.counts.again += 1;
      const code = String(said['code']);
      if (status === 401 || code === 'account.passwordDue') {
        if (cookie === (await this.person.at(place.url))) this.person.forget();
      } else if (status === 409 && code === 'workflow.newer') this.counts.leftToNewer += 1;
      else if (status !== 0 && (status !== 503 || retryAfter === null))
        this.faults.push(`${place.name} answered ${status} ${code} to ${path} (${id})`);
      await pause(100);
    }
  }
}
