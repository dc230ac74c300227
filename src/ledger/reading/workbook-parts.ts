/** The frame of a workbook: which sheets there are and where, the date system, shared strings and number formats. */
import { oldFormat, notALedger, fileDamaged } from './file-refusals.js';
import { readXml, xmlEvents } from './xml-events.js';
import { type InflateBudget, unpack, unpackText } from './zip-part.js';
import type { ArchivePart } from './ledger-archive.js';
import { type FormatKind, numberFormats, type StyleLook, styleLooks } from './number-formats.js';

export interface SheetPlace {
  name: string;
  hidden: boolean;
  entry: ArchivePart;
}

export interface Archive {
  bytes: Buffer;
  entries: Map<string, ArchivePart>;
  budget: InflateBudget;
}

export interface WorkbookFrame {
  sheets: SheetPlace[];
  /** Serials count from 1904-01-01 (old Mac workbooks) instead of 1900. */
  date1904: boolean;
  strings: string[];
  /** Shared strings of which some run is struck through. */
  struckStrings: ReadonlySet<number>;
  /** Kind of number format by style index. */
  formats: FormatKind[];
  /** How cells of a style look. */
  looks: StyleLook[];
}

/** Reads the frame by following the relations from the package root, so that unusual part names work.
 *  Refuses archives that are not a workbook: documents, slides, ods, xlsb, plain zips. */
export async function workbookFrame(archive: Archive): Promise<WorkbookFrame> {
  const root = await relations(archive, '');
  const main = [...root.values()].find((relation) => relation.type.endsWith('/officeDocument'));
  if (!main) throw await notAWorkbook(archive);
  if (main.target.endsWith('.bin')) throw oldFormat('xlsb');
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  readXml(main.target, await partText(archive, main.target), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible', id });
    },
  });
  if (!isWorkbook) throw notALedger('a document of another Office program', '其他 Office 文档');
  const related = await relations(archive, main.target);
  const part = (kind: string) => [...related.values()].find((relation) => relation.type.endsWith(`/${kind}`))?.target;
  return {
    sheets: sheets.flatMap(({ name, hidden, id }) => {
      const relation = related.get(id);
      if (!relation?.type.endsWith('/worksheet')) return [];
      const entry = archive.entries.get(relation.target);
      if (!entry) throw fileDamaged(`sheet ${name} is missing`);
      return [{ name, hidden, entry }];
    }),
    date1904,
    ...(await sharedStrings(archive, part('sharedStrings'))),
    ...(await stylesOf(archive, part('styles'))),
  };
}

async function partText(archive: Archive, path: string): Promise<string> {
  const entry = archive.entries.get(path);
  if (!entry) throw fileDamaged(`${path} is missing`);
  return unpackText(archive.bytes, entry, archive.budget);
}

async function relations(archive: Archive, of: string): Promise<Map<string, { type: string; target: string }>> {
  const slash = of.lastIndexOf('/');
  const folder = of.slice(0, slash + 1);
  const path = `${folder}_rels/${of.slice(slash + 1)}.rels`;
  const found = new Map<string, { type: string; target: string }>();
  if (!archive.entries.has(path)) return found;
  readXml(path, await partText(archive, path), {
    open: (name, { Id, Type, Target }) => {
      if (name === 'Relationship' && Id && Type && Target) {
        found.set(Id, { type: Type, target: resolve(folder, Target) });
      }
    },
  });
  return found;
}

/** 'xl/' and '../x.xml' is 'x.xml'; '/xl/x.xml' is 'xl/x.xml'. */
function resolve(folder: string, target: string): string {
  return new URL(target, `http://part/${folder}`).pathname.slice(1);
}

async function notAWorkbook(archive: Archive) {
  const mimetype = archive.entries.get('mimetype');
  if (mimetype && mimetype.unpackedBytes < 200) {
    const type = await unpackText(archive.bytes, mimetype, archive.budget);
    if (type.includes('opendocument.spreadsheet')) return oldFormat('ods');
  }
  return notALedger('a zip archive without a workbook', '不含工作簿的压缩包');
}

/** Rich text runs are joined; phonetic guides (rPh) are not part of the text. */
async function sharedStrings(
  archive: Archive,
  path: string | undefined,
): Promise<Pick<WorkbookFrame, 'strings' | 'struckStrings'>> {
  const entry = path === undefined ? undefined : archive.entries.get(path);
  const strings: string[] = [];
  const struckStrings = new Set<number>();
  if (!entry) return { strings, struckStrings };
  let current = '';
  let inText = false;
  let inPhonetic = false;
  const events = xmlEvents(entry.name, {
    open: (name, attributes) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'strike' && isStruck(attributes)) struckStrings.add(strings.length);
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeOoxml(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  const decoder = new TextDecoder('utf-8');
  for await (const piece of unpack(archive.bytes, entry, archive.budget)) {
    events.write(decoder.decode(piece, { stream: true }));
  }
  events.end();
  return { strings, struckStrings };
}

/** Whether a run of rich text is struck through. */
export function isStruck({ val }: Record<string, string>): boolean {
  return val !== '0' && val !== 'false';
}

/** Excel writes characters that XML cannot hold as _x000D_; a literal '_x000D_' has its underscore written as _x005F_. */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

async function stylesOf(archive: Archive, path: string | undefined): Promise<Pick<WorkbookFrame, 'formats' | 'looks'>> {
  if (path === undefined || !archive.entries.has(path)) return { formats: [], looks: [] };
  const xml = await partText(archive, path);
  return { formats: numberFormats(path, xml), looks: styleLooks(path, xml) };
}
