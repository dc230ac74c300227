/** One service with the built pages for a file of browser tests, and one page at a time: each test leaves its page, the file leaves both. */
import type { Page } from 'playwright-core';
import { leaveBrowser, openPage, settled, type Look, type OpenPage } from '../support/browser.js';
import { startServer, type TestServer, type TestServerOptions } from '../support/server.js';
import { builtDesk } from './invented-service.js';

export interface OneDesk {
  readonly server: TestServer;
  /** The page that was opened last. */
  readonly open: OpenPage;
  /** Opens a page where nobody has signed in; it is closed after the test. */
  fresh: (look?: Look) => Promise<OpenPage>;
  /** Opens a page as one of the accounts that `server.person` makes, at an address, and waits until it has settled. */
  visit: (path: string, username: string, look?: Look) => Promise<Page>;
}

/** Registers the hooks of the file: call it once at its top. `fill` puts on the service what the tests find there. */
export function oneDesk(fill: (server: TestServer) => Promise<unknown>, options: TestServerOptions = {}): OneDesk {
  let server: TestServer | undefined;
  let open: OpenPage | undefined;
  beforeAll(async () => {
    server = await startServer({ webFolder: builtDesk(), ...options });
    await fill(server);
  }, 240_000);
  afterEach(async () => {
    await open?.leave();
    open = undefined;
  });
  afterAll(async () => {
    await leaveBrowser();
    await server?.close();
  });
  const fresh = async (look: Look = {}): Promise<OpenPage> => (open = await openPage(server!.url, look));
  return {
    get server() {
      return server!;
    },
    get open() {
      return open!;
    },
    fresh,
    visit: async (path, username, look) => {
      const { page } = await fresh(look);
      await page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
      await page.goto(path);
      await settled(page);
      return page;
    },
  };
}
