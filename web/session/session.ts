/** Who is signed in. When the session ends while somebody works, they sign in over the page and nothing they typed is lost. */
import { computed, ref } from 'vue';
import { answer, api } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { actFor, onSessionEnd } from '../api/transport.js';
import type { Me, Role, User } from '../api/types.js';
import { isKeptHere } from '../keeping/kept-here.js';
import { holdKey, readyToKeep } from '../keeping/person-key.js';
import { officeZone } from '../language/office-zone.js';

const user = ref<User | null>(null);
/** True while the dialog asks the person to sign in again. */
const asking = ref(false);
let waiting: ((renewed: boolean) => void)[] = [];
let asked: Promise<User | null> | undefined;

const roles = computed(() => new Set((user.value?.roles ?? []).map(({ role }) => role)));

/** True between a sign-in with a password that somebody else set and the change of it. */
const owesPassword = ref(false);

/** What keeps for this person on this device, once it is loaded: app/installed.ts does so when the page is there. */
let device: typeof import('./on-device.js') | undefined;
const loadDevice = async (): Promise<typeof import('./on-device.js')> =>
  (device ??= (await import('../app/installed.js')).device);
let present: Me | undefined;

/** From now on what the signed-in person reads is kept where this device does that. */
export async function keepOnDevice(): Promise<void> {
  const { came } = await loadDevice();
  if (present !== undefined) await came(present);
}

/** What is kept to be read without the service goes: their session is no longer there. */
async function forgetKept(): Promise<void> {
  if (device === undefined && !isKeptHere()) return;
  await (await loadDevice()).ended(present?.user.id);
}

onSessionEnd(() => {
  // while the new password is asked for, nothing else may wait for a sign-in: the form would wait for itself
  if (user.value === null || owesPassword.value) return Promise.resolve(false);
  void forgetKept().catch(() => undefined);
  asking.value = true;
  return new Promise((renewed) => waiting.push(renewed));
});

function known(me: Me): User {
  const { user: person, officeZone: zone, draftKey } = me;
  present = me;
  void device?.came(me);
  holdKey(person.id, draftKey);
  actFor(person.id);
  officeZone.value = zone;
  return (user.value = person);
}

function finish(renewed: boolean): void {
  asking.value = false;
  const all = waiting;
  waiting = [];
  for (const tell of all) tell(renewed);
}

/** The signed-in person of this browser, asked once; null when nobody is. Throws a Problem when the service cannot be reached. */
export function whoAmI(): Promise<User | null> {
  asked ??= Promise.all([whoIsHere(), readyToKeep()])
    // nothing is open to them before they have set a password of their own, which is part of signing in
    .then(([me]) => (me.passwordDue === true ? null : known(me)))
    .catch((error: unknown) => {
      if (error instanceof Problem && error.status === 401) return forgetKept().then(() => null);
      asked = undefined;
      throw error;
    });
  return asked;
}

/** As the service says, or as this device remembers where it cannot be reached. */
function whoIsHere(): Promise<Me> {
  const said = answer(api.GET('/api/me'));
  return isKeptHere() ? loadDevice().then(({ presentOrKept }) => presentOrKept(said, enter)) : said;
}

/** Signs in; throws a Problem when refused. False: the password was set by somebody else, `setOwnPassword` comes next. */
export async function signIn(username: string, password: string): Promise<boolean> {
  const [me] = await Promise.all([answer(api.POST('/api/session', { body: { username, password } })), readyToKeep()]);
  owesPassword.value = me.passwordDue === true;
  if (!owesPassword.value) enter(me);
  return !owesPassword.value;
}

/** Replaces the password, ends every other session, and goes on as signed in. Throws a Problem when refused. */
export async function setOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
  await readyToKeep();
  await answer(api.PATCH('/api/me/password', { body: { currentPassword, newPassword } }));
  owesPassword.value = false;
  enter(await answer(api.GET('/api/me')));
}

/** The person is in. While the dialog asks, the requests that waited go on, but only for the same person: for another one the page
 *  starts afresh, so that nobody sends in another's name or sees what they wrote. */
function enter(me: Me): void {
  if (user.value !== null && me.user.id !== user.value.id) {
    location.assign('/');
    return;
  }
  asked = Promise.resolve(known(me));
  finish(true);
}

/** Ends the session here and at the service. The page starts afresh: no data of this person stays in memory. */
export async function signOut(): Promise<void> {
  // also where the service cannot be told: whoever leaves a telephone leaves nothing to read in it
  if (device !== undefined || isKeptHere()) await (await loadDevice()).left(present?.user.id);
  await answer(api.DELETE('/api/session'));
  tellOtherTabs();
  location.assign('/sign-in');
}

const LEFT = 'xiaohao.left';

function tellOtherTabs(): void {
  try {
    localStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // a forbidden store: the other tabs find out with their next request
  }
}

// whoever leaves, leaves in every tab; and a page that the browser had put aside as it was does not come back with what it showed
window.addEventListener('storage', ({ key }) => key === LEFT && user.value !== null && location.assign('/sign-in'));
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

/** Leaves the dialog without signing in: what waited is refused, what was typed stays. */
export const notNow = (): void => finish(false);

/** True when the person holds one of these roles anywhere. Decides what the navigation offers, never what is allowed. */
export const holdsAny = (wanted: readonly Role[]): boolean => wanted.some((role) => roles.value.has(role));

export { user, roles, asking, owesPassword };
