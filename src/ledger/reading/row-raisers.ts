/** Who raised the issue of a row. */
import type { Field } from './entry.js';
import { isPersonName } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { ReadEntry } from './reading.js';
import { assign, NAME_CHARACTERS, type RowCells } from './row-cells.js';
import { said } from './said.js';

/** A cell that says there is nobody. */
export const NOTHING = /^[-—–/\\无]+$/;

/** Takes who raised it into the entry: several names, each with a telephone where there are as many. */
export function takeRaisers(row: RowCells, entry: ReadEntry): void {
  const names = sealed(row, 'raiserName');
  const contacts = sealed(row, 'raiserContact');
  const [name, ...more] = names;
  assign(entry, 'raiserName', name?.slice(0, NAME_CHARACTERS));
  const contact =
    [...new Set([...contacts, ...more])]
      .filter((text) => text !== name)
      .join('；')
      .slice(0, NAME_CHARACTERS) || undefined;
  assign(entry, 'raiserContact', contact);
  const several = (name ?? '').split(/[、,，;；/]+/).map((each) => each.trim());
  const raisers = several.length > 1 && several.every(isPersonName) ? several : name === undefined ? [] : [name];
  const phones = (contacts[0] ?? '').split(/[、,，;；/]+/).map((each) => each.trim());
  if (raisers.length > 1 && phones.length === raisers.length && contacts.length === 1) {
    entry.raisers = raisers.map((each, at) => ({ name: each, contact: phones[at]! }));
  } else if (raisers.length > 0 || contact !== undefined) {
    const [first, ...rest] = raisers;
    entry.raisers = [
      { ...(first === undefined ? {} : { name: first }), ...(contact === undefined ? {} : { contact }) },
      ...rest.map((each) => ({ name: each })),
    ];
  }
}

function sealed(row: RowCells, field: Field): string[] {
  return row.columnsOf(field).flatMap(({ column }) => {
    const text = lineText(row.shown(column));
    if (text !== '') row.mark(column, null, 'sure', said('sealed', 'Encrypted', '加密保存'));
    return text === '' || NOTHING.test(text) ? [] : [text];
  });
}
