/** What the service takes as evidence, and how photographs are to be made smaller; asked once for each visit. */
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type UploadPolicy = components['schemas']['UploadPolicy'];

/** What holds while the service cannot be asked, as on a phone without network: the service's own defaults. */
const USUAL: UploadPolicy = {
  longestSide: 2560,
  quality: 82,
  mostBytes: 20 * 1024 * 1024,
  mostFiles: 10,
  mostOfCase: 200,
  mostPieceBytes: 1024 * 1024,
  extensions: ['jpg', 'png', 'webp', 'gif', 'pdf', 'docx', 'xlsx', 'mp4', 'txt'],
};

/** A photograph that was chosen does not wait longer than this for the answer of a line that stands still; milliseconds. */
const PATIENCE = 3_000;
let asked: Promise<UploadPolicy> | undefined;

/** The policy; never rejects. */
export function uploadPolicy(): Promise<UploadPolicy> {
  asked ??= ask();
  return asked;
}

function ask(): Promise<UploadPolicy> {
  const told = answer(api.GET('/api/uploads/policy'));
  told.then(
    () => (asked = told),
    () => (asked = undefined), // the next one asks again
  );
  const usual = new Promise<UploadPolicy>((done) => window.setTimeout(() => done(USUAL), PATIENCE));
  return Promise.race([told, usual]).catch(() => USUAL);
}

/** What keeps a file from being taken, before a byte travels: `size`, `kind`, or null where nothing does. The service has the last word. */
export function fileFault(blob: Blob, name: string, policy: UploadPolicy): 'size' | 'kind' | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const same: Record<string, string> = { jpeg: 'jpg', m4v: 'mp4', csv: 'txt', log: 'txt', md: 'txt' };
  const isKnown = extension === '' || policy.extensions.includes(same[extension] ?? extension);
  if (!isKnown && !blob.type.startsWith('image/')) return 'kind';
  return blob.size > policy.mostBytes ? 'size' : null;
}
