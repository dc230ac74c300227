/** The wall hangs for days: thousands of changes, hundreds of broken lines, servers that come and go, midnights, an ended session. What it
 *  shows stays right, and what it holds of the browser stays the same. `XIAOHAO_WALL_DAYS` makes it longer than the ordinary one: `npm run test:long` hangs it for three. */
import type { CDPSession, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import type { Wall } from '../../src/wall/wall.dto.js';
import { WallPace } from '../../src/wall/wall-stream.js';
import { leaveBrowser, openPage, type OpenPage } from '../support/browser.js';
import { atLength } from '../support/length.js';
import { cutLine, type CutLine } from './cut-line.js';
import { lateFixture, type LateFixture } from './late-fixture.js';
import { countStreams, figuresOf, heldBy, shownOn, streamed, type Held } from './wall-watch.js';

const DAYS = Number(process.env['XIAOHAO_WALL_DAYS'] ?? 1);
/** Storms a day, every six hours; walls that come in each, and lines that break meanwhile. */
const STORMS = 4;
const WALLS = atLength(170, 30);
const CUTS = atLength(17, 4);
const HOUR = 3_600_000;
/** Between two heartbeats of the hurried server, milliseconds. */
const HEARTBEAT = 100;

let fixture: LateFixture;
let line: CutLine;
let open: OpenPage;
let page: Page;
let devtools: CDPSession;
let cookie: Record<'leader' | 'clerk', string>;
let categoryId: string;
let units: string[];

beforeAll(async () => {
  fixture = await lateFixture();
  hurry();
  line = await cutLine(fixture.server.url);
  cookie = { leader: await signedIn('leader'), clerk: await signedIn('clerk') };
  categoryId = (await asked<{ id: string }[]>('clerk', '/api/categories'))[0]!.id;
  units = (await asked<{ id: string; name: string }[]>('clerk', '/api/units'))
    .filter(({ name }) => name.endsWith('派出所'))
    .map(({ id }) => id);
  open = await openPage(line.url, { width: 1920, height: 1080 });
  page = open.page;
  await page.clock.install({ time: fixture.server.clock.now() });
  await countStreams(page);
  await page.request.post('/api/session', { data: { username: 'leader', password: 'password of leader' } });
  await page.goto('/wall');
  await live();
  devtools = await page.context().newCDPSession(page);
}, 240_000);
afterAll(async () => {
  await open?.leave();
  await leaveBrowser();
  await line?.close();
  await fixture?.server.close();
});

/** Lets the server tell at once what it otherwise tells within seconds. */
const hurry = (): unknown =>
  Object.assign(fixture.server.app.get(WallPace, { strict: false }), {
    look: 5,
    share: 1,
    anew: 250,
    heartbeat: HEARTBEAT,
    retry: 20,
  });

async function signedIn(username: string): Promise<string> {
  const answered = await fetch(`${fixture.server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: `password of ${username}` }),
  });
  return answered.headers.getSetCookie()[0]!.split(';')[0]!;
}
async function asked<Answer>(who: 'leader' | 'clerk', path: string, body?: object): Promise<Answer> {
  const answered = await fetch(fixture.server.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: cookie[who], 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answered.ok) throw new Error(`${path}: ${await answered.text()}`);
  return (await answered.json()) as Answer;
}

const live = (): Promise<unknown> => page.getByText('实时', { exact: true }).waitFor({ timeout: 20_000 });
const lost = (): Promise<unknown> => page.getByText('连接中断，正在重连').waitFor({ timeout: 20_000 });
let changes = 0;
/** One more case; every third goes to a unit at once. */
async function change(): Promise<void> {
  const id = uuid();
  const about = { id, title: `第 ${++changes} 件`, description: '群众反映。', source: 'hotline', categoryId };
  await asked('clerk', '/api/cases', about);
  if (changes % 3 !== 0) return;
  const leadUnitId = units[(changes / 3) % units.length];
  await asked('clerk', `/api/cases/${id}/commands`, { id: uuid(), type: 'ASSIGN', leadUnitId });
}

/** Time goes on, at the office and on the screen, at one stroke as it does for a screen whose machine slept. */
async function pass(ms: number): Promise<void> {
  fixture.server.clock.advance(ms);
  await page.clock.fastForward(ms);
}

/** Changes until so many walls have come, while the line breaks again and again. */
async function storm(): Promise<void> {
  const until = (await streamed(page)).walls + WALLS;
  const most = changes + 5 * WALLS;
  let { walls } = await streamed(page);
  for (let cuts = 0; walls < until; { walls } = await streamed(page)) {
    if (changes >= most) throw new Error(`after ${changes} changes no more than ${walls} walls had come`);
    for (let n = 0; n < 5; n++) await change();
    if (cuts >= CUTS || walls < until - WALLS + (cuts * WALLS) / CUTS) continue;
    line.cut();
    cuts += 1;
  }
  await live();
}

/** Fails unless the screen comes to show what the API answers. */
async function showsTheTruth(): Promise<void> {
  const wall = await asked<Wall>('leader', '/api/wall');
  const [, month, day] = wall.day.split('-').map(Number);
  const truth = { ...figuresOf(wall), day: `${month}月${day}日` };
  let shown = await figures();
  for (let tries = 0; tries < 100 && JSON.stringify(shown) !== JSON.stringify(truth); tries++) {
    await page.waitForTimeout(50);
    shown = await figures();
  }
  expect(shown).toEqual(truth);
}
async function figures(): Promise<ReturnType<typeof figuresOf> & { day: string }> {
  const { day, rate, overdue, today, rows, total } = await shownOn(page);
  return { rate, overdue, today: today.slice(0, 3), rows, total, day: day.split(' ')[0]! };
}

/** The server stops and another one takes its place. */
async function restart(): Promise<void> {
  await fixture.server.restart();
  hurry();
  line.leadTo(fixture.server.url);
  await live();
}

/** What was on its way when the line went dumb has been read. The clock of the page, put forward, lets a heartbeat that waits be read
 *  between two timers: the silence would then count from the new hour, and end a silence later. */
async function nothingOnItsWay(): Promise<void> {
  for (let before = -1, { signs } = await streamed(page); signs !== before; { signs } = await streamed(page)) {
    before = signs;
    await page.waitForTimeout(10 * HEARTBEAT);
  }
}

/** A cable is pulled out: nothing arrives, nothing is closed. The wall notices by itself, and comes back once the cable is in again. */
async function pullOutTheCable(): Promise<void> {
  line.dumb(true);
  await nothingOnItsWay();
  await pass(46_000);
  await lost();
  await change();
  for (let n = 0; n < 10; n++) await pass(46_000);
  await lost();
  line.dumb(false);
  await pass(46_000);
  await live();
}

async function endTheSession(): Promise<void> {
  await fixture.server.test.database.pool.query('DELETE FROM session');
  cookie = { leader: await signedIn('leader'), clerk: await signedIn('clerk') };
  await lost();
  await pass(6_000);
  await page.getByText('登录已过期，请重新登录').waitFor();
  await change();
  await page.getByLabel('密码').fill('password of leader');
  await page.keyboard.press('Enter');
  await live();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function changeTheLanguage(): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Wall chart' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '挂图作战' }).waitFor();
}

/** A unit that is founded while the wall hangs has its row, and its name in the news. */
async function foundAUnit(): Promise<void> {
  const id = await fixture.server.unit('新区派出所');
  units.push(id);
  for (let n = 0; n < 3 * units.length; n++) await change();
  await showsTheTruth();
  const news = page.locator('.news').getByText('新区派出所');
  for (let n = 0; n < 30 && (await news.count()) === 0; n++) await pass(6_000);
  expect(await news.count()).toBe(1);
}

test(
  `hangs for ${DAYS} days`,
  async () => {
    await pass(2 * HOUR + 5 * 60_000); // the storms of a day then meet the first minutes of the next one
    await foundAUnit();
    await changeTheLanguage();
    await endTheSession();
    await pullOutTheCable();
    await restart();
    await storm();
    await showsTheTruth();
    const atFirst = await heldBy(page, devtools);
    expect(atFirst.lines).toBe(1);

    const began = await streamed(page);
    for (let at = 0; at < DAYS * STORMS; at++) {
      const { day } = await shownOn(page);
      await pass((24 / STORMS) * HOUR);
      await showsTheTruth();
      const now = await shownOn(page);
      // a new day begins with nothing that changed in it
      if (now.day !== day) expect(now.today[0]).toBe('收集 0');
      await page
        .locator('.when time')
        .filter({ hasText: hourOf(fixture.server.clock.now()) })
        .waitFor();
      await storm();
      if (at % STORMS === 1) await changeTheLanguage();
      if (at % STORMS === 2) await restart();
      if (at % STORMS === 3) await pullOutTheCable();
      await showsTheTruth();
      expect(await page.locator('main.wall').count()).toBe(1);
    }
    const { walls, opened } = await streamed(page);
    expect(walls - began.walls).toBeGreaterThanOrEqual(DAYS * STORMS * WALLS);
    expect(opened - began.opened).toBeGreaterThanOrEqual(DAYS * STORMS * CUTS);

    const atLast = await heldBy(page, devtools);
    expect(growth(atFirst, atLast)).toEqual([]);
    expect(open.faults).toEqual([]);

    // and the measure itself tells: what a wall that leaks would hold
    await page.evaluate(() => {
      const kept: unknown[] = [];
      (window as unknown as { kept: unknown }).kept = kept;
      for (let n = 0; n < 200; n++) {
        const one = document.createElement('p');
        one.addEventListener('click', () => kept.push(n));
        kept.push(
          one,
          Array.from({ length: 3_000 }, () => ({ n })),
        );
      }
      kept.push(new EventSource('/api/wall/stream'));
    });
    expect(growth(atFirst, await heldBy(page, devtools))).toEqual(['nodes', 'listeners', 'heap', 'lines']);
  },
  120_000 * Math.max(1, DAYS),
);

/** The hour and a minute or two of the office's time. */
function hourOf(at: number): RegExp {
  const minutes = [0, 1, 2].map((more) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
      at + more * 60_000,
    ),
  );
  return new RegExp(minutes.join('|'));
}

/** What has grown beyond what the same wall with larger numbers needs. */
function growth(before: Held, after: Held): (keyof Held)[] {
  const most: Held = {
    nodes: before.nodes + 100,
    listeners: before.listeners + 20,
    heap: before.heap + 1_500_000,
    lines: 1,
  };
  return (['nodes', 'listeners', 'heap', 'lines'] as const).filter((name) => after[name] > most[name]);
}
