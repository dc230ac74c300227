/** Keeps what could not be sent yet in the browser, encrypted for the person who wrote it, also when the page is closed. */
import type { Said } from '../api/problem.js';
import type { FormSchema, Labels } from '../api/types.js';
import { inDatabase } from '../keeping/database.js';
import { keepFile, withoutBytes, type KeptFile } from '../keeping/kept-files.js';
import { keeper, openedValue, sealedValue } from '../keeping/person-key.js';

export interface Outgoing {
  /** The command's id: the same for every attempt, so the service does it once. */
  id: string;
  caseId: string;
  /** For the person: which case, which action, and the form in which it opens again. */
  caseNumber: string;
  labels: Labels;
  type: string;
  schema?: FormSchema;
  /** The version of the case that the form showed. */
  expectedVersion?: number;
  /** Somebody absent in whose name it is sent, and their name; in the sender's own where left out. */
  absentId?: string;
  inNameOf?: string;
  payload: Record<string, unknown>;
  /** Files to send first; their ids then go into `payload[field]`. */
  files: KeptFile[];
  /** Epoch milliseconds. */
  writtenAt: number;
  /** Where the draft lay that it was: wherever this is kept, that is gone. */
  draft?: string;
  /** Set when the service refused it while nobody was looking. */
  refused?: Said;
}

interface Row {
  id: string;
  ownerId: string;
  sealed: Uint8Array;
}
/** As an earlier version kept it, in clear. */
interface ClearRow extends Omit<Outgoing, 'files'> {
  ownerId: string;
  files: { field: string; name: string; blob: Blob }[];
}

const place = (id: string): string => `command ${id}`;

/** All that waits of the person who is signed in, oldest first. */
export async function kept(): Promise<Outgoing[]> {
  const rows = await inDatabase<(Row | ClearRow)[]>('readonly', (store) => store('outgoing').getAll());
  const mine = rows.filter(({ ownerId }) => ownerId === keeper());
  const found = await Promise.all(
    mine.map((row) => ('sealed' in row ? openedValue<Outgoing>(row.sealed, place(row.id)) : takenOver(row))),
  );
  return found.filter((one): one is Outgoing => one !== undefined).sort((a, b) => a.writtenAt - b.writtenAt);
}

/** Keeps one, in place of another where that is named; resolves when it is on disk. */
export async function keep(one: Outgoing, replaced?: string): Promise<void> {
  const row: Row = {
    id: one.id,
    ownerId: keeper(),
    sealed: sealedValue({ ...one, files: one.files.map(withoutBytes) }, place(one.id)),
  };
  await inDatabase('readwrite', (store) => {
    if (replaced !== undefined && replaced !== one.id) store('outgoing').delete(replaced);
    return store('outgoing').put(row);
  });
}

/** Forgets one; the bytes of its files are another matter. */
export const forget = (id: string): Promise<unknown> =>
  inDatabase('readwrite', (store) => store('outgoing').delete(id));

async function takenOver({ ownerId: _, files, ...one }: ClearRow): Promise<Outgoing> {
  const sealed = await Promise.all(files.map(({ field, name, blob }) => keepFile(field, name, blob)));
  const taken: Outgoing = { ...one, files: sealed.map(withoutBytes) };
  await keep(taken);
  return taken;
}
