/** Pictures of every page at 1440 and 390 pixels in both languages: `npm run shots -- <folder> [address] [username] [password]`. Without
 *  an address the pages are shown on an invented service; with one, on a running one (DEMO=1 makes it worth looking at). */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPage, ownBrowser, settled } from '../support/browser.js';
import { inventedService } from './invented-service.js';

const WIDTHS = [1440, 390];
const LANGUAGES = ['zh-CN', 'en'] as const;

interface Shot {
  name: string;
  path: string;
  signedOut?: boolean;
}

/** One line a page; `:case` becomes the first case of the list. */
const PAGES: Shot[] = [
  { name: 'sign-in', path: '/sign-in', signedOut: true },
  { name: 'work', path: '/work' },
  { name: 'cases', path: '/cases' },
  { name: 'case', path: '/cases/:case' },
  { name: 'case-submit', path: '/cases/:case?do=SUBMIT' },
  { name: 'not-found', path: '/nowhere' },
];

async function main(): Promise<void> {
  const [folder = 'shots', address, username = 'wang', password = 'right'] = process.argv.slice(2);
  const invented = address === undefined ? await inventedService() : undefined;
  const at = address ?? invented!.address;
  const { browser, close } = await ownBrowser();
  const into = resolve(folder);
  await mkdir(into, { recursive: true });
  let faulty = 0;
  try {
    for (const locale of LANGUAGES) {
      for (const width of WIDTHS) {
        const theme = process.env['THEME'] === 'dark' ? 'dark' : 'light';
        const { page, context, faults } = await openPage(at, { width, locale, theme }, browser);
        const shoot = async ({ name, path }: Shot): Promise<void> => {
          await page.goto(path);
          await settled(page);
          await page.screenshot({ path: join(into, `${name}-${locale}-${width}.png`) });
        };
        for (const one of PAGES.filter(({ signedOut }) => signedOut === true)) await shoot(one);
        await page.request.post('/api/session', { data: { username, password } });
        const cases = (await (await page.request.get('/api/cases?limit=1')).json()) as { items: { id: string }[] };
        const first = cases.items[0]?.id ?? '';
        for (const one of PAGES.filter(({ signedOut }) => signedOut !== true)) {
          await shoot({ ...one, path: one.path.replace(':case', first) });
        }
        await context.close();
        faulty += faults.length;
        for (const fault of faults) console.error(`${locale} ${width}: ${fault}`);
      }
    }
  } finally {
    await close();
    await invented?.close();
  }
  console.log(`pictures of ${PAGES.length} pages in ${into}`);
  if (faulty > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
