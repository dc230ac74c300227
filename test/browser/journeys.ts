/** What a journey costs: `npm run journeys -- <address> <password> [--before] [names]`, against a service that was started with DEMO=1 and this ADMIN_PASSWORD.
 *  A real browser walks each journey from where a working day begins; clicks, keys and the seconds that the desk takes are counted and printed
 *  as a table. `--before` walks them as they were before there was the shorter way: for a service of an older commit. */
import { ownBrowser } from '../support/browser.js';
import { JOURNEYS } from './journeys/all.js';
import { Desk, Tenant, type Cost } from './journeys/desk.js';

async function main(): Promise<void> {
  const [address, password, ...rest] = process.argv.slice(2);
  if (address === undefined || password === undefined)
    throw new Error('npm run journeys -- <address of a DEMO=1 service> <password of its accounts> [--before] [names]');
  const isBefore = rest.includes('--before');
  const names = rest.filter((one) => one !== '--before').flatMap((one) => one.split(','));
  const tenant = new Tenant(address, password);
  const { browser, close } = await ownBrowser();
  const rows: [string, Cost | string][] = [];
  try {
    for (const [name, journey] of Object.entries(JOURNEYS)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const made = await journey.prepare?.(tenant);
      const desk = await Desk.open(tenant, browser, journey);
      try {
        await journey.begin?.(desk, made ?? {});
        await desk.counted(() => (isBefore ? (journey.before ?? journey.walk) : journey.walk)(desk, made ?? {}));
        rows.push([name, desk.cost]);
      } catch (error) {
        rows.push([name, String(error).split('\n').slice(0, 4).join(' ')]);
        process.exitCode = 1;
      } finally {
        await desk.close();
      }
    }
  } finally {
    await close();
  }
  console.log('| journey | clicks | keys | seconds |\n|---|---|---|---|');
  for (const [name, cost] of rows)
    console.log(
      typeof cost === 'string'
        ? `| ${name} | ${cost} | | |`
        : `| ${name} | ${cost.clicks} | ${cost.keys} | ${cost.seconds.toFixed(1)} |`,
    );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
