/** Decisions with their grounds, and evidence where it is: what was done stands beside the form of a check, photographs open, turn and lie side by side,
 *  what is sent back says why; and the page of the unit it all belongs to. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { axeFindings, cutOff, rawKeys, screenshot, settled } from '../support/browser.js';
import { photograph } from '../support/photographs.js';
import { oneDesk } from './one-desk.js';

let east: string;
let caseId: string;

const desk = oneDesk(async (server) => {
  east = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader'], server.units.root);
  await server.person('supervisor', ['supervisor'], server.units.root);
  await server.person('handler', ['handler'], east);
  await server.person('auditor', ['auditor'], server.units.root);
  const clerk = await server.signIn('clerk');
  const handler = await server.signIn('handler');
  const { body } = await clerk.get('/api/categories').expect(200);
  const given = { title: '井盖松动', description: '东街井盖松动三天', source: 'hotline' };
  caseId = uuid();
  await clerk
    .post('/api/cases')
    .send({ ...given, id: caseId, categoryId: (body as { id: string }[])[0]!.id, raiser: { name: '张女士' } })
    .expect(201);
  await send(clerk, { type: 'ASSIGN', leadUnitId: east });
  await send(handler, { type: 'ACCEPT' });
  const files: [Buffer, string][] = [
    [await photograph({ width: 64, height: 48 }), '前.jpg'],
    [await photograph({ width: 48, height: 64 }), '后.jpg'],
    [Buffer.from('%PDF-1.7\n%...'), '方案.pdf'],
  ];
  const ids: string[] = [];
  for (const [bytes, name] of files) {
    const kept = await handler.post(`/api/cases/${caseId}/attachments`).attach('files', bytes, name).expect(201);
    ids.push((kept.body as { id: string }[])[0]!.id);
  }
  const [before, after, plan] = ids;
  const shown = { photosBefore: [before], photosAfter: [after], evidence: [plan] };
  await send(handler, { type: 'SUBMIT', measure: '更换井盖两处', lastingMeasure: '每月巡查', ...shown });
});
const send = (by: TestAgent, command: object): Promise<unknown> =>
  by
    .post(`/api/cases/${caseId}/commands`)
    .send({ id: uuid(), ...command })
    .expect(200);

test('whoever checks sees what was done beside the form, and the photographs in a viewer', async () => {
  const page = await desk.visit(`/cases/${caseId}?do=PASS`, 'supervisor', { width: 1440, locale: 'zh-CN' });
  const grounds = page.getByRole('region', { name: '决定的依据' });
  await grounds.getByText('更换井盖两处').waitFor();
  const first = grounds.getByRole('button', { name: /前\.jpg/ });
  await first.focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '查看材料' });
  await viewer.getByText('第 1 份，共 3 份').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('b');
  const pictures = viewer.locator('figure');
  await pictures.getByText('整改前：前.jpg').waitFor();
  await pictures.getByText('整改后：后.jpg').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.press('+');
  expect(await pictures.locator('img').first().getAttribute('style')).toMatch(/scale\(1\.5\).*rotate\(90deg\)/);
  await screenshot(page, 'evidence-beside-1440');
  await page.keyboard.press('ArrowLeft');
  await viewer.getByText('第 3 份，共 3 份').waitFor();
  expect(await viewer.locator('iframe').getAttribute('title')).toBe('方案.pdf');
  await viewer.getByRole('button', { name: '上一份' }).click();
  await viewer.getByText('第 2 份，共 3 份').waitFor();
  // a finger to the left brings the next one
  const place = (await viewer.locator('.place').boundingBox())!;
  await page.mouse.move(place.x + 400, place.y + 200);
  await page.mouse.down();
  await page.mouse.move(place.x + 200, place.y + 210, { steps: 4 });
  await page.mouse.up();
  await viewer.getByText('第 3 份，共 3 份').waitFor();
  await viewer.getByRole('button', { name: '关闭' }).click();
  await viewer.waitFor({ state: 'detached' });
  expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
  // a browser without a viewer for PDF takes the frame for a download that it gave up
  expect(desk.open.faults.filter((fault) => !fault.includes('/api/attachments/'))).toEqual([]);
});

test('what was returned stands out under My work, and opens with the reason', async () => {
  await send(await desk.server.signIn('supervisor'), { type: 'RETURN', reason: '东口还有一处没有换' });
  const page = await desk.visit('/work', 'handler', { width: 390, locale: 'zh-CN' });
  const row = page.getByRole('listitem').filter({ hasText: '井盖松动' });
  await row.getByText('退回重办（第 1 次）').waitFor();
  await row.getByRole('link', { name: /办结申报/ }).click();
  const drawer = page.getByRole('dialog', { name: '办结申报' });
  await drawer.getByText('东口还有一处没有换').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`/cases/${caseId}`);
  await settled(page);
  await page.getByText('退回重办（第 1 次）').waitFor();
  await page.getByText('东口还有一处没有换').first().waitFor();
  expect(desk.open.faults).toEqual([]);
});

test.each([1440, 390])(
  'a unit has a page of its own at %i pixels, whose numbers open what they count',
  async (width) => {
    const page = await desk.visit(`/units/${east}`, 'leader', { width, locale: 'zh-CN' });
    await page.getByRole('heading', { name: '城东派出所' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await rawKeys(page, ['unit', 'report', 'orders'])).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    await page.getByRole('link', { name: /^1 整改 正常/ }).click();
    await page.waitForURL(/\/cases\?.*light=green/);
    await page.getByRole('link', { name: '井盖松动' }).first().waitFor();
    expect(desk.open.faults).toEqual([]);
  },
);

test('an auditor is refused nothing on any page that is offered, whichever button is pressed', async () => {
  const page = await desk.visit('/', 'auditor', { width: 1440, locale: 'zh-CN' });
  const refused: string[] = [];
  page.on('response', (answered) => {
    if (answered.status() === 403) refused.push(`${page.url()}: ${answered.request().method()} ${answered.url()}`);
  });
  await page.getByRole('heading', { name: '今日要情' }).waitFor();
  const offered = await page
    .getByRole('navigation')
    .first()
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(offered).toEqual(expect.arrayContaining(['/today', '/cases', '/overdue', '/report', '/looks']));
  // the wall keeps its line open, and is for reading alone
  const paths = [...offered.filter((path) => path !== '/wall'), `/cases/${caseId}`, `/units/${east}`, '/account'];
  let pressed = 0;
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    const buttons = page.locator('main').first().getByRole('button', { disabled: false });
    for (let at = 0; at < (await buttons.count()); at += 1) {
      // printing and what opens over the page is left again; a button that another one took away is not pressed
      await buttons.nth(at).click({ timeout: 1_000 }).then(() => (pressed += 1), () => undefined); // prettier-ignore
      await page.keyboard.press('Escape');
      if (new URL(page.url()).pathname !== path) await page.goto(path);
    }
    await settled(page);
  }
  expect(pressed).toBeGreaterThan(5);
  expect(refused).toEqual([]);
});
