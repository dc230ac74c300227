/** Builds workbooks and archives part by part, so that a test can hold what no careful writer would write. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  data: Buffer | string;
  /** What the table of contents says the part unpacks to, when it should lie. */
  declaredBytes?: number;
  encrypted?: boolean;
}

/** A zip archive of the parts, deflated, without ZIP64. */
export function zipOf(parts: Part[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 0x0801 : 0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, entry, name);
    const local = [Buffer.from('504b0304', 'hex'), fields, name, packed];
    chunks.push(...local);
    offset += local.reduce((sum, each) => sum + each.length, 0);
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, table, end]);
}

/** A cell as plain value (strings inline), or its XML between <c> and </c> with attributes: `{ t: 's', xml: '<v>0</v>' }`. */
export type CellSpec = string | number | boolean | null | { t?: string; s?: number; xml: string };

export interface SheetSpec {
  name: string;
  /** Row n of the sheet is element n - 1; null leaves the row out of the file. */
  rows: (CellSpec[] | null)[];
  merges?: string[];
  state?: 'hidden' | 'veryHidden';
  /** Numbers of rows that are hidden. */
  hiddenRows?: number[];
  /** Letters of columns that are hidden. */
  hiddenColumns?: string[];
}

export interface WorkbookSpec {
  sheets: SheetSpec[];
  date1904?: boolean;
  /** XML of the <si> elements of the shared strings. */
  strings?: string[];
  /** Format codes of the styles 1, 2, …; style 0 is General. A number is a built-in format id. */
  formats?: (string | number)[];
  /** How the styles 1, 2, … look. */
  looks?: readonly ('' | 'struck' | 'shaded')[];
  /** Prefix of every element of the sheets, such as 'x:'. */
  prefix?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The bytes of a workbook. */
export function workbookOf(spec: WorkbookSpec): Buffer {
  return zipOf(workbookParts(spec));
}

/** The parts of a workbook, to be spoilt before they are zipped. */
export function workbookParts(spec: WorkbookSpec): Part[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships xmlns="${PACKAGE_RELATIONS}">${all.join('')}</Relationships>`;
  const sheets = spec.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${spec.date1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        ...spec.sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
        relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
        relation('rIdF', 'styles', '/xl/styles.xml'),
      ),
    },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${(spec.strings ?? []).join('')}</sst>` },
    { name: 'xl/styles.xml', data: stylesXml(spec.formats ?? [], spec.looks ?? []) },
    ...spec.sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: sheetXml(sheet, spec.prefix ?? ''),
    })),
  ];
}

function stylesXml(formats: (string | number)[], looks: readonly string[]): string {
  const codes = formats.flatMap((code, i) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`] : [],
  );
  const ids = [0, ...formats.map((code, i) => (typeof code === 'string' ? 200 + i : code))];
  const look = (at: number) =>
    looks[at - 1] === undefined
      ? ''
      : ` fontId="${looks[at - 1] === 'struck' ? 1 : 0}" fillId="${looks[at - 1] === 'shaded' ? 2 : 0}"`;
  const xfs = ids.map((id, at) => `<xf numFmtId="${id}"${look(at)}/>`).join('');
  const fonts = '<fonts><font/><font><strike/></font></fonts>';
  const fill = (type: string, inner = '') => `<fill><patternFill patternType="${type}">${inner}</patternFill></fill>`;
  const fills = `<fills>${fill('none')}${fill('gray125')}${fill('solid', '<fgColor rgb="FFD9D9D9"/>')}</fills>`;
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts>${looks.length > 0 ? fonts + fills : ''}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`;
}

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetSpec, prefix: string): string {
  const xml = rows.map((cells, i) => {
    if (cells === null) return '';
    const inner = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${i + 1}`)).join('');
    return `<row r="${i + 1}"${hiddenRows.includes(i + 1) ? ' hidden="1"' : ''}>${inner}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const cols = hiddenColumns.map((letters) => {
    const at = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0);
    return `<col min="${at}" max="${at}" hidden="1"/>`;
  });
  const body = `${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${xml.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}`;
  const xmlns = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns';
  return `<${prefix}worksheet ${xmlns}="${MAIN}">${body.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)}</${prefix}worksheet>`;
}

function cellXml(cell: CellSpec, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  const { t, s, xml } = cell;
  return `<c r="${ref}"${t ? ` t="${t}"` : ''}${s === undefined ? '' : ` s="${s}"`}>${xml}</c>`;
}

/** 'A' for 0, 'AA' for 26. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Text in GB18030 (two-byte characters, which every everyday Chinese text is made of). Throws on others. */
export function gb18030(text: string): Buffer {
  const codes = twoByteCodes();
  return Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character);
      const code = codes.get(character);
      if (!code) throw new Error(`no two-byte GB18030 code for ${character}`);
      return code;
    }),
  );
}

let codesOnce: Map<string, Buffer> | undefined;

function twoByteCodes(): Map<string, Buffer> {
  if (codesOnce) return codesOnce;
  codesOnce = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const code = Buffer.from([lead, trail]);
      codesOnce.set(decoder.decode(code), code);
    }
  }
  return codesOnce;
}
