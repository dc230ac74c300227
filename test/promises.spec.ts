/** What pages, scripts, documents and the API's description say is kept by something: words for what is not built stand nowhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apiDocument } from '../src/api-document.js';
import { eventLabels } from '../src/cases/event-labels.js';

const root = resolve(__dirname, '..');
const below = (folder: string, kinds: RegExp): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory())
      return name === 'dist' || name === 'decisions' ? [] : below(path, kinds);
    return kinds.test(name) ? [path] : [];
  });

/** What the product plans and the house does not have yet. Each goes when what it promises is built. */
const NOT_BUILT = [
  /对账|周报|任务清单|领办|责任书/,
  /第\s*[N0-9一二三]+\s*期/,
  /单点登录/,
  /\breconcil/i,
  /\bbulletin/i,
  /single sign-on/i,
];
const promises = (text: string): string[] =>
  text.split('\n').filter((line) => NOT_BUILT.some((promise) => promise.test(line)));

const READ_BY_PEOPLE = [
  ...below('web/locales', /\.json$/),
  ...below('web/pages', /\.vue$/),
  ...below('web/parts', /\.vue$/),
  ...below('web/raiser', /\.vue$/),
  'README.md',
  'src/demo/invented.ts',
];

it('finds the texts', () => expect(READ_BY_PEOPLE.length).toBeGreaterThan(100));

it.each(READ_BY_PEOPLE)('%s promises nothing that is not built', (path) =>
  expect(promises(readFileSync(join(root, path), 'utf8'))).toEqual([]),
);

/** Whether somebody was told is known when the message has gone out; until then it may be dropped. */
const TOLD = [
  /(已|将|会)(通知|提醒|告知)/,
  /(提醒|告知)(签收|复核|整改办)|临期提醒|到期提醒/,
  /\b(was|were|been|will be|is) (told|informed|notified|reminded)\b/i,
  /\breminder to\b/i,
];
it('the lines of a history say what happened, not that somebody was told', () => {
  const timers = ['untilSigningReminder', 'untilOfficeIsTold', 'untilDueSoon', 'untilReview', 'untilVisitReminder'];
  const said = timers.flatMap((timer) =>
    Object.values(eventLabels({ type: 'TIMER', payload: { timer }, effects: [] })),
  );
  expect(said.filter((text) => TOLD.some((one) => one.test(text)))).toEqual([]);
});

it('the description of the API promises of the receipt code what takes it, and no more', async () => {
  const document = await apiDocument();
  expect(Object.keys(document.paths).filter((path) => /receipts\/\{code\}/i.test(path))).toEqual(
    ['', '/photos/{id}', '/rating', '/objection', '/question'].map((what) => `/api/receipts/{code}${what}`),
  );
  const told: string[] = [];
  JSON.stringify(document.components?.schemas, (key, value: unknown) => {
    if (key === 'receiptCode' && typeof value === 'object') told.push((value as { description?: string }).description!);
    return value;
  });
  expect(told.length).toBeGreaterThan(0);
  for (const text of told)
    expect(text).toMatch(/with it they see where it stands, rate the result and say that it is not solved/);
});
