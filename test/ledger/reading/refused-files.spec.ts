/** Files that are no ledger, or that mean harm: refused with a sentence that says what to do. */
import { deflateSync } from 'node:zlib';
import { Refused } from '../../../src/domain/errors.js';
import { type Part, workbookOf, workbookParts, zipOf } from '../../support/workbook.js';
import { type OpenOptions, rowsBelow } from './rows-read.js';

async function refusalOf(bytes: Buffer, options?: OpenOptions): Promise<Refused> {
  try {
    await rowsBelow({ name: '台账.xlsx', bytes }, options);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('the file was not refused');
}

const sheets = [
  {
    name: '台账',
    rows: [
      ['序号', '问题描述'],
      [1, '路灯'],
    ],
  },
];
const SHEET = 'xl/worksheets/sheet1.xml';

function spoilt(change: (parts: Part[]) => Part[]): Buffer {
  return zipOf(change(workbookParts({ sheets })));
}

function withPart(name: string, part: Partial<Part>): Buffer {
  return spoilt((parts) => parts.map((each) => (each.name === name ? { ...each, ...part } : each)));
}

const bigSheet = `<worksheet><sheetData>${`<row><c t="str"><v>${' '.repeat(1000)}</v></c></row>`.repeat(20_000)}</sheetData></worksheet>`;
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) & 0xff));

describe('a file is refused', () => {
  test.each<[string, Buffer, string]>([
    ['that is empty', Buffer.alloc(0), 'ledger.file.empty'],
    ['of blanks', Buffer.from(' \r\n \n'), 'ledger.file.empty'],
    ['that is a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'ledger.file.notASpreadsheet'],
    ['that is a PDF', Buffer.from('%PDF-1.7\n...'), 'ledger.file.notASpreadsheet'],
    ['that is JSON', Buffer.from('[{"title": "x"}]'), 'ledger.file.notASpreadsheet'],
    [
      'that is a web page named xls',
      Buffer.from('\ufeff<html><table><tr><td>序号</td></tr></table>'),
      'ledger.file.oldFormat',
    ],
    [
      'in the XML of Excel 2003',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'ledger.file.oldFormat',
    ],
    ['in the old xls format', compound('Workbook'), 'ledger.file.oldFormat'],
    ['with a password', compound('EncryptedPackage'), 'ledger.file.encrypted'],
    ['of random bytes', noise, 'ledger.file.undecodable'],
    ['that is a zip without a workbook', zipOf([{ name: 'a.txt', data: 'x' }]), 'ledger.file.notASpreadsheet'],
    ['that is an empty zip', zipOf([]), 'ledger.file.notASpreadsheet'],
    [
      'that is ods',
      zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'ledger.file.oldFormat',
    ],
    ['that is a Word document', withPart('xl/workbook.xml', { data: '<document/>' }), 'ledger.file.notASpreadsheet'],
    ['with locked parts', withPart(SHEET, { encrypted: true }), 'ledger.file.encrypted'],
    ['that breaks off', workbookOf({ sheets }).subarray(0, 900), 'ledger.file.damaged'],
    ['whose sheet is missing', spoilt((parts) => parts.filter(({ name }) => name !== SHEET)), 'ledger.file.damaged'],
    ['whose sheet is broken XML', withPart(SHEET, { data: '<worksheet><sheetData><row>' }), 'ledger.file.damaged'],
    [
      'whose sheet defines entities that grow',
      withPart(SHEET, { data: '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>' }),
      'ledger.file.damaged',
    ],
    ['with two parts of one name', spoilt((parts) => [...parts, ...parts.slice(0, 1)]), 'ledger.file.damaged'],
    ['that unpacks two hundredfold', withPart(SHEET, { data: bigSheet }), 'ledger.file.zipBomb'],
    [
      'that holds more than it declares',
      withPart(SHEET, { data: bigSheet, declaredBytes: 1000 }),
      'ledger.file.zipBomb',
    ],
    [
      'of too many parts',
      zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, data: '' }))),
      'ledger.file.zipBomb',
    ],
  ])('%s', async (_, bytes, code) => {
    const refusal = await refusalOf(bytes);
    expect(refusal.code).toBe(code);
    expect([413, 422]).toContain(refusal.status);
    expect(refusal.messageZh).toMatch(/[\u4e00-\u9fff]/);
    expect(refusal.message).toMatch(/[a-z]/);
  });

  test('before anything is unpacked when its parts declare too much', async () => {
    const bytes = withPart('xl/styles.xml', { declaredBytes: 600 * 1024 * 1024 });
    expect(await refusalOf(bytes)).toMatchObject({
      code: 'ledger.file.zipBomb',
      message: expect.stringContaining('bytes'),
    });
  });

  test('when what was unpacked so far reaches the limit', async () => {
    const parts = workbookParts({ sheets });
    const total = parts.reduce((sum, { data }) => sum + Buffer.from(data as string).length, 0);
    expect((await refusalOf(zipOf(parts), { limits: { inflatedBytes: total - 1 } })).code).toBe('ledger.file.zipBomb');
    await expect(
      rowsBelow({ name: 'x', bytes: zipOf(parts) }, { limits: { inflatedBytes: total } }),
    ).resolves.toBeDefined();
  });

  test('when its checksum or its compression is wrong', async () => {
    const bytes = workbookOf({ sheets });
    const at = bytes.indexOf(SHEET) + SHEET.length;
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8((flipped[at + 20] ?? 0) ^ 0xff, at + 20);
    expect((await refusalOf(flipped)).code).toMatch(/ledger\.file\.(damaged|zipBomb)/);
    expect((await refusalOf(deflateSync(bytes))).code).toMatch(/^ledger\.file\./);
  });

  test('never with anything but a refusal, wherever it is cut or changed', async () => {
    const bytes = workbookOf({ sheets });
    for (let at = 0; at < bytes.length; at += 37) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] ?? 0) ^ 0x55, at);
      for (const hurt of [changed, bytes.subarray(0, at)]) {
        await rowsBelow({ name: 'x', bytes: hurt }).catch((error: unknown) => expect(error).toBeInstanceOf(Refused));
      }
    }
  });
});
