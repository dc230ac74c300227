/** Every column that is encrypted with the key of the office, and what each value is bound to. */

/** A column and, in SQL, the text that its value was encrypted about. `together` rows are read at once. */
export interface SealedColumn {
  table: string;
  column: string;
  about: string;
  together: number;
}

const column = (table: string, name: string, about: string, together = 500): SealedColumn => ({
  ...{ table, column: name, about, together },
});

/** A column that is not named here would be lost with a change of the key: test/store/held-settings.spec.ts holds the list against the schema. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  column('raiser', 'name_sealed', `id || '/name'`),
  column('raiser', 'contact_sealed', `id || '/contact'`),
  column('participant', 'name_sealed', `id || '/name'`),
  column('participant', 'contact_sealed', `id || '/contact'`),
  column('person_channel', 'address', `channel || '/' || person_id`),
  column('channel', 'secrets', `'channel/' || name`),
  column('push_subscription', 'subscription', 'id::text'),
  column('webhook', 'url', 'id::text'),
  column('webhook', 'secret', 'id::text'),
  column('webhook', 'former_secret', 'id::text'),
  column('hotline_platform', 'secret', 'id::text'),
  column('hotline_platform', 'former_secret', 'id::text'),
  // a whole file each
  column('ledger_draft', 'content', `id || '/content'`, 1),
  column('ledger_draft', 'choices', `id || '/choices'`),
  column('ledger_row', 'said', `import_id || '/' || line`),
];

/** What a cursor over the values of a column reads. */
export interface SealedValue {
  place: string;
  about: string;
  value: Buffer;
}

/** Reads the values of a column: where each row is, what it is about, and the value; `rest` follows the condition. */
export const valuesOf = ({ table, column: name, about }: SealedColumn, rest = ''): string =>
  `SELECT ctid::text AS place, ${about} AS about, ${name} AS value FROM ${table} WHERE ${name} IS NOT NULL ${rest}`;
