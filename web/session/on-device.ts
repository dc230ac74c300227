/** Reading without a network: keeps what the service answers about one's work, gives it back where no answer comes, and lets go of all of it
 *  when its person leaves. Loaded after the page is there; see docs/decisions/066. */
import { watch } from 'vue';
import { connection } from '../api/connection.js';
import { asProblem } from '../api/problem.js';
import { serviceTime } from '../api/service-time.js';
import type { Me } from '../api/types.js';
import { queries } from '../app/queries.js';
import { theDoor, theReader } from '../keeping/device-database.js';
import { closeDoor, makeDoor, openDoor } from '../keeping/door.js';
import { forgetAnswer, keepAnswer, keptAnswer, nameOf } from '../keeping/kept-answers.js';
import { noteKept } from '../keeping/kept-here.js';
import { keeper } from '../keeping/person-key.js';
import { cameReader, forgetReader, quietReader } from '../push/push.js';
import { keepsOnDevice } from './keeps-on-device.js';

/** A start does not wait longer for the service where the device knows the person; milliseconds. */
const PATIENCE = 4_000;

const after = (ms: number): Promise<undefined> => new Promise((done) => setTimeout(() => done(undefined), ms));

/** Who is signed in, as the service says; where it does not say so in time, as this device remembers. `late` hears the service's word that came
 *  after that. Rejects where neither knows. */
export async function presentOrKept(present: Promise<Me>, late: (me: Me) => void): Promise<Me> {
  const answered = present.then(
    (me) => ({ me, fault: undefined }),
    (fault: unknown) => ({ me: undefined, fault }),
  );
  const first = await Promise.race([answered, after(PATIENCE)]);
  if (first?.me !== undefined) return first.me;
  if (first !== undefined && !asProblem(first.fault).mayPass) throw first.fault;
  const kept = await openDoor();
  if (kept === undefined) return present;
  void answered.then(({ me }) => me !== undefined && late(me));
  return (remembered = kept);
}

/** The person as this device remembered them when the page started. */
let remembered: Me | undefined;

let isWatching = false;

/** This person is here: from now on their answers are kept, and nobody else's are left. */
export async function came(me: Me): Promise<void> {
  if (!keepsOnDevice()) await closeDoor();
  // who was remembered is no news of the service: what is kept for them ends when it would have ended
  else if (me !== remembered) await makeDoor(me).catch(() => undefined);
  await cameReader(me.user.id).catch(() => undefined);
  await note();
  if (!isWatching) watchAnswers();
  isWatching = true;
  // what was read before this was loaded
  for (const query of queries.getQueryCache().getAll())
    keep(query.queryKey, query.state.data, query.state.dataUpdatedAt);
}

/** Their session is not there any more: what they could read without it goes, and messages no longer say what they are about. What they have
 *  not sent stays, encrypted. */
export async function ended(personId: string | undefined): Promise<void> {
  await closeDoor(personId);
  await quietReader(personId);
  await note();
}

/** They leave this device: it is woken for them no more either. */
export async function left(personId: string | undefined): Promise<void> {
  await closeDoor(personId);
  await forgetReader().catch(() => undefined);
  await note();
}

async function note(): Promise<void> {
  noteKept((await theDoor()) !== undefined || (await theReader()) !== undefined);
}

type Question = readonly unknown[];

function keep(question: Question, value: unknown, at: number): void {
  const name = nameOf(question);
  if (name === undefined || value === undefined || keeper() === '' || !keepsOnDevice()) return;
  // the page draws first
  window.setTimeout(() => void keepAnswer(name, value, serviceTime(at)).catch(() => undefined), 200);
}

async function giveBack(question: Question): Promise<void> {
  const name = nameOf(question);
  const kept = name === undefined ? undefined : await keptAnswer(name.id);
  if (kept !== undefined && queries.getQueryData(question) === undefined)
    queries.setQueryData(question, kept.value, { updatedAt: kept.at });
}

function watchAnswers(): void {
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return;
    const { query, action } = event;
    const { queryKey, state } = query;
    if (action.type === 'success' && action.manual !== true) keep(queryKey, state.data, state.dataUpdatedAt);
    else if (action.type === 'failed' || action.type === 'error') {
      const { status, mayPass } = asProblem(action.error);
      if (mayPass) void giveBack(queryKey);
      // what they may see no longer is not kept for them
      else if ((status === 403 || status === 404) && nameOf(queryKey) !== undefined)
        void forgetAnswer(nameOf(queryKey)!.id);
    } else if (action.type === 'fetch' && state.data === undefined) void after(PATIENCE).then(() => giveBack(queryKey));
  });
  const again = (): void =>
    void queries.invalidateQueries({ predicate: ({ state }) => state.error !== null || state.fetchFailureCount > 0 });
  watch(connection, (now) => now === 'fine' && again());
  window.addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
}
