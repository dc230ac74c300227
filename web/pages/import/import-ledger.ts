/** Sends a ledger to the service, to try it or in earnest. */
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Report = components['schemas']['ImportReport'];

export interface ImportWish {
  /** Decide everything, write nothing. */
  dryRun: boolean;
  createUnits: boolean;
  /** How the columns are read; undefined: as they are recognised. */
  mapping?: object | undefined;
}

/** The report of an import; of a dry run, which writes nothing, where `dryRun` is true. Throws a Problem where the file is refused whole. */
export async function importLedger(file: File, { dryRun, createUnits, mapping }: ImportWish): Promise<Report> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('createUnits', String(createUnits));
  if (mapping !== undefined) form.append('mapping', JSON.stringify(mapping));
  form.append('file', file, file.name);
  const body = { file: '' }; // what is sent is the form
  return answer(api.POST('/api/ledger/import', { body, bodySerializer: () => form }));
}
