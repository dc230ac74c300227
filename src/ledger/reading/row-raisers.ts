/** Who raised the issue of a row. */
import type { Field } from './entry.js';
import { isPersonName, SEALED_MARK } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { ReadEntry } from './reading.js';
import { assign, NAME_CHARACTERS, type RowCells } from './row-cells.js';
import { said } from './said.js';

/** A row before names were taken out of it. */
type Former = { title: string; description: string; raiserName?: string };

/** A cell that says there is nobody. */
export const NOTHING = /^[-—–/\\无]+$/;

/** Takes who raised it into the entry: several names, each with a telephone where there are as many. Names of raisers are taken out of its
 *  texts; what it said with them comes back, where it said anything else. */
export function takeRaisers(row: RowCells, entry: ReadEntry): Former | undefined {
  const names = sealed(row, 'raiserName');
  const contacts = sealed(row, 'raiserContact');
  const former = { title: entry.title, description: entry.description };
  // 李强13800138000, 周红(女)13612345678: who it is stands before how to reach them.
  const [, named, reached] = names.length === 0 ? (NAME_FIRST.exec(contacts[0] ?? '') ?? []) : [];
  if (named !== undefined && reached !== undefined && isPersonName(named)) {
    names.push(named);
    contacts[0] = reached;
  }
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
  const persons = raisers.filter((each) => isPersonName(each));
  for (const field of ['title', 'description'] as const)
    for (const each of persons) entry[field] = entry[field].replaceAll(each, SEALED_MARK);
  if (named !== undefined) return former;
  if (former.title === entry.title && former.description === entry.description) return undefined;
  return { ...former, ...(name === undefined ? {} : { raiserName: name }) };
}

const NAME_FIRST = /^([\u4e00-\u9fa5]{2,4}?)\s*(?:[（(][男女][)）])?[\s:：/、,，]*(\+?\d[\d\s-]{6,})$/;

function sealed(row: RowCells, field: Field): string[] {
  return row.columnsOf(field).flatMap(({ column }) => {
    const text = lineText(row.shown(column));
    if (text !== '') row.mark(column, null, 'sure', said('sealed', 'Encrypted', '加密保存'));
    return text === '' || NOTHING.test(text) ? [] : [text];
  });
}
