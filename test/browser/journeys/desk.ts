/** A person at the desk whose clicks and keys are counted, and the tenant whose cases a journey is about. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { openPage, settled } from '../../support/browser.js';

export interface Cost {
  clicks: number;
  keys: number;
  seconds: number;
}

export interface Journey {
  /** Account of the invented bureau. */
  as: string;
  /** Where it begins. */
  from: string;
  width?: number;
  /** What has to be there first, made by calls and not counted. */
  prepare?: (tenant: Tenant) => Promise<Record<string, string>>;
  /** What is done on the page before the counting begins. */
  begin?: (desk: Desk, made: Record<string, string>) => Promise<void>;
  walk: (desk: Desk, made: Record<string, string>) => Promise<void>;
  /** The way there was before. */
  before?: (desk: Desk, made: Record<string, string>) => Promise<void>;
}

export class Desk {
  readonly cost: Cost = { clicks: 0, keys: 0, seconds: 0 };

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly isTouch: boolean,
  ) {}

  static async open({ address, password }: Tenant, browser: Browser, { as, from, width }: Journey): Promise<Desk> {
    const { page, context } = await openPage(address, width === undefined ? {} : { width }, browser);
    const signedIn = await page.request.post('/api/session', { data: { username: as, password } });
    if (!signedIn.ok()) throw new Error(`${as} could not sign in: ${await signedIn.text()}`);
    await page.goto(from);
    await settled(page);
    return new Desk(page, context, (width ?? 1440) < 600);
  }

  /** Takes the time of `walk`: what the desk makes one wait, since nobody thinks here. */
  async counted(walk: () => Promise<void>): Promise<void> {
    const began = performance.now();
    await walk();
    this.cost.seconds = (performance.now() - began) / 1000;
  }

  async click(on: Locator): Promise<void> {
    this.cost.clicks += 1;
    if (this.isTouch) await on.tap({ timeout: 15_000 });
    else await on.click({ timeout: 15_000 });
  }

  button(name: string | RegExp): Promise<void> {
    return this.click(this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }));
  }

  link(name: string | RegExp): Promise<void> {
    return this.click(
      this.page.getByRole('link', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first(),
    );
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    this.cost.keys += [...text].length;
    await this.page.keyboard.type(text);
  }

  async key(name: string): Promise<void> {
    this.cost.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** Opens a list and chooses in it. */
  async choose(list: Locator, option: string): Promise<void> {
    this.cost.clicks += 1;
    await list.click({ force: true });
    await this.click(this.page.getByRole('option', { name: option, exact: true }).locator('visible=true').first());
  }

  /** Until the words stand on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor({ timeout: 15_000 });
  }

  async settled(): Promise<void> {
    await settled(this.page);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Calls on the service as its accounts make them. */
export class Tenant {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly address: string,
    readonly password: string,
  ) {}

  async call<T>(as: string, method: string, path: string, body?: object): Promise<T> {
    const answered = await fetch(`${this.address}${path}`, {
      method,
      headers: { cookie: await this.cookie(as), 'content-type': 'application/json', origin: this.address },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${as} ${method} ${path}: ${answered.status} ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async unit(name: string): Promise<string> {
    const units = await this.call<{ id: string; name: string }[]>('clerk', 'GET', '/api/units');
    return units.find((one) => one.name === name)!.id;
  }

  /** A case that came in by telephone; its id. */
  async collected(title: string, more: object = {}): Promise<string> {
    const [category] = await this.call<{ id: string }[]>('clerk', 'GET', '/api/categories');
    const body = { title, description: '群众来电反映。', source: 'hotline', categoryId: category!.id, ...more };
    return (await this.call<{ case: { id: string } }>('clerk', 'POST', '/api/cases', body)).case.id;
  }

  async act(as: string, caseId: string, type: string, payload: object = {}): Promise<void> {
    await this.call(as, 'POST', `/api/cases/${caseId}/commands`, { id: uuid(), type, ...payload });
  }

  /** A photograph of the case; its id. */
  async photographed(as: string, caseId: string, name: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
    const answered = await fetch(`${this.address}/api/cases/${caseId}/attachments`, {
      method: 'POST',
      headers: { cookie: await this.cookie(as), origin: this.address },
      body: form,
    });
    if (!answered.ok) throw new Error(`photograph: ${answered.status} ${await answered.text()}`);
    return ((await answered.json()) as { id: string }[])[0]!.id;
  }

  private async cookie(as: string): Promise<string> {
    const known = this.cookies.get(as);
    if (known !== undefined) return known;
    const answered = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address },
      body: JSON.stringify({ username: as, password: this.password }),
    });
    if (!answered.ok) throw new Error(`${as} could not sign in: ${answered.status} ${await answered.text()}`);
    const cookie = answered.headers.getSetCookie().map((one) => one.split(';')[0]!).join('; '); // prettier-ignore
    this.cookies.set(as, cookie);
    return cookie;
  }
}
