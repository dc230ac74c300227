/** Every page of the desk, and whose page it is: what is looked at, measured and walked through page by page goes by this list. */
import type { Page } from 'playwright-core';

export interface DeskPage {
  name: string;
  /** `:case` stands for a case that waits for the person, else the first of the list; `:meeting` for the newest meeting;
   *  `:unit` for the one that leads most late cases, else any; `:result` for what a participant
   *  of a meeting reads of it. */
  path: string;
  /** Account of the invented bureau that looks; signed out where there is none. */
  as?: string;
  /** The invented service knows it as well. */
  simple?: boolean;
  /** The tenant of the tests has none: the page says so. */
  isEmpty?: boolean;
  /** Its line stays open: waits for a table instead of a silent network. */
  live?: boolean;
}

/** One line a page. */
export const DESK_PAGES: readonly DeskPage[] = [
  { name: 'sign-in', path: '/sign-in', simple: true },
  { name: 'notice', path: '/notice' },
  { name: 'work', path: '/work', as: 'service-handler', simple: true },
  { name: 'today', path: '/today', as: 'leader' },
  { name: 'inbox', path: '/inbox', as: 'service-handler', simple: true, isEmpty: true },
  { name: 'told', path: '/inbox/who-is-told', as: 'leader' },
  { name: 'morning', path: '/inbox/morning', as: 'leader', isEmpty: true },
  { name: 'cases', path: '/cases', as: 'leader', simple: true },
  { name: 'case-new', path: '/cases/new', as: 'clerk' },
  { name: 'case', path: '/cases/:case', as: 'service-handler', simple: true },
  { name: 'case-form', path: '/cases/:case?do=SUBMIT', as: 'service-handler', simple: true },
  { name: 'talk', path: '/cases/:case/talks/1', as: 'leader', isEmpty: true },
  { name: 'slips', path: '/meetings/:meeting/slips', as: 'clerk', isEmpty: true },
  { name: 'not-found', path: '/nowhere', as: 'leader', simple: true },
  { name: 'meetings', path: '/meetings', as: 'clerk' },
  { name: 'meeting-new', path: '/meetings/new', as: 'clerk' },
  { name: 'meeting-desk', path: '/meetings/:meeting', as: 'clerk' },
  { name: 'results', path: '/meetings/:meeting/results', as: 'clerk' },
  { name: 'owed', path: '/meetings/owed', as: 'clerk' },
  { name: 'result-page', path: ':result', as: 'clerk' },
  { name: 'agenda', path: '/meetings/:meeting/agenda', as: 'clerk' },
  { name: 'import', path: '/ledger/import', as: 'clerk' },
  { name: 'ledger-words', path: '/ledger/import?words=1', as: 'clerk', isEmpty: true },
  { name: 'overdue', path: '/overdue', as: 'leader' },
  { name: 'report', path: '/report', as: 'leader' },
  { name: 'unit', path: '/units/:unit', as: 'leader' },
  { name: 'wall', path: '/wall', as: 'leader', live: true },
  { name: 'visits', path: '/visits', as: 'visitor' },
  { name: 'visit', path: '/visits?case=:case', as: 'visitor' },
  { name: 'texts', path: '/texts', as: 'clerk', isEmpty: true },
  { name: 'account', path: '/account', as: 'service-handler' },
  { name: 'looks', path: '/looks', as: 'auditor' },
  { name: 'setup', path: '/admin/start', as: 'admin' },
  { name: 'list', path: '/admin/list/people', as: 'admin' },
  { name: 'units', path: '/admin/units', as: 'admin' },
  { name: 'people', path: '/admin/people', as: 'admin' },
  { name: 'categories', path: '/admin/categories', as: 'admin' },
  { name: 'calendar', path: '/admin/calendar', as: 'admin' },
  { name: 'workflows', path: '/admin/workflows', as: 'admin' },
  { name: 'workflow', path: '/admin/workflows/rectification/1', as: 'admin' },
  { name: 'migrate', path: '/admin/workflows/rectification/2/migrate', as: 'admin' },
  { name: 'channels', path: '/admin/channels', as: 'admin' },
  { name: 'health', path: '/admin/health', as: 'admin' },
];

async function idOf(page: Page, path: string): Promise<string> {
  const { items } = (await (await page.request.get(path)).json()) as { items?: { id: string }[] };
  return items?.[0]?.id ?? '';
}

/** The unit a leader would ask about first; else the last of all. */
async function unitId(page: Page): Promise<string> {
  const { ask } = (await (await page.request.get('/api/me/briefing')).json()) as { ask: { unitId: string }[] };
  const units = (await (await page.request.get('/api/units')).json()) as { id: string }[];
  return ask[0]?.unitId ?? units.at(-1)!.id;
}

/** A participant's own page of what became of their words. */
async function resultPage(page: Page): Promise<string> {
  const meetings = (await (await page.request.get('/api/meetings')).json()) as { items: { id: string }[] };
  for (const { id } of meetings.items) {
    const { links } = (await (await page.request.get(`/api/meetings/${id}/results`)).json()) as {
      links: { participantId: string | null; path: string | null }[];
    };
    const own = links.find(({ participantId, path }) => participantId !== null && path !== null);
    if (own !== undefined) return own.path!;
  }
  throw new Error('no participant has a page');
}

/** The address with what it stands for filled in, as the person who is signed in on the page sees the tenant. */
export async function addressOf(page: Page, path: string): Promise<string> {
  if (path === ':result') return resultPage(page);
  let filled = path;
  if (path.includes(':case')) {
    const id = (await idOf(page, '/api/work')) || (await idOf(page, '/api/cases?limit=1'));
    filled = filled.replace(':case', id);
  }
  if (filled.includes(':unit')) filled = filled.replace(':unit', await unitId(page));
  return filled.includes(':meeting') ? filled.replace(':meeting', await idOf(page, '/api/meetings')) : filled;
}
