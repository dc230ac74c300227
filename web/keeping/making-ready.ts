/** Files on their way into a form: made smaller, sealed or read again. Whoever sends now means them too, and waits. */
import { ref } from 'vue';

/** How many files are on their way. */
export const makingReady = ref(0);
let before: Promise<unknown> = Promise.resolve();

/** What `act` answers, begun once all that was given before has ended: of two that add to the same list at once, one would be lost.
 *  `files` are counted until then. */
export function madeReady<T>(files: number, act: () => Promise<T>): Promise<T> {
  makingReady.value += files;
  const mine = before.then(act).finally(() => (makingReady.value -= files));
  before = mine.catch(() => undefined);
  return mine;
}
