/** Keeps the number of unread messages right: told by the service while the page is in sight, asked for where the line is cut. A page that
 *  nobody sees lets its line go and hears the number from one that is seen. */
import { answer, api } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { queries } from '../app/queries.js';
import { user } from '../session/session.js';
import { unread } from './unread.js';

/** Three heartbeats of the service, milliseconds: who has heard nothing for longer listens to a dead line. */
const SILENCE = 45_000;
/** Between two questions while the line is cut, milliseconds. */
const AGAIN = 30_000;
/** Who only looked something up in another window keeps the line; milliseconds. */
const AWAY = 20_000;

/** How the inbox stands, as the stream says it. */
interface Mark {
  unread: number;
  /** The entry that came in last. */
  newest: string | null;
}
interface Told extends Mark {
  person: string;
}
let newest: string | null = null;

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('xiaohao.inbox') : undefined;
channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if (data.person === user.value?.id) hear(data);
});
function pass(): void {
  if (user.value !== null && unread.value !== null)
    channel?.postMessage({ person: user.value.id, unread: unread.value, newest } satisfies Told);
}

/** What somebody else brought: what came in, or was read elsewhere, is to be seen where messages and the work behind them are shown. */
function hear(mark: Mark): void {
  const isKnown = unread.value === null || (unread.value === mark.unread && newest === mark.newest);
  const isNews = unread.value !== null && newest !== mark.newest;
  [unread.value, newest] = [mark.unread, mark.newest];
  if (!isKnown) void queries.invalidateQueries({ queryKey: ['inbox'] });
  if (isNews) void queries.invalidateQueries({ queryKey: ['work'] });
}

/** The number as an answer of the service says it: shown here and in the person's other tabs. */
export function tellUnread(count: number): void {
  unread.value = count;
  pass();
}

/** Listens until the answer is called. */
export function listenToInbox(): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let leaving: number | undefined;
  let isReplaced = false;

  const later = (act: () => void, ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };
  function open(): void {
    source?.close();
    const opened = (source = new EventSource('/api/inbox/stream'));
    const alive = (): void => later(open, SILENCE);
    opened.addEventListener('alive', alive);
    opened.addEventListener('inbox', ({ data }: MessageEvent<string>) => {
      alive();
      hear(JSON.parse(data) as Mark);
      pass();
    });
    opened.addEventListener('replaced', () => {
      // Not again: the page that came last would have to go, and so on in a ring.
      isReplaced = true;
      opened.close();
      later(() => void ask(), AGAIN);
    });
    opened.addEventListener('error', () => {
      // Closed for good means refused. Else the browser is already trying again.
      if (opened.readyState === EventSource.CLOSED) later(() => void ask(), unread.value === null ? 0 : AGAIN);
    });
    alive();
  }
  async function ask(): Promise<void> {
    try {
      tellUnread((await answer(api.GET('/api/inbox', { params: { query: { unread: true, limit: 1 } } }))).unread);
      later(isReplaced ? () => void ask() : open, AGAIN);
    } catch (error) {
      later(() => void ask(), asProblem(error).mayPass ? AGAIN : 10 * AGAIN);
    }
  }
  function close(): void {
    window.clearTimeout(timer);
    source?.close();
    source = undefined;
  }
  function seen(): void {
    window.clearTimeout(leaving);
    if (document.hidden) leaving = window.setTimeout(close, AWAY);
    else if (source === undefined) open();
  }
  document.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.clearTimeout(leaving);
    close();
  };
}
