/** Pictures of every page at 1440 and 390 pixels in both languages: `npm run shots -- <folder> [address] [password] [pages]`. Without an
 *  address the few pages that an invented service can fill; with the address of a service that was started with DEMO=1, and the password of
 *  its accounts, all of them, each as the person whose page it is. ADMIN_PASSWORD adds the administrator's. `pages` are names, by commas. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage, ownBrowser, settled } from '../support/browser.js';
import { inventedService } from './invented-service.js';

const WIDTHS = [1440, 390];
const LANGUAGES = ['zh-CN', 'en'] as const;

interface Shot {
  name: string;
  path: string;
  /** Account of the invented bureau that looks; signed out where there is none. */
  as?: string;
  /** The invented service knows it as well. */
  simple?: boolean;
  /** Its line stays open: waits for a table instead of a silent network. */
  live?: boolean;
}

/** One line a page; `:case` becomes a case that waits for the person, else the first of the list; `:meeting` the newest meeting. */
const PAGES: Shot[] = [
  { name: 'sign-in', path: '/sign-in', simple: true },
  { name: 'work', path: '/work', as: 'service-handler', simple: true },
  { name: 'cases', path: '/cases', as: 'leader', simple: true },
  { name: 'case', path: '/cases/:case', as: 'service-handler', simple: true },
  { name: 'case-form', path: '/cases/:case?do=SUBMIT', as: 'service-handler', simple: true },
  { name: 'not-found', path: '/nowhere', as: 'leader', simple: true },
  { name: 'meetings', path: '/meetings', as: 'clerk' },
  { name: 'meeting-new', path: '/meetings/new', as: 'clerk' },
  { name: 'meeting-desk', path: '/meetings/:meeting', as: 'clerk' },
  { name: 'import', path: '/ledger/import', as: 'clerk' },
  { name: 'overdue', path: '/overdue', as: 'leader' },
  { name: 'report', path: '/report', as: 'leader' },
  { name: 'wall', path: '/wall', as: 'leader', live: true },
  { name: 'visits', path: '/visits', as: 'visitor' },
  { name: 'units', path: '/admin/units', as: 'admin' },
  { name: 'people', path: '/admin/people', as: 'admin' },
  { name: 'categories', path: '/admin/categories', as: 'admin' },
  { name: 'calendar', path: '/admin/calendar', as: 'admin' },
  { name: 'workflows', path: '/admin/workflows', as: 'admin' },
  { name: 'workflow', path: '/admin/workflows/rectification/1', as: 'admin' },
  { name: 'health', path: '/admin/health', as: 'admin' },
];

async function idOf(page: Page, path: string): Promise<string> {
  const { items } = (await (await page.request.get(path)).json()) as { items?: { id: string }[] };
  return items?.[0]?.id ?? '';
}
/** The address with its `:case` and `:meeting` filled in, as this person sees the bureau. */
async function filledIn(page: Page, path: string): Promise<string> {
  let filled = path;
  if (path.includes(':case')) {
    const id = (await idOf(page, '/api/work')) || (await idOf(page, '/api/cases?limit=1'));
    filled = filled.replace(':case', id);
  }
  return filled.includes(':meeting') ? filled.replace(':meeting', await idOf(page, '/api/meetings')) : filled;
}

async function main(): Promise<void> {
  const [folder = 'shots', address, password = 'right', only] = process.argv.slice(2);
  const invented = address === undefined ? await inventedService() : undefined;
  const at = address ?? invented!.address;
  const { ADMIN_PASSWORD: admin, THEME } = process.env;
  const passwordOf = (username: string): string => (username === 'admin' ? (admin ?? '') : password);
  const pages = PAGES.filter(({ simple }) => invented === undefined || simple === true)
    .filter(({ name }) => only === undefined || only.split(',').includes(name))
    .filter(({ as }) => as !== 'admin' || admin !== undefined);
  const { browser, close } = await ownBrowser();
  const into = resolve(folder);
  await mkdir(into, { recursive: true });
  let faulty = 0;
  try {
    for (const locale of LANGUAGES) {
      for (const width of WIDTHS) {
        for (const who of new Set(pages.map(({ as }) => as))) {
          const look = { width, locale, theme: THEME === 'dark' ? 'dark' : 'light' } as const;
          const { page, context, faults } = await openPage(at, look, browser);
          if (who !== undefined) {
            const account = { username: invented ? 'wang' : who, password: passwordOf(who) };
            const answered = await page.request.post('/api/session', { data: account });
            if (!answered.ok()) throw new Error(`${who} could not sign in: ${await answered.text()}`);
          }
          for (const { name, path, live } of pages.filter(({ as }) => as === who)) {
            await page.goto(await filledIn(page, path));
            if (live === true) await page.getByRole('table').waitFor();
            else await settled(page);
            await page.screenshot({ path: join(into, `${name}-${locale}-${width}.png`) });
          }
          await context.close();
          faulty += faults.length;
          for (const fault of faults) console.error(`${locale} ${width} ${who ?? 'nobody'}: ${fault}`);
        }
      }
    }
  } finally {
    await close();
    await invented?.close();
  }
  console.log(`pictures of ${pages.length} pages in ${into}`);
  if (admin === undefined && invented === undefined)
    console.log('without ADMIN_PASSWORD: not those of the administrator');
  if (faulty > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
