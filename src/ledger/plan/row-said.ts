/** What a row said, as it is kept to compare the next version of the same ledger with: no name of a person is in it. */
import type { Day } from '../../domain/day.js';
import type { LedgerEntry } from '../reading/entry.js';

/** Texts as the ledger wrote them, with the ids they were taken for. */
export interface RowSaid {
  title: string;
  description: string;
  categoryName?: string;
  unitName?: string;
  leadUnitId?: string;
  supportingUnitNames?: string[];
  supportingUnitIds?: string[];
  dueOn?: Day;
  measure?: string;
  status?: string;
  closedOn?: Day;
}

/** What the entry says, with the units it was taken for. */
export function rowSaid(entry: LedgerEntry, units: { lead?: string | null; supporting?: string[] } = {}): RowSaid {
  const said: RowSaid = { title: entry.title, description: entry.description };
  for (const field of ['categoryName', 'unitName', 'dueOn', 'measure', 'status', 'closedOn'] as const) {
    const value = entry[field];
    if (value !== undefined) said[field] = value;
  }
  if (entry.supportingUnitNames !== undefined) said.supportingUnitNames = entry.supportingUnitNames;
  if (units.lead != null) said.leadUnitId = units.lead;
  if (units.supporting !== undefined && units.supporting.length > 0) said.supportingUnitIds = units.supporting;
  return said;
}
