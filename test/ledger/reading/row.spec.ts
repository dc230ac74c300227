/** One row of a ledger to one entry, or to the reason why not. */
import type { CellValue } from '../../../src/ledger/reading/cell.js';
import { saysClosed } from '../../../src/ledger/reading/closed-words.js';
import { recogniseHeaders } from '../../../src/ledger/reading/headers.js';
import { type LedgerMapping, parseMapping } from '../../../src/ledger/reading/mapping.js';
import { toEntry } from '../../../src/ledger/reading/row.js';
import { sourceOf } from '../../../src/ledger/reading/source-words.js';

function read(cells: Record<string, CellValue>, mapping?: LedgerMapping) {
  const { columns } = recogniseHeaders(Object.keys(cells), mapping);
  const filled = Object.entries(cells).filter(([, value]) => value !== '');
  return toEntry({ line: 7, cells: Object.fromEntries(filled) }, columns, mapping);
}

function entryOf(cells: Record<string, CellValue>, mapping?: LedgerMapping) {
  const result = read(cells, mapping);
  if ('refusal' in result) throw new Error(result.refusal.message);
  return result.entry;
}

const refusal = (code: string) => ({
  refusal: { line: 7, code, message: expect.stringMatching(/\w/), messageZh: expect.stringMatching(/[\u4e00-\u9fff]/) },
});

describe('a row of an office ledger', () => {
  test('becomes an entry with every column', () => {
    expect(
      entryOf({
        序号: 3,
        问题来源: '警民恳谈会',
        问题类别: '治安防范',
        问题描述: '<p>中山路路灯不亮</p>',
        整改措施: '已更换\n灯泡',
        责任单位: ' 城关\n派出所 ',
        配合单位: '路灯所、住建局，无',
        责任领导: '张局',
        责任人: '李警官',
        整改时限: { day: '2024-03-05' },
        完成时间: '2024.3.1',
        是否销号: '是',
        备注: '回访满意',
        联系电话: 13800000000,
        附件: 20220510008,
      }),
    ).toEqual({
      line: 7,
      serial: '3',
      title: '中山路路灯不亮',
      description: '中山路路灯不亮',
      source: 'meeting',
      sourceText: '警民恳谈会',
      categoryName: '治安防范',
      unitName: '城关 派出所',
      supportingUnitNames: ['路灯所', '住建局'],
      leaderName: '张局',
      handlerName: '李警官',
      dueOn: '2024-03-05',
      closedOn: '2024-03-01',
      isClosed: true,
      measure: '已更换\n灯泡',
      remark: '回访满意',
      raiserContact: '13800000000',
      extra: { 附件: '20220510008' },
    });
  });

  test('takes all that is said of the raiser as the raiser, and none of it as an extra', () => {
    const said = {
      问题描述: 'x',
      反映人: '孙大爷',
      联系电话: '13800000000',
      手机号码: '13900000001',
      投诉人: '赵大妈',
      家庭住址: '滨河路 3 号',
    };
    expect(entryOf(said)).toMatchObject({
      raiserName: '孙大爷',
      raiserContact: '13800000000；13900000001；滨河路 3 号；赵大妈',
      extra: {},
    });
    expect(entryOf({ ...said, 投诉人: '孙大爷', 手机号码: '13800000000' })).toMatchObject({
      raiserContact: '13800000000；滨河路 3 号',
      extra: {},
    });
  });

  test('keeps a long title whole in front of the description', () => {
    const title = '长'.repeat(150);
    const entry = entryOf({ 标题: title, 问题描述: '说明' });
    expect(entry.title).toBe(`${'长'.repeat(119)}…`);
    expect(entry.description).toBe(`${title}\n说明`);
    expect(entryOf({ 问题描述: title })).toMatchObject({ title: `${'长'.repeat(119)}…`, description: title });
    expect(entryOf({ 标题: '只有标题', 问题描述: '' })).toMatchObject({ title: '只有标题', description: '只有标题' });
  });

  test('keeps words that stand for a due date as they are', () => {
    for (const word of ['立行立改', '长期坚持']) {
      const entry = entryOf({ 问题描述: 'x', 整改时限: word });
      expect(entry.dueOn).toBeUndefined();
      expect(entry.extra).toEqual({ 整改时限: word });
    }
    expect(entryOf({ 问题描述: 'x', 完成时间: '整改中' })).toMatchObject({
      isClosed: false,
      extra: { 完成时间: '整改中' },
    });
  });

  test('is closed by its own word first, then by its status, then by its closing day', () => {
    const day = { 问题描述: 'x', 完成时间: '2024.3.1' };
    expect(entryOf(day).isClosed).toBe(true);
    expect(entryOf({ ...day, 状态: '整改中' }).isClosed).toBe(false);
    expect(entryOf({ ...day, 状态: '说不清' })).toMatchObject({ isClosed: true, status: '说不清' });
    expect(entryOf({ ...day, 状态: '整改中', 是否销号: '√' }).isClosed).toBe(true);
    expect(entryOf({ 问题描述: 'x', 整改措施: '已转办' }).isClosed).toBe(false);
  });

  test('takes constants and its own words for closed from the mapping', () => {
    const mapping = parseMapping({
      closedValues: ['Done'],
      constants: { source: 'hotline', categoryName: '其他', unitName: '整改办', raisedOn: '2024年3月5日' },
    });
    expect(entryOf({ 问题描述: 'x', 状态: 'done', 责任单位: '所' }, mapping)).toMatchObject({
      isClosed: true,
      source: 'hotline',
      categoryName: '其他',
      unitName: '所',
      raisedOn: '2024-03-05',
    });
    expect(entryOf({ 问题描述: 'x', 状态: '已销号' }, mapping).isClosed).toBe(false);
  });

  test.each<[string, Record<string, CellValue>, string]>([
    ['without an issue', { 序号: 3, 问题描述: '', 责任单位: '所' }, 'noDescription'],
    ['whose issue is only markup', { 序号: 3, 问题描述: '<p>&nbsp;</p>\u0000' }, 'noDescription'],
    ['that is a line of totals', { 序号: '合 计', 问题描述: '', 责任单位: 12 }, 'total'],
    ['that repeats the header', { 序号: '序号', 问题描述: '问题描述', 责任单位: '责任单位' }, 'header'],
    ['with a date that does not exist', { 问题描述: 'x', 整改时限: '2月30日' }, 'badDate'],
    ['with a month for a date', { 问题描述: 'x', 完成时间: '2024年3月' }, 'badDate'],
    ['with a formula that failed', { 问题描述: 'x', 责任单位: { error: '#REF!' } }, 'errorCell'],
    ['with neither yes nor no', { 问题描述: 'x', 是否销号: '差不多' }, 'badYesNo'],
    ['with a name that is a story', { 问题描述: 'x', 责任单位: '长'.repeat(201) }, 'tooLong'],
  ])('is refused %s', (_, cells, code) => {
    expect(read(cells)).toEqual(refusal(`ledger.row.${code}`));
  });

  test('is refused with the header of the cell that is wrong', () => {
    expect(read({ 问题描述: 'x', 整改时限: '尽快' })).toMatchObject({
      refusal: { messageZh: '整改时限：“尽快”不是可识别的日期', message: expect.stringMatching(/^整改时限: /) },
    });
  });

  test('keeps an error in a column that means nothing to us', () => {
    expect(entryOf({ 问题描述: 'x', 得分: { error: '#DIV/0!' } }).extra).toEqual({ 得分: '#DIV/0!' });
  });

  test('passes on what the reader found wrong', () => {
    const problem = { code: 'ledger.row.ragged', message: 'm', messageZh: '列' };
    expect(toEntry({ line: 7, cells: {}, problem }, { description: ['x'] })).toEqual({
      refusal: { line: 7, ...problem },
    });
  });
});

describe('words of a ledger', () => {
  test.each(['是', '已销号', '已完成', '√', 'Y', 'yes', 'Closed', 'TRUE', true, 1, '１', ' 是。'])(
    '%j says closed',
    (value) => {
      expect(saysClosed(value)).toBe(true);
    },
  );

  test.each(['否', '未销号', '整改中', '×', 'N', 'no', 'Open', 'In Progress', 'false', false, 0])(
    '%j says open',
    (value) => {
      expect(saysClosed(value)).toBe(false);
    },
  );

  test.each(['', '看情况', undefined, 7])('%j says neither', (value) => {
    expect(saysClosed(value)).toBeUndefined();
  });

  test.each([
    ['座谈会', 'meeting'],
    ['“我的问题”自查', 'selfCheck'],
    ['12345热线', 'hotline'],
    ['市委巡察反馈', 'inspection'],
    ['回头看发现', 'lookBack'],
    ['chatGroup', 'chatGroup'],
    ['其他', undefined],
  ])('%s is the source %s', (text, source) => {
    expect(sourceOf(text)).toBe(source);
  });
});
