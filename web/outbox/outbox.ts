/** Sends commands so that a bad network loses none: kept first, sent with a client-made id, and sent again with the same id. Those of one
 *  case go in the order in which they were written; no case waits for another. */
import { computed, reactive, shallowRef } from 'vue';
import { answer, api } from '../api/client.js';
import { asProblem, unreachable, type Problem } from '../api/problem.js';
import type { CommandAnswer } from '../api/types.js';
import { queries } from '../app/queries.js';
import { forgetFiles, tidyFiles, withoutBytes, type FileInHand, type KeptFile } from '../keeping/kept-files.js';
import { forgetText, keptText, placesOf, tidyTexts } from '../keeping/kept-texts.js';
import { keeper } from '../keeping/person-key.js';
import type { KeptDraft, Written } from '../form/draft.js';
import { user } from '../session/session.js';
import { newId } from './new-id.js';
import { forget, keep, kept, type Outgoing } from './outbox-store.js';
import { sendFile } from './send-file.js';

export interface Sending extends Omit<Outgoing, 'id' | 'writtenAt' | 'refused' | 'files' | 'draft'> {
  id?: string;
  files?: FileInHand[];
  /** The draft it was typed as: where the outbox has it, that is gone. */
  from?: Pick<Written<unknown>, 'place' | 'flush' | 'handOver' | 'takeBack' | 'clear'>;
  /** Id of the one in the outbox that this takes the place of. */
  replaces?: string;
  /** Whether the form is still there to show a refusal; without it a refused command waits in the outbox. */
  isWatched?: () => boolean;
}

/** `done` with the service's answer, or `kept` on this device until the network is back, or until what it is behind has gone. */
export type Sent = { outcome: 'done'; answer: CommandAnswer } | { outcome: 'kept'; isBehind?: boolean };
/** `one` as it was last tried, with what of its files has arrived. */
type Result = Sent | { outcome: 'refused'; problem: Problem; one: Outgoing };

/** What the signed-in person wrote and the service has not taken yet, oldest first. */
const all = shallowRef<Outgoing[]>([]);
export const outgoing = computed(() => (user.value === null ? [] : all.value.filter(({ id }) => !held.has(id))));
/** Commands that a form is sending before somebody's eyes. */
const held = reactive(new Set<string>());
/** The form was closed: what it was sending is the outbox's. */
export const letGo = (id: string): void => void held.delete(id);
/** A page does not wait longer than this for the browser's own database; milliseconds. */
const PATIENCE = 2_000;
let opening: Promise<void> | undefined;
/** Cases of which something is being sent right now. */
const lanes = reactive(new Map<string, string>());
/** True while anything is being sent. */
export const sending = computed(() => lanes.size > 0);
/** True while this one is being sent. */
export const isSending = (id: string): boolean => [...lanes.values()].includes(id);
/** Of commands whose files are being sent: bytes that have arrived, and all. */
export const progress = reactive<Record<string, { caseId: string; arrived: number; of: number }>>({});

/** Photographs of which nothing arrived for so long stand still; milliseconds. */
const STILL = 8_000;
const FIRST_PAUSE = 4_000;
const LONGEST_PAUSE = 60_000;
let pause = FIRST_PAUSE;
let timer: number | undefined;
/** Commands for whose end somebody waits in front of a form. */
const waiting = new Map<string, (result: Result) => void>();
/** Refused ones of which a form has not yet said whether it keeps them. */
const inForm = new Set<string>();
/** Where the browser keeps nothing, what is being sent is here alone. */
const unsafe = new Map<string, Outgoing>();
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('xiaohao-outbox');

async function refresh(tell = true): Promise<void> {
  if (keeper() !== '') all.value = [...(await kept().catch(() => [])), ...unsafe.values()];
  if (tell) others?.postMessage('changed');
}

/** Plain values: a form hands in Vue's proxies. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Sends a command; the caller shows what comes back. A refusal by the service is thrown as a Problem: where the form is still there it holds
 * what was typed and keeps it as its draft, else the command stays in the outbox. When no answer came, it is kept and sent again later, also
 * after the page was closed. Once it is kept, its draft is gone.
 */
export async function send({ from, replaces, isWatched, files = [], ...draft }: Sending): Promise<Sent> {
  from?.flush();
  const one: Outgoing = {
    ...plain(draft),
    files: files.map(withoutBytes),
    id: draft.id ?? newId(),
    writtenAt: Date.now(),
    ...(from === undefined ? {} : { draft: from.place }),
  };
  // a browser that refuses to store (private mode, full disk) can still send; only the safety net is missing
  const isSafe = await keep(one, replaces).then(
    () => true,
    () => false,
  );
  if (isSafe) from?.handOver();
  else unsafe.set(one.id, one);
  // what waits behind others of its case is not waited for in front of a form
  if (isSafe && lanes.has(one.caseId)) {
    from?.clear();
    await refresh();
    void sendCase(one.caseId);
    return { outcome: 'kept', isBehind: true };
  }
  if (isWatched?.() === true) held.add(one.id);
  const result = await new Promise<Result>((settle) => {
    waiting.set(one.id, settle);
    if (isSafe && files.length > 0) goOnBehind(one.id);
    void refresh().then(() => sendCase(one.caseId));
  });
  unsafe.delete(one.id);
  held.delete(one.id);
  if (result.outcome === 'kept' && !isSafe) throw unreachable();
  if (result.outcome === 'refused') {
    if (from !== undefined && isWatched?.() !== false) await givenBack(result.one, files, from);
    else await keep({ ...result.one, refused: saidOf(result.problem) }).catch(() => undefined);
    inForm.delete(one.id);
    await refresh();
    throw result.problem;
  }
  from?.clear();
  await Promise.all([refresh(), result.outcome === 'done' && renewed(one.caseId)]);
  return result;
}

/** A refused command is a draft again; what of its files has arrived is not sent twice. */
async function givenBack(one: Outgoing, files: FileInHand[], from: NonNullable<Sending['from']>): Promise<void> {
  const arrived = new Map(one.files.map((file) => [file.id, file]));
  for (const file of files) Object.assign(file, arrived.get(file.id));
  from.takeBack();
  await forget(one.id).catch(() => undefined);
}

/** Nobody stands in front of a form while photographs stand still: they go on in the outbox. */
function goOnBehind(id: string, before = -1): void {
  window.setTimeout(() => {
    const settle = waiting.get(id);
    if (settle === undefined) return;
    const arrived = progress[id]?.arrived ?? 0;
    if (arrived > before) return goOnBehind(id, arrived);
    waiting.delete(id);
    settle({ outcome: 'kept' });
  }, STILL);
}

const saidOf = ({ code, message, messageZh }: Problem): Outgoing['refused'] & object => ({ code, message, messageZh });

const renewed = (caseId: string): Promise<unknown> =>
  Promise.all([['case', caseId], ['work'], ['cases']].map((queryKey) => queries.invalidateQueries({ queryKey })));

/** Sends what waits of one case, in order, until one gets no answer. */
async function sendCase(caseId: string): Promise<void> {
  if (lanes.has(caseId)) return;
  lanes.set(caseId, '');
  try {
    await alone(caseId, async () => {
      for (let one = next(caseId); one !== undefined; one = next(caseId)) {
        lanes.set(caseId, one.id);
        const result = await outcomeOf(one);
        const settle = waiting.get(one.id);
        waiting.delete(one.id);
        if (result.outcome === 'kept') {
          later();
          settle?.(result);
          return;
        }
        pause = FIRST_PAUSE;
        if (settle === undefined) await ended(one, result);
        if (settle !== undefined && result.outcome === 'refused') inForm.add(one.id);
        const { id } = one;
        all.value = all.value.filter((other) => other.id !== id);
        if (settle === undefined) await refresh();
        else settle(result);
      }
    });
  } finally {
    lanes.delete(caseId);
    for (const { id } of all.value.filter((one) => one.caseId === caseId)) {
      waiting.get(id)?.({ outcome: 'kept' });
      waiting.delete(id);
    }
  }
}

const next = (caseId: string): Outgoing | undefined =>
  all.value.find((one) => one.caseId === caseId && one.refused === undefined && !inForm.has(one.id));

/** One tab at a time sends what waits of a case, where the browser can tell them apart. */
async function alone(caseId: string, act: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) return act();
  await locks.request(`xiaohao ${caseId}`, { ifAvailable: true }, (lock) => (lock === null ? later() : act()));
}

async function outcomeOf(one: Outgoing): Promise<Result> {
  try {
    const done = await dispatch(one);
    await forget(one.id).catch(() => undefined);
    await forgetFiles(one.files);
    return { outcome: 'done', answer: done };
  } catch (error) {
    const problem = asProblem(error);
    // whoever did not sign in again in front of a form goes on typing there; what waits behind the scenes goes on waiting
    const mayPass = problem.mayPass || (problem.status === 401 && !waiting.has(one.id));
    return mayPass ? { outcome: 'kept' } : { outcome: 'refused', problem, one };
  } finally {
    delete progress[one.id];
  }
}

/** What becomes of one that nobody waits for. */
async function ended(one: Outgoing, result: Result): Promise<void> {
  if (result.outcome === 'refused') await keep({ ...one, refused: saidOf(result.problem) });
  else await renewed(one.caseId);
}

/** Files first, each remembered as soon as it is there, then the command itself. */
async function dispatch(one: Outgoing): Promise<CommandAnswer> {
  const of = one.files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const file of one.files) {
    if (file.sentAs === undefined) {
      const heard = (arrived: number): void =>
        void (progress[one.id] = { caseId: one.caseId, arrived: before + arrived, of });
      heard(0);
      file.sentAs = await sendFile(one.caseId, file, heard, one.absentId);
      await keep(one).catch(() => undefined);
    }
    before += file.size;
  }
  const { id, type, caseId, expectedVersion, absentId } = one;
  const payload = { ...one.payload, ...sentFiles(one.files) };
  const body = {
    ...payload,
    id,
    type,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(absentId === undefined ? {} : { absentId }),
  };
  return answer(api.POST('/api/cases/{id}/commands', { params: { path: { id: caseId } }, body }));
}

/** Ids of attachments by the field they belong to. */
function sentFiles(files: readonly KeptFile[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { field, sentAs } of files) if (sentAs !== undefined) (found[field] ??= []).push(sentAs);
  return found;
}

/** Sends all that waits: each case for itself, those with words alone first. */
export async function retryNow(): Promise<void> {
  if (user.value === null || keeper() === '') return;
  window.clearTimeout(timer);
  timer = undefined;
  await refresh(false);
  const open = all.value.filter(({ refused }) => refused === undefined);
  const weight = (caseId: string): number => (open.find((one) => one.caseId === caseId)!.files.length > 0 ? 1 : 0);
  const cases = [...new Set(open.map(({ caseId }) => caseId))].sort((a, b) => weight(a) - weight(b));
  await Promise.all(cases.map(sendCase));
}

/** Gives up one that was refused or is no longer wanted, its files included. */
export async function drop(id: string): Promise<void> {
  const one = all.value.find((other) => other.id === id);
  await forget(id);
  await forgetFiles(one?.files ?? []);
  await refresh();
}

/** Keeps one that was opened again as it is now. */
export async function change(one: Outgoing): Promise<void> {
  await keep(plain(one));
  await refresh();
}

function later(): void {
  if (timer !== undefined) return;
  timer = window.setTimeout(() => void retryNow(), pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

/** Once the person is known, before any form opens: what the outbox has is no draft any more, and what nobody needs is put away. */
export function openOutbox(): Promise<void> {
  if (keeper() === '') return Promise.resolve();
  opening ??= Promise.race([open(), new Promise<void>((done) => window.setTimeout(done, PATIENCE))]);
  return opening;
}

async function open(): Promise<void> {
  tidyTexts();
  const waits = await kept().catch(() => undefined);
  for (const { draft, writtenAt } of waits ?? []) {
    // what was begun after it was sent is another one
    if (draft !== undefined && (keptText(draft)?.at ?? 0) <= writtenAt) forgetText(draft);
  }
  all.value = waits ?? [];
  if (waits === undefined) return; // nobody knows which files are still needed
  const drafts = placesOf('').map((place) => keptText<KeptDraft<unknown>>(place)?.value);
  const needed = [...waits, ...drafts].flatMap((one) => one?.files ?? []).map(({ id }) => id);
  void tidyFiles(new Set(needed)).catch(() => undefined);
}

/** Starts retrying: at once, whenever the network comes back, and whenever the person comes back to the page. */
export function watchOutbox(): void {
  const soon = (): void => {
    pause = FIRST_PAUSE;
    void retryNow();
  };
  window.addEventListener('online', soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
  if (others !== undefined) others.onmessage = () => void refresh(false);
  soon();
}
