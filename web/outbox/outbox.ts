/** Sends commands so that a bad network loses none: kept first, sent with a client-made id, and sent again with the same id. */
import { computed, ref, shallowRef } from 'vue';
import { answer, api, uploadEvidence } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import type { CommandAnswer } from '../api/types.js';
import { queries } from '../app/queries.js';
import { user } from '../session/session.js';
import { newId } from './new-id.js';
import { forget, keep, kept, type Outgoing } from './outbox-store.js';

export type Draft = Omit<Outgoing, 'id' | 'ownerId' | 'writtenAt' | 'refused' | 'files'> & {
  id?: string;
  files?: Outgoing['files'];
};

/** `done` with the service's answer, or `kept` on this device until the network is back. */
export type Sent = { outcome: 'done'; answer: CommandAnswer } | { outcome: 'kept' };

const all = shallowRef<Outgoing[]>([]);
/** What the signed-in person wrote and the service has not taken yet, oldest first. */
export const outgoing = computed(() => all.value.filter(({ ownerId }) => ownerId === user.value?.id));
/** True while a retry is under way. */
export const sending = ref(false);

const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 60_000;
let pause = FIRST_PAUSE;
let timer: number | undefined;
/** Ids a form is sending right now: a retry must not send them as well. */
const inHand = new Set<string>();

const refresh = async (): Promise<void> => {
  all.value = await kept().catch(() => []);
};

/**
 * Sends a command; the caller shows what comes back. A refusal by the service is thrown as a Problem, and the command is not kept:
 * the form still holds what was typed. When no answer came, it is kept and sent again later, also after the page was closed.
 */
export async function send(draft: Draft): Promise<Sent> {
  const one: Outgoing = {
    ...(JSON.parse(JSON.stringify({ ...draft, files: undefined })) as Omit<Draft, 'files'>),
    // plain objects: a form hands in Vue's proxies, which the browser's store refuses, and with them the whole command
    files: (draft.files ?? []).map(({ field, name, blob }) => ({ field, name, blob })),
    id: draft.id ?? newId(),
    ownerId: user.value?.id ?? '',
    writtenAt: Date.now(),
  };
  // a browser that refuses to store (private mode, full disk) can still send; only the safety net is missing
  const isSafe = await keep(one).then(
    () => true,
    () => false,
  );
  inHand.add(one.id);
  try {
    const done = await dispatch(one);
    await forget(one.id).catch(() => undefined);
    return { outcome: 'done', answer: done };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.mayPass && isSafe) {
      later();
      return { outcome: 'kept' };
    }
    await forget(one.id).catch(() => undefined);
    throw problem;
  } finally {
    inHand.delete(one.id);
    await refresh();
  }
}

/** Files first, each remembered as soon as it is there, then the command itself. */
async function dispatch(one: Outgoing): Promise<CommandAnswer> {
  for (let file = one.files[0]; file !== undefined; file = one.files[0]) {
    const id = await uploadEvidence(one.caseId, file.blob, file.name);
    const named = one.payload[file.field];
    one.payload[file.field] = [...(Array.isArray(named) ? named : []), id];
    one.files.shift();
    await keep(one).catch(() => undefined);
  }
  const { id, type, payload, caseId, expectedVersion } = one;
  const body = { ...payload, id, type, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
  const done = await answer(api.POST('/api/cases/{id}/commands', { params: { path: { id: caseId } }, body }));
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['case', caseId] }),
    queries.invalidateQueries({ queryKey: ['work'] }),
    queries.invalidateQueries({ queryKey: ['cases'] }),
  ]);
  return done;
}

/** Sends all that waits, in the order in which it was written. Stops at the first that gets no answer. */
export async function retryNow(): Promise<void> {
  if (sending.value || user.value === null) return;
  sending.value = true;
  window.clearTimeout(timer);
  try {
    await refresh();
    for (const one of outgoing.value) {
      if (one.refused !== undefined || inHand.has(one.id)) continue;
      try {
        await dispatch(one);
        await forget(one.id);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.mayPass || problem.status === 401) {
          later();
          return;
        }
        const { code, message, messageZh } = problem;
        await keep({ ...one, refused: { code, message, messageZh } });
      }
    }
    pause = FIRST_PAUSE;
  } finally {
    sending.value = false;
    await refresh();
  }
}

/** Gives up one that was refused or is no longer wanted. */
export async function drop(id: string): Promise<void> {
  await forget(id);
  await refresh();
}

function later(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void retryNow(), pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

/** Starts retrying: at once, whenever the network comes back, and whenever the person comes back to the page. */
export function watchOutbox(): void {
  const soon = (): void => {
    pause = FIRST_PAUSE;
    void retryNow();
  };
  window.addEventListener('online', soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
  soon();
}
