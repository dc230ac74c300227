/** Yes and no as ledgers say them. */
import type { CellValue } from './cell.js';
import { cellText } from './cell.js';

const CLOSED = words(
  '是 已销号 销号 已完成 完成 已办结 办结 已整改 整改完成 已整改完成 整改到位 已整改到位 已解决 已回复 已答复 已关闭 √ ✓ ✔ ☑ 对 y yes closed done resolved completed true 1',
);
const OPEN = words(
  '否 未销号 未完成 未办结 未整改 未解决 未回复 整改中 正在整改 持续整改 办理中 正在办理 进行中 推进中 未启动 待办 待整改 未到期 × ✗ ✘ x ☐ n no open pending inprogress false 0',
);

/** Whether a cell says closed; undefined when it is empty or says something else. With `closedValues`, these words mean closed and all
 *  others open. */
export function saysClosed(value: CellValue | undefined, closedValues?: string[]): boolean | undefined {
  const word = key(cellText(value));
  if (word === '') return undefined;
  if (closedValues) return closedValues.some((each) => key(each) === word);
  if (CLOSED.has(word)) return true;
  return OPEN.has(word) ? false : undefined;
}

function words(text: string): Set<string> {
  return new Set(text.split(' ').map(key));
}

function key(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_。.]/g, '');
}
