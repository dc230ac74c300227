/** Files of the build on this device. One cache for all builds: what bears a hash in its name is the same for ever, so a page of an earlier build
 *  that is still open finds its parts here when the service has them no longer. */

const CACHE = 'xiaohao-files';
const SHELL = '/index.html';
/** Nobody waits longer for the network before the page opens from the device; milliseconds. */
const PATIENCE = 4_000;
/** Files of earlier builds go this long after they were fetched; milliseconds. */
const LONGEST = 14 * 86_400_000;

const isHashed = (path: string): boolean => path.startsWith('/assets/');

/** Fetches what is not here yet; the page itself last, so that it never names a file that is missing. Rejects where one cannot be had: the
 *  worker before it stays then. */
export async function install(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  await keepFiles(files.filter(isHashed));
  const fresh = files.filter((file) => !isHashed(file) && file !== SHELL);
  for (const file of [...fresh, SHELL]) await cache.add(new Request(file, { cache: 'no-cache' }));
}

/** Keeps those of the build's files that are not here yet; rejects where one cannot be had. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const file of files.filter(isHashed)) {
    if ((await cache.match(file)) === undefined) await cache.add(file);
  }
}

/** Lets go of what neither this build needs nor a page that has been open for some days. */
export async function tidy(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (files.includes(path)) continue;
    const fetched = Date.parse((await cache.match(request))?.headers.get('date') ?? '');
    if (!isHashed(path) || !(Date.now() - fetched < LONGEST)) await cache.delete(request);
  }
}

/** A file from here, else from the service, and kept. */
export async function fileFor(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const { pathname } = new URL(request.url);
  const kept = await cache.match(pathname);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && isHashed(pathname)) await cache.put(pathname, fresh.clone()).catch(() => undefined);
  return fresh;
}

/** The page from the service, so that nobody works with an old one who has a network; from here where the service does not answer in time. */
export async function pageFor(event: FetchEvent): Promise<Response> {
  const fresh = Promise.resolve(event.preloadResponse).then(
    (preloaded: Response | undefined) => preloaded ?? fetch(event.request),
  );
  const patience = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  const first = await Promise.race([fresh.catch(() => undefined), patience]);
  if (first !== undefined && first.status < 502) return first;
  const cache = await caches.open(CACHE);
  return (await cache.match(SHELL)) ?? fresh;
}
