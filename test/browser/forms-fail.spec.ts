/** A refusal, a slow service, an ended session and a dead service: every form says each of them in words and keeps what was typed. */
import type { Page, Route } from 'playwright-core';
import { axeFindings, leaveBrowser, settled, type OpenPage } from '../support/browser.js';
import { atLength } from '../support/length.js';
import { hotlineCase } from '../support/hotline-case.js';
import { trafficOver } from '../support/traffic.js';
import { caseInNotice } from './case-in-notice.js';
import { formsOf, type FormToBreak } from './forms-to-break.js';
import { wholeFixture, type WholeFixture } from './whole-fixture.js';

let fixture: WholeFixture;
let forms: Map<string, FormToBreak>;
let open: OpenPage | undefined;
beforeAll(async () => {
  fixture = await wholeFixture();
  const first = async (who: string, path: string): Promise<string> =>
    ((await (await fixture.server.signIn(who)).get(path).expect(200)).body as { items: { id: string }[] }).items[0]!.id;
  // the unit signs for a case, so that there is one to report on
  const id = await first('east', '/api/cases?stage=assigned');
  const east = await fixture.server.signIn('east');
  await east.post(`/api/cases/${id}/commands`).send({ id: crypto.randomUUID(), type: 'ACCEPT' }).expect(200);
  const ids = { case: id, visit: await first('visitor', '/api/work'), meeting: await first('clerk', '/api/meetings') };
  await fixture.server.person('second', ['supervisor']);
  const units = await (await fixture.server.signIn('clerk')).get('/api/units').expect(200);
  const leadUnitId = (units.body as { id: string; name: string }[]).find(({ name }) => name === '城东派出所')!.id;
  const inNotice = (title: string) => caseInNotice(fixture.server, { title, leadUnitId, handler: 'east' });
  const { id: shown } = await inNotice('西街路灯不亮');
  const { receiptCode: receipt } = await inNotice('北街井盖松动');
  const called = await hotlineCase(fixture.server, '幸福路路灯不亮。');
  forms = new Map(formsOf({ ...ids, shown, receipt, called }).map((form) => [form.name, form]));
}, 240_000);
afterEach(async () => {
  await open?.leave();
  open = undefined;
});
afterAll(async () => {
  await leaveBrowser();
  await fixture?.server.close();
});

const NAMES = formsOf({ case: '', visit: '', meeting: '', shown: '', receipt: '', called: '' }).map(({ name }) => name);
/** Forms of which every field may stay empty, or one of several will do; and grids, which say in the row what is missing. */
const ASKS_FOR_NOTHING = ['somebody else who raises a case', 'the meeting desk', 'the words of an answer', 'a list of units', 'the import of a ledger']; // prettier-ignore
const REFUSAL = { code: 'rule.notNow', messageZh: '按规定现在不能办理', message: 'The rules forbid this now' };

/** A slow service and a dead one: each form is asked for one of the two in the ordinary suite, every other form for the other. */
const isAsked = (name: string, half: 0 | 1): boolean => atLength(true, NAMES.indexOf(name) % 2 === half);

type Act = (route: Route) => Promise<unknown>;

async function filled(form: FormToBreak): Promise<Page> {
  open = await fixture.desk(form, { clock: true });
  await open.page.goto(form.path);
  await settled(open.page);
  await form.fill(open.page);
  return open.page;
}

test.each(NAMES)('%s says what went wrong and keeps what was typed', async (name) => {
  const form = forms.get(name)!;
  const page = await filled(form);
  const typed = await form.typed(page);
  expect(typed.join('')).not.toBe('');
  // A screen reader is told of what the star or the waiting button tells the eye.
  if (!ASKS_FOR_NOTHING.includes(name))
    expect(await page.locator('[aria-required=true], [required]').count()).not.toBe(0);
  const keeps = async (words: string): Promise<void> => {
    await page.getByText(words).first().waitFor();
    expect(await form.typed(page)).toEqual(typed);
  };
  /** What the service does with the request that sends the form, and with no other; `undefined`: it does its work. One route for all of it:
   *  what is under way while the browser's interception is switched on or off may never get its answer. */
  let act: Act | undefined;
  await page.route(form.call, (route, request) =>
    act !== undefined && request.method() === (form.method ?? 'POST') ? act(route) : route.fallback(),
  );

  act = (route) => route.fulfill({ status: 422, json: REFUSAL });
  await form.send(page);
  await keeps(REFUSAL.messageZh);
  if (isAsked(name, 1)) expect(await axeFindings(page)).toEqual([]);

  if (isAsked(name, 0)) {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((done) => (goOn = done));
    let isHere: () => void = () => undefined;
    const arrived = new Promise<void>((done) => (isHere = done));
    act = async (route) => {
      isHere();
      await held;
      await route.fulfill({ status: 422, json: REFUSAL });
    };
    await form.send(page);
    await arrived;
    await page.clock.fastForward(3_000);
    await keeps('网络较慢，请稍候…');
    goOn();
    await keeps(REFUSAL.messageZh);
    await trafficOver(page); // names what hangs
    await page.getByText('网络较慢，请稍候…').waitFor({ state: 'detached' });
  }

  if (form.kept === undefined && isAsked(name, 1)) {
    act = (route) => route.abort();
    await form.send(page);
    await keeps('暂时连不上服务');
    await page.getByText('填写的内容不会丢失').first().waitFor();
  }
  act = undefined;

  if (form.as === undefined) {
    await form.refused!(page, typed);
    expect(await form.typed(page)).toEqual(typed);
    await form.send(page);
  } else {
    await page.context().clearCookies();
    await form.send(page);
    await keeps('登录已过期，请重新登录');
    await page
      .getByRole('dialog', { name: '登录已过期，请重新登录' })
      .getByLabel('密码')
      .fill(`password of ${form.as}`);
    await page.keyboard.press('Enter');
  }
  await page.getByText(form.done).first().waitFor();
  expect(open!.faults).toEqual([]);
});

test.each(NAMES.filter((name) => ['a command on a case', 'a visit'].includes(name)))(
  '%s that reaches no service is kept on the device and sent once it is back',
  async (name) => {
    const form = forms.get(name)!;
    const page = await filled(name === 'a visit' ? { ...form, path: `/visits?case=${await waitsForAVisit()}` } : form);
    await page.route(form.call, (route) => route.abort());
    await form.send(page);
    await page.getByText(form.kept!).first().waitFor();
    await page.getByText('1 项尚未送达').waitFor();
    await page.unroute(form.call);
    await page.clock.fastForward(60_000);
    await page.getByText('1 项尚未送达').waitFor({ state: 'detached' });
  },
);

/** Another case that waits for the visitor: the first one has been visited. */
async function waitsForAVisit(): Promise<string> {
  const [east, supervisor, clerk] = await Promise.all(
    ['east', 'supervisor', 'clerk'].map((one) => fixture.server.signIn(one)),
  );
  const { items } = (await clerk!.get(`/api/cases?stage=deadline&q=${encodeURIComponent('油烟')}`).expect(200))
    .body as {
    items: { id: string }[];
  };
  const id = items[0]!.id;
  for (const [by, command] of [
    [east!, { type: 'SUBMIT', measure: '更换净化器', lastingMeasure: '每周检查' }],
    [supervisor!, { type: 'PASS', method: 'onSite' }],
  ] as const)
    await by.post(`/api/cases/${id}/commands`).send({ id: crypto.randomUUID(), ...command });
  return id;
}
