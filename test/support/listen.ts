/** Listens to a stream of server-sent events as a browser does. */

export interface Event {
  type: string;
  data: unknown;
}
export interface Listening {
  /** The next event of the type; others are passed over. */
  next: (type: string) => Promise<Event>;
  ended: Promise<void>;
  end: () => void;
}

/** The events of the stream as they come; `end` hangs up. */
export function listenTo(url: string, cookie: string): Listening {
  const stop = new AbortController();
  const waiting: Event[] = [];
  let tell: () => void = () => undefined;
  const ended = (async (): Promise<void> => {
    const response = await fetch(url, { headers: { cookie }, signal: stop.signal });
    if (response.headers.get('content-type') !== 'text/event-stream') throw new Error(`status ${response.status}`);
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (text + chunk).split('\n\n');
      text = parts.pop()!;
      for (const part of parts) {
        const of = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
        if (of('event') !== '') waiting.push({ type: of('event'), data: JSON.parse(of('data')) });
      }
      tell();
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  const next = async (type: string): Promise<Event> => {
    for (;;) {
      const event = waiting.shift();
      if (event === undefined) await new Promise<void>((come) => (tell = come));
      else if (event.type === type) return event;
    }
  };
  return { next, ended, end: () => stop.abort() };
}

/** The session cookie of somebody who signs in with the password that `startServer` gave them. */
export async function cookieFrom(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: `password of ${username}` }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}
