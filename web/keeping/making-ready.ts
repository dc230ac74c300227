/** Files on their way into a form: made smaller, encrypted or read again. Whoever sends now means them too, and waits. */
import { ref, type InjectionKey, type Ref } from 'vue';
import type { FileInHand } from './kept-files.js';

/** Where the files of a form are collected, also once the form is closed: given by whoever keeps its draft. */
export const FILES_OF_FORM: InjectionKey<Ref<FileInHand[]>> = Symbol('files of a form');

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

/** Resolves once all that is on its way now has ended. */
export const allReady = (): Promise<unknown> => before;
