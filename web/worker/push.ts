/** Messages that arrive while the desk is closed: shown as number and topic, and opened in a tab that is there or in a new one. */
import { theReader } from '../keeping/device-database.js';

/** As the service sends it (src/notify/channels/web-push.ts). */
interface Pushed {
  title?: string;
  body?: string;
  href?: string;
  tag?: string;
}

/** A tab that does not answer within this is no page of the desk; milliseconds. */
const PATIENCE = 1_000;
const INBOX = '/inbox';
/** Where nobody is signed in here, whoever holds the telephone learns that there is something and not what. */
const NOTHING_SAID: Pushed = { title: '销号', body: '有新消息，请登录查看 / You have a new message: please sign in' };

/** Shows what was pushed. A browser takes the right to push from whoever shows nothing. */
export async function show(self: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const said = (await theReader())?.isIn === true ? pushedIn(data) : NOTHING_SAID;
  await self.registration.showNotification(said.title ?? '销号', {
    body: said.body ?? '',
    tag: said.tag ?? 'xiaohao',
    icon: '/icons/192.png',
    badge: '/icons/badge.png',
    data: { href: said.href ?? INBOX },
  });
}

function pushedIn(data: PushMessageData | null): Pushed {
  try {
    return (data?.json() as Pushed | undefined) ?? NOTHING_SAID;
  } catch {
    return NOTHING_SAID;
  }
}

/** Opens what a notification is about. */
export async function openFrom(self: ServiceWorkerGlobalScope, { data }: Notification): Promise<void> {
  const given = String((data as { href?: string } | null)?.href ?? INBOX);
  // only addresses of our own: `//elsewhere` would lead away
  const href = /^\/(?![/\\])/.test(given) ? given : INBOX;
  const tabs = await self.clients.matchAll({ type: 'window' });
  for (const tab of [...tabs].sort((a, b) => Number(b.focused) - Number(a.focused))) {
    if (!(await goes(tab, href))) continue;
    await tab.focus().catch(() => undefined);
    return;
  }
  await self.clients.openWindow(href);
}

/** True where the page in the tab has gone there; what is typed in it is kept as its draft. */
function goes(tab: WindowClient, href: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = () => answered(true);
    setTimeout(() => answered(false), PATIENCE);
    tab.postMessage({ type: 'open', href }, [port2]);
  });
}
