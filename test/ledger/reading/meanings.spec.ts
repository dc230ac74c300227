/** Words of headers, states, days, units and persons, each with what it means. */
import { type DayContext, dayMeaning } from '../../../src/ledger/reading/day-words.js';
import { headerMeaning } from '../../../src/ledger/reading/header-meaning.js';
import { isPersonName, withoutPersons } from '../../../src/ledger/reading/personal-data.js';
import { sourceOf } from '../../../src/ledger/reading/source-words.js';
import { statusInProse, statusOf } from '../../../src/ledger/reading/status-words.js';
import { unitsIn } from '../../../src/ledger/reading/unit-cell.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('headers', () => {
  test.each([
    [
      'dueOn',
      '整改完成时限 截止时间 截止日期 计划完成时限 计划完成时间 预计完成时间 整改时限 办理期限 办结期限 完成时间节点 整改限期 拟完成时间 整改完成期限 要求完成时限 完成时间（计划） 目标完成日期 整改截止日',
    ],
    [
      'closedOn',
      '完成时间 销号时间 整改时间 实际完成时间 办结日期 整改时限（实际完成） 答复时间 处置时间 办理时间 整改完成日期',
    ],
    ['raisedOn', '反映时间 来电时间 受理日期 上报时间 发现时间 排查日期 信访日期 检查日期 巡察反馈时间'],
    ['unitName', '责任单位 责任主体 办理部门 牵头单位 整改责任单位 承办单位 主责单位 处置部门 包联单位 责任处室'],
    ['supportingUnitNames', '配合单位 协办单位 会办单位 协同部门'],
    [
      'description',
      '问题描述 反馈问题 群众诉求 具体内容 存在问题 巡察反馈问题 隐患描述 意见建议 主要问题 问题表现 信访事项 检视问题',
    ],
    ['status', '整改状态 整改完成情况 办结情况 完成情况 验收结论 办理状态'],
    ['isClosed', '是否销号 是否完成 是否整改到位 是否办结 是否已完成整改（是/否）'],
    ['measure', '整改措施 整改情况 整改进展 办理结果 处置结果 答复意见 整改落实情况 推进情况'],
    ['raiserName', '姓名 来电人 举报人 信访人 反映人 参会代表 投诉人姓名 代表姓名 报警人 提案人'],
    ['raiserContact', '电话 手机号码 身份证号 家庭住址 联系方式 身份证号码 联系地址 来电号码 户籍地址 举报人联系方式'],
    ['personal', '当事人 被举报人 联系人 责任人电话 年龄 性别 单位及职务 责任单位联系电话 车牌号'],
    ['externalId', '问题编号 信访编号 工单号 案件编号'],
    ['handlerName', '责任人 经办人 整改责任人 具体责任人'],
    ['assignedOn', '整改通知书下达时间 整改任务交办日期'],
    [
      null,
      '佐证材料 问题金额（万元） 所属网格 问题地点 回访满意度 制表日期 是否立行立改 是否需要整改 是否纳入整改台账 是否延期整改 是否按时限完成方案 有无整改方案 反馈时间 整改方案报送时间 整改启动时间 销号申请时间 领导批示内容 督办意见',
    ],
  ])('%s', (field, all) => {
    for (const word of words(all)) expect([word, headerMeaning(word, '').field]).toEqual([word, field]);
  });

  test('of two lines mean what both say', () => {
    expect(headerMeaning('姓名', '反映人').field).toBe('raiserName');
    expect(headerMeaning('单位', '反映人').field).toBe('personal');
    expect(headerMeaning('计划', '完成时间').field).toBe('dueOn');
    expect(headerMeaning('已完成', '整改进展')).toMatchObject({ field: 'status', role: 'tick' });
    expect(headerMeaning('否', '是否完成')).toMatchObject({ field: 'status', role: 'tick' });
  });
});

describe('states', () => {
  test.each([
    ['closed', '已完成 已销号 √ 整改到位 已按期完成整改 完成100% 办结 全部整改完成 已落实到位 验收合格 完成整改并销号'],
    [
      'open',
      '持续推进 部分完成 逾期未完成 完成80% 挂账 申请销号 长期坚持 未完成 × 整改中 待验收 尚未整改 阶段性完成 正在推进 验收不合格 未达到序时进度 整改不到位 已提交销号申请',
    ],
    ['dropped', '不予采纳 并案 撤回 不予受理'],
    ['asked', '基本完成 退回 查无实据 暂缓'],
    [undefined, '见附件 张三 2026-03-01'],
  ])('%s', (meaning, all) => {
    for (const word of words(all)) expect([word, statusOf(word)?.meaning]).toEqual([word, meaning]);
  });

  test('in sentences go by the clauses that say one, and are asked where these do not agree', () => {
    expect(statusInProse('已完成整改。下一步将加强巡查')?.meaning).toBe('closed');
    expect(statusInProse('正在推进，已完成3月份回访')?.meaning).toBe('open');
    expect(statusInProse('已完成，长期坚持')?.meaning).toBe('asked');
    expect(statusInProse('已完成，但群众仍不满意')?.meaning).toBe('asked');
    expect(statusInProse('经核实，已更换井盖')?.meaning).toBeUndefined();
  });

  test('go by the office’s own words first', () => {
    expect(statusOf('基本完成', { 基本完成: 'open' })).toEqual({ meaning: 'open', sure: 'sure' });
  });
});

describe('days', () => {
  const context: DayContext = { year: 2026 };
  const due = (text: string, more: Partial<DayContext> = {}) => {
    const read = dayMeaning(text, 'dueOn', { ...context, ...more });
    return read.kind === 'day' ? read.day : read.kind;
  };

  test.each([
    ['2026年3月底前', '2026-03-31'],
    ['年底前', '2026-12-31'],
    ['2026年底', '2026-12-31'],
    ['上半年', '2026-06-30'],
    ['3月15日', '2026-03-15'],
    ['三月十五日前', '2026-03-15'],
    ['2026年3月16日（周一）', '2026-03-16'],
    ['26.3.16', '2026-03-16'],
    ['第三季度', '2026-09-30'],
    ['2026年一季度末', '2026-03-31'],
    ['2月底', '2026-02-28'],
    ['2024年2月', '2024-02-29'],
    ['6月上旬', '2026-06-10'],
    ['2026年3月1日-3月20日', '2026-03-20'],
    ['2026.3-2026.6', '2026-06-30'],
    ['3月-5月', '2026-05-31'],
    ['2026年6月底前，长期坚持', '2026-06-30'],
    ['2026年6月底前完成并长期坚持', '2026-06-30'],
    ['截至2026年3月31日前整改完毕', '2026-03-31'],
    ['即知即改', 'immediate'],
    ['立行立改', 'immediate'],
    ['长期坚持', 'term'],
    ['持续推进', 'term'],
    ['15个工作日内', 'term'],
    ['无', 'none'],
    ['月底', 'unread'],
    ['2026年3月16日（周三）', 'unread'],
    ['2026年2月30日', 'unread'],
    ['2026年3月1日、2026年4月1日', 'unread'],
    ['3/5/2026', 'unread'],
    ['已完成', 'status'],
  ])('%s', (text, meaning) => expect(due(text)).toBe(meaning));

  test('without a year are asked where the ledger has none, and vague ones where something happened on a day', () => {
    for (const text of ['3月15日', '年底前', '上半年', '3月底']) expect(due(text, { year: null })).toBe('noYear');
    expect(dayMeaning('2026年3月', 'raisedOn', context).kind).toBe('unread');
    expect(dayMeaning(3.1, 'dueOn', context).kind).toBe('unread');
  });
});

describe('units', () => {
  const read = (text: string) => {
    const { lead, supporting, doubtful, persons } = unitsIn(text);
    return [lead, supporting.join('+'), doubtful.map(({ why }) => why.code.slice(11)).join('+'), persons.join('+')];
  };

  test.each([
    ['城东分局、治安支队', ['城东分局', '治安支队', '', '']],
    ['牵头单位：城东分局\n配合单位：治安支队、交警支队', ['城东分局', '治安支队+交警支队', '', '']],
    ['配合单位：治安支队\n牵头单位：城东分局', ['城东分局', '治安支队', '', '']],
    ['政工室牵头，纪检室配合', ['政工室', '纪检室', '', '']],
    ['人力资源和社会保障局', ['人力资源和社会保障局', '', '', '']],
    ['公安局和城管局', ['公安局', '城管局', '', '']],
    ['城东分局治安大队', ['城东分局治安大队', '', '', '']],
    ['教育科技和体育局', ['教育科技和体育局', '', '', '']],
    ['国家税务总局商洛市税务局', ['国家税务总局商洛市税务局', '', '', '']],
    ['交警大队（李强）', ['交警大队', '', '', '李强']],
    ['交警大队 李强', ['交警大队', '', '', '李强']],
    ['无', [null, '', '', '']],
    ['—', [null, '', '', '']],
    ['/', [null, '', '', '']],
    ['12', ['12', '', 'unitIsNumber', '']],
    ['李强', ['李强', '', 'unitIsPerson', '']],
    ['全局', ['全局', '', 'unitIsEverybody', '']],
    ['各单位', ['各单位', '', 'unitIsEverybody', '']],
    ['住建局城管局', ['住建局城管局', '', 'unitsGlued', '']],
  ])('%s', (text, meaning) => expect(read(text)).toEqual(meaning));

  test('that the office has are never doubted', () => {
    expect(unitsIn('住建局城管局', (name) => name === '住建局城管局').doubtful).toEqual([]);
  });
});

describe('persons’ data', () => {
  test('is known by its shape', () => {
    const kinds = ['mobile', 'identity', 'landline', 'dwelling', 'name'] as const;
    const taken = (text: string) => withoutPersons(text, kinds).taken;
    expect(taken('联系13812345678或0914-2312345')).toEqual(['13812345678', '0914-2312345']);
    expect(taken('身份证110101199003071233')).toEqual(['110101199003071233']);
    expect(taken('住３号楼２单元501室')).toEqual(['住３号楼２单元501室']);
    expect(taken('报警人田力已致歉')).toEqual(['田力']);
    expect(taken('工单20260301001已于2026年3月1日办结，金额1000000元')).toEqual([]);
  });

  test('are names where they look like one', () => {
    for (const name of ['李强', '欧阳明华', '陈建国']) expect([name, isPersonName(name)]).toEqual([name, true]);
    for (const name of ['交警大队', '安全', '石门村', '高新区', '公路站', '整改到位'])
      expect([name, isPersonName(name)]).toEqual([name, false]);
  });
});

describe('sources', () => {
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
