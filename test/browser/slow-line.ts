/** A photograph of 11.8 MB from a telephone over 400 kbit/s that is broken off twice, and a case with words alone beside it, on a service that
 *  was started with DEMO=1: `npm run slow-line -- <address> <password of its accounts>`. Some eight minutes; fails where it does not arrive
 *  whole, begins again, or holds up the other case. */
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { openPage, ownBrowser, settled } from '../support/browser.js';
import { cutLine, type CutLine } from '../support/cut-line.js';
import { heavyPhotograph } from '../support/photographs.js';

const BYTES_PER_SECOND = 50_000;
/** How long the line is away each time, milliseconds. */
const ARCHIVED = 15_000;
/** Shares of the photograph at which it goes. */
const CUT_AT = [0.25, 0.6];

interface Shown {
  attachments: { id: string; size: number; mediaType: string }[];
}
interface Run {
  /** Seconds. */
  whole: number;
  words: number;
  /** Of a hundred, every five seconds. */
  seen: number[];
  sent: number;
  photograph: number;
  side: number;
}

async function main(): Promise<void> {
  const [address, password] = process.argv.slice(2);
  if (address === undefined || password === undefined) throw new Error('an address and a password are needed');
  const photo = await heavyPhotograph(11_800_000);
  const { browser, close } = await ownBrowser();
  try {
    for (const keepOriginal of [true, false]) {
      const line = await cutLine(address, { bytesPerSecond: BYTES_PER_SECOND, back: BYTES_PER_SECOND });
      const { page, context } = await openPage(line.url, { width: 390 }, browser);
      try {
        await page.request.post(`${address}/api/session`, { data: { username: 'east-handler', password } });
        say(keepOriginal, await sent(page, line, photo, keepOriginal));
      } finally {
        await context.close();
        await line.close();
      }
    }
  } finally {
    await close();
  }
}

async function sent(page: Page, line: CutLine, photo: Buffer, keepOriginal: boolean): Promise<Run> {
  const [one, other] = await twoCases(page);
  const before = (await shown(page, one)).attachments.length;
  await page.goto(`/cases/${one}?do=PROGRESS`);
  const form = page.getByRole('dialog', { name: '填报进展' });
  await form.getByLabel('进展').fill('慢线路上的照片');
  if (keepOriginal) await form.getByLabel('保留照片原图').check();
  await page.locator('input[capture]').setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo });
  await form.locator('.files li img').waitFor({ timeout: 60_000 });
  const size = Number((await form.locator('.files li .quiet').innerText()).replace(/[^\d.]/g, '')) * 1e6;
  const [began, bytes] = [Date.now(), line.bytes];
  await form.getByRole('button', { name: '填报进展' }).click();
  await form.getByText('照片已送达').waitFor({ timeout: 60_000 });

  const beganWords = Date.now();
  await page.goto(`/cases/${other}?do=COMMENT`);
  await page.getByRole('dialog', { name: '留言' }).getByLabel('内容').fill('慢线路上的话');
  await page.getByRole('dialog', { name: '留言' }).getByRole('button', { name: '留言' }).click();
  await page.getByText('已办理：留言').waitFor({ timeout: 60_000 });
  const words = (Date.now() - beganWords) / 1000;

  const note = page.getByText('1 项尚未送达');
  await note.click();
  const seen: number[] = [];
  const cuts = [...CUT_AT];
  while (await note.isVisible()) {
    const share = await page
      .locator('.waiting progress')
      .evaluate((bar: HTMLProgressElement) => bar.value, undefined, { timeout: 1_000 })
      .catch(() => undefined);
    if (share !== undefined) seen.push(Math.round(share * 100));
    if (share !== undefined && cuts[0] !== undefined && share > cuts[0]) {
      cuts.shift();
      line.cut(ARCHIVED);
    }
    if (Date.now() - began > 900_000) throw new Error(`not there after a quarter of an hour: ${seen.join(' ')}`);
    await page.waitForTimeout(2_500);
  }
  const whole = (Date.now() - began) / 1000;
  const { attachments } = await shown(page, one);
  if (attachments.length !== before + 1) throw new Error('the photograph is not with the case');
  if (seen.some((share, at) => at > 0 && share < seen[at - 1]!)) throw new Error(`it began again: ${seen.join(' ')}`);
  if (cuts.length > 0) throw new Error('the line was not broken as often as it should have been');
  const side = await page.evaluate(
    (src) =>
      new Promise<number>((done) => {
        const picture = new Image();
        picture.onload = () => done(Math.max(picture.naturalWidth, picture.naturalHeight));
        picture.src = src;
      }),
    `/api/attachments/${attachments.at(-1)!.id}`,
  );
  return { whole, words, seen, sent: line.bytes - bytes, photograph: size, side };
}

/** Two cases on which the person may report. */
async function twoCases(page: Page): Promise<[string, string]> {
  await page.goto('/work');
  await settled(page);
  const { items } = (await (await page.request.get('/api/cases?stage=deadline&limit=50')).json()) as {
    items: { id: string }[];
  };
  const open: string[] = [];
  for (const { id } of items) {
    const { allowed } = (await (await page.request.get(`/api/cases/${id}`)).json()) as { allowed: { type: string }[] };
    if (allowed.some(({ type }) => type === 'PROGRESS')) open.push(id);
    if (open.length === 2) break;
  }
  if (open.length < 2) throw new Error('this unit has no two cases in hand');
  return [open[0]!, open[1]!];
}
const shown = async (page: Page, id: string): Promise<Shown> =>
  (await (await page.request.get(`/api/cases/${id}`)).json()) as Shown;

function say(keepOriginal: boolean, { whole, words, seen, sent: bytes, photograph, side }: Run): void {
  const mega = (n: number): string => (n / 1e6).toFixed(1);
  console.log(
    [
      keepOriginal ? 'original kept' : 'made smaller',
      `${mega(photograph)} MB sent, ${mega(bytes)} MB over the line, broken off ${CUT_AT.length} times for ${ARCHIVED / 1000} s`,
      `there after ${whole.toFixed(0)} s (the line alone needs ${(photograph / BYTES_PER_SECOND).toFixed(0)} s), longest side ${side} px`,
      `words of another case there after ${words.toFixed(1)} s, its page included`,
      `progress ${seen.filter((_, at) => at % 4 === 0).join(' ')} %`,
    ].join('\n  '),
  );
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
