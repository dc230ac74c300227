/** A list is written as it was seen in the dry run, or not at all. */
import { Refused } from '../domain/errors.js';
import type { RowKind, RowSaid } from './row-said.js';

/** Throws 409 where a row is something else by now than its `seen` says, or says nothing. */
export function requireAsSeen(rows: readonly { seen?: RowKind }[], read: readonly RowSaid[]): void {
  const at = read.findIndex(({ kind }, n) => rows[n]!.seen !== kind);
  if (at >= 0) throw changedRow(at, read[at]!.kind);
}

/** 409: row `at` is not what was seen, but `now`, where that says it. */
export function changedRow(at: number, now?: RowKind): Refused {
  const [zh, en] = now === undefined ? ['', ''] : [`（现在：${KIND_ZH[now]}）`, ` (now: ${now})`];
  return new Refused(
    409,
    'setup.changed',
    `第 ${at + 1} 行和试录时不同了${zh}，没有写入任何一行，请再看一遍`,
    `Line ${at + 1} is no longer what the dry run said${en}; nothing was written, look again`,
    { row: at },
  );
}

const KIND_ZH: Record<RowKind, string> = { new: '新增', known: '已有', doubtful: '存疑', refused: '不能录入' };
