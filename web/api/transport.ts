/** How a request travels: watched for slowness, repeated once the session has been renewed, refused with a Problem. */
import { currentLanguage } from '../language/current.js';
import { requestBegan } from './connection.js';
import { problemOf, unreachable } from './problem.js';
import { heardTime } from './service-time.js';

/** Asks for a sign-in over the page; true when the same person is back and the request may be repeated. */
type Renew = () => Promise<boolean>;
let renew: Renew = () => Promise.resolve(false);

/** Tells the transport what to do when the session has ended; the session does so once. */
export function onSessionEnd(ask: Renew): void {
  renew = ask;
}

let actor: string | undefined;

/** From now on every request says for whom it is meant: in another tab somebody else may sign in, and nothing must be done in their name. */
export function actFor(personId: string): void {
  actor = personId;
}

const GIVE_UP = 60_000;
const SESSION = ['/api/me', '/api/session'];
/** The session lives, but its password was set by somebody else: it is replaced at the sign-in, so that is asked for again. */
const PASSWORD_DUE = 'account.passwordDue';

/** The answer, always a good one; throws a Problem otherwise. An ended session is renewed first and the request repeated, so
 *  that nothing that was typed is lost. */
export async function travel(request: Request): Promise<Response> {
  const again = request.clone();
  const isOfSession = SESSION.includes(new URL(request.url).pathname);
  request.headers.set('accept-language', currentLanguage());
  if (actor !== undefined && !isOfSession) request.headers.set('x-acting-person', actor);
  const ended = requestBegan();
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), GIVE_UP);
  const leave = (): void => stop.abort();
  request.signal.addEventListener('abort', leave, { once: true });
  let response: Response;
  try {
    response = await fetch(request, { signal: stop.signal });
  } catch (error) {
    ended(request.signal.aborted); // a reader who went to another page says nothing about the service
    if (request.signal.aborted) throw error;
    throw unreachable();
  } finally {
    window.clearTimeout(timer);
    request.signal.removeEventListener('abort', leave);
  }
  ended(response.status < 502);
  heardTime(response.headers.get('date'));
  if (response.ok) return response;
  const problem = problemOf(response.status, await response.json().catch(() => null));
  const ends = response.status === 401 || problem.code === PASSWORD_DUE;
  if (ends && !isOfSession && (await renew())) return travel(again);
  throw problem;
}
