/** The protocol of an import as a spreadsheet: of each row of the ledger what became of it, under which number, and why. */
import { writeXlsx } from 'hucre/xlsx';
import { csvLine, harmless } from '../../spreadsheet/cells.js';
import { BYTE_ORDER_MARK, type FileFormat } from '../../spreadsheet/file-format.js';
import type { LedgerRowShown } from '../../store/encrypted/ledger-row.store.js';
import type { Becomes } from '../plan/row-plan.js';
import type { KeptRow } from '../write-import.js';

const HEADERS = [
  '行 Line',
  '结果 Result',
  '事项编号 Case',
  '并入行 Joins line',
  '说明',
  'Why',
  '原表内容 As in the ledger',
];
const WIDTHS = [8, 16, 18, 10, 50, 50, 80];
const RESULTS: readonly (readonly [Becomes, string])[] = [
  ['new', '新增 new'],
  ['joined', '并入 joined'],
  ['changed', '更新 changed'],
  ['asked', '待回答 asked'],
  ['left', '未导入 left out'],
  ['refused', '不予导入 refused'],
];
const RESULT_WORDS = new Map<string, string>(RESULTS);
/** Excel's limit for one cell. */
const LONGEST_CELL = 32_767;

/** The file, header first, a row for each row of the ledger in its order. Formulas in texts are made harmless. */
export async function protocolFile(rows: readonly LedgerRowShown[], format: FileFormat): Promise<Uint8Array> {
  const lines = rows.map(protocolLine);
  if (format === 'csv') {
    return Buffer.from(BYTE_ORDER_MARK + [HEADERS, ...lines].map((line) => csvLine(line)).join(''));
  }
  return writeXlsx({
    sheets: [
      {
        name: '导入结果',
        columns: WIDTHS.map((width) => ({ width })),
        rows: [
          [...HEADERS],
          ...lines.map((line) =>
            line.map((cell) => (typeof cell === 'string' ? harmless(cell).slice(0, LONGEST_CELL) : cell)),
          ),
        ],
        freezePane: { rows: 1 },
      },
    ],
  });
}

function protocolLine({ line, became, caseNumber, joinsLine, said }: LedgerRowShown): (string | number | null)[] {
  const { why, cells } = said as KeptRow;
  const shown = cells.map(([letter, text]) => `${letter}：${text}`).join('；');
  return [
    line,
    RESULT_WORDS.get(became) ?? became,
    caseNumber,
    joinsLine,
    why?.messageZh ?? '',
    why?.message ?? '',
    shown,
  ];
}
