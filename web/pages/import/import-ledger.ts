/** Sends a ledger to the service, to try it or in earnest. */
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Answered = components['schemas']['ImportAnswer'];

/** What the service answers, with the parts that the OpenAPI document leaves open said as `src/ledger/import-report.ts` has them. */
export type Report = Omit<Answered, 'became' | 'units' | 'file'> & {
  became: { closed: number; dropped: number; assigned: number; collected: number };
  units: { created: string[]; matched: { name: string; unit: string }[]; unknown: string[] };
  file: {
    name: string;
    sheet?: string;
    encoding?: string;
    unreadSheets: string[];
    headerLine: number;
    unknownHeaders: string[];
  };
};

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
  return (await answer(api.POST('/api/ledger/import', { body, bodySerializer: () => form }))) as Report;
}
