/** Photographs and files of drafts and of what waits to be sent: encrypted in the browser's database, so that they survive the back button,
 *  a reload and a closed page. Their names and sizes stand with the draft or the command. */
import { newId } from '../outbox/new-id.js';
import { inDatabase } from './database.js';
import { keeper, opened, sealed } from './person-key.js';

/** What a draft or a command knows of a file. */
export interface KeptFile {
  /** Its own UUID: by it the bytes are found here, and the service knows what of it has arrived. */
  id: string;
  field: string;
  name: string;
  type: string;
  size: number;
  /** Id of the attachment, once it has been sent. */
  sentAs?: string;
}
/** One with its bytes. */
export interface FileInHand extends KeptFile {
  blob: Blob;
}

interface Row {
  id: string;
  ownerId: string;
  at: number;
  pieces: Uint8Array[];
}

/** Bytes that are encrypted in one go: little enough that the page stays awake in between. */
const PIECE = 256 * 1024;
/** A file that belongs to no draft and no command any more is removed after this long: another tab may just be adding it. */
const LINGERS = 86_400_000;
/** Files of this page; where the browser keeps none, these are all there are. */
const inHand = new Map<string, Blob>();

const place = (id: string, piece: number): string => `file ${id} ${piece}`;
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

/** A file that was chosen, kept from now on as far as the browser allows. */
export async function keepFile(field: string, name: string, blob: Blob): Promise<FileInHand> {
  const file = { id: newId(), field, name, type: blob.type, size: blob.size, blob };
  inHand.set(file.id, blob);
  await write(file.id, blob).catch(() => undefined);
  return file;
}

async function write(id: string, blob: Blob): Promise<void> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
    pieces.push(sealed(bytes.subarray(from, from + PIECE), place(id, pieces.length)));
    await pause();
  }
  const row: Row = { id, ownerId: keeper(), at: Date.now(), pieces };
  await inDatabase('readwrite', (store) => store('files').put(row));
}

/** The bytes of a file; undefined where they are gone. */
export async function bytesOf({ id, type }: KeptFile): Promise<Blob | undefined> {
  const known = inHand.get(id);
  if (known !== undefined) return known;
  const row = await inDatabase<Row | undefined>('readonly', (store) => store('files').get(id)).catch(() => undefined);
  const parts: BlobPart[] = [];
  for (const [at, piece] of (row?.pieces ?? []).entries()) {
    const part = opened(piece, place(id, at));
    if (part === undefined) return undefined;
    parts.push(part as Uint8Array<ArrayBuffer>);
    await pause();
  }
  if (row === undefined) return undefined;
  const blob = new Blob(parts, { type });
  inHand.set(id, blob);
  return blob;
}

/** Those of the files whose bytes are still there, with them. */
export async function inHandOf(files: readonly KeptFile[]): Promise<FileInHand[]> {
  const found = await Promise.all(files.map(async (file) => ({ ...file, blob: await bytesOf(file) })));
  return found.filter((one): one is FileInHand => one.blob !== undefined);
}

/** What is written beside the draft or the command. */
export const withoutBytes = ({ id, field, name, type, size, sentAs }: KeptFile): KeptFile => ({
  id,
  field,
  name,
  type,
  size,
  ...(sentAs === undefined ? {} : { sentAs }),
});

/** Forgets the bytes. */
export async function forgetFiles(files: readonly KeptFile[]): Promise<void> {
  for (const { id } of files) {
    inHand.delete(id);
    await inDatabase('readwrite', (store) => store('files').delete(id)).catch(() => undefined);
  }
}

/** Forgets the person's own files that nothing refers to. */
export async function tidyFiles(needed: ReadonlySet<string>): Promise<void> {
  const ids = (await inDatabase('readonly', (store) => store('files').getAllKeys())).map(String);
  for (const id of ids.filter((one) => !needed.has(one) && !inHand.has(one))) {
    const row = await inDatabase<Row | undefined>('readonly', (store) => store('files').get(id));
    if (row?.ownerId === keeper() && Date.now() - row.at > LINGERS) {
      await inDatabase('readwrite', (store) => store('files').delete(id));
    }
  }
}
