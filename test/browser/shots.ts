/** Pictures of every page at 1440 and 390 pixels in both languages: `npm run shots -- <folder> [address] [password] [pages]`. Without an
 *  address the few pages that an invented service can fill; with the address of a service that was started with DEMO=1, and the password of
 *  its accounts, all of them, each as the person whose page it is. ADMIN_PASSWORD adds the administrator's. `pages` are names, by commas. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPage, ownBrowser, settled } from '../support/browser.js';
import { addressOf, DESK_PAGES } from './desk-pages.js';
import { inventedService } from './invented-service.js';

const WIDTHS = [1440, 390];
const LANGUAGES = ['zh-CN', 'en'] as const;

async function main(): Promise<void> {
  const [folder = 'shots', address, password = 'right', only] = process.argv.slice(2);
  const invented = address === undefined ? await inventedService() : undefined;
  const at = address ?? invented!.address;
  const { ADMIN_PASSWORD: admin, THEME } = process.env;
  const passwordOf = (username: string): string => (username === 'admin' ? (admin ?? '') : password);
  const pages = DESK_PAGES.filter(({ simple }) => invented === undefined || simple === true)
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
            await page.goto(await addressOf(page, path));
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
