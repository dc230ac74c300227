/** What a word of a status column means: closed, open, dropped, or a question. */
import type { StatusMeaning, Sureness } from './reading.js';

export interface StatusWord {
  meaning: StatusMeaning;
  sure: Sureness;
}

const CLOSED = wordSet(
  `是 已销号 销号 已完成 完成 已办结 办结 已整改 整改完成 已整改完成 整改到位 已整改到位 已解决 已回复 已答复 已关闭 √ ✓ ✔ ☑ 对 y yes closed done resolved
  completed true 1 完结 已完结 整改完结 完工 已完工 竣工 已竣工 办毕 已办毕 已处置 已处理 已落实 已结案 结案 已归档 已验收 验收合格 验收通过 通过验收 已通过验收 合格
  同意销号 准予销号 对账销号 已对账销号 清零 已清零 满意办结 达标 已达标 已采纳并落实 有 finished fixed complete`,
);
const OPEN = wordSet(
  `否 未销号 未完成 未办结 未整改 未解决 未回复 整改中 正在整改 持续整改 办理中 正在办理 进行中 推进中 未启动 待办 待整改 未到期 × ✗ ✘ x ☐ n no open pending
  inprogress false 0 wip notstarted onhold workinprogress underway awaiting outstanding deferred 挂账 已收集 待签收 待回访 已交办 已受理 已签收 已立项 已启动 已派单 逾期 超期 滞后 延期 长期坚持 常态化 在办 在建 未 ongoing overdue new assigned`,
);
const DROPPED = wordSet(
  `不予采纳 不采纳 未采纳 不予受理 不予办理 撤回 已撤回 撤销 已撤销 撤件 并案 已并案 并案处理 合并办理 已合并 作废 已作废 取消 已取消 重复件 withdrawn rejected merged cancelled`,
);
/** Words of which offices mean different things. */
const ASKED = wordSet(
  `退回 已退回 不属实 查无实据 无法整改 无法办理 转办 已转办 移交 已移交 转出 中止 终止 暂停 暂缓 基本完成 基本整改到位 基本办结 基本解决 基本落实 解释说明 已解释 列入计划 重复 duplicate wontfix won'tfix notapplicable transferred referred`,
);
const TICKS = wordSet('√ ✓ ✔ ☑ v 是 1 y yes true ● ■ 对 有 ok 打勾');
const NO_TICKS = wordSet('× ✗ ✘ x ☐ □ 否 0 n no false 无 - — – / ○ 未');

const PATTERNS: [RegExp, StatusMeaning][] = [
  [/待(上级|市局|分局|领导|现场)?(验收|销号|复核|审核|确认|核查|检查|审批|评估)(后销号)?$/, 'open'],
  [/^(与|同|并入).{1,12}(合并|并案|重复|一并)(办理|处理|整改)?$/, 'asked'],
  [/部分|阶段性|初步|局部/, 'open'],
  [/^(基本|大致|大部分|大体)/, 'asked'],
  [/^(尚|还|暂|仍|目前)?未/, 'open'],
  [/(不到位|不合格|不通过|未通过|不达标|未到位|未完成|未整改|未落实|未解决|未办结|未销号)(整改)?$/, 'open'],
  [/^(待|拟|申请|已申请|已提交|已提请|报请|提请|已报请|建议)(?!完成)/, 'open'],
  [/^(逾期|超期|滞后|延期|挂账)/, 'open'],
  [/^(正在|正|仍在|还在|继续|持续|长期|常态|加快|有序|稳步|全力|积极|按计划|按序时|按时序)/, 'open'],
  [/推进|序时|进行中|长期坚持|持续坚持/, 'open'],
  [/^[\u4e00-\u9fa5]{1,6}中$/, 'open'],
  [
    /^(已|已经|现已)?(全部|全面|如期|按期|按时|提前|逾期|均)?(已)?(整改|办理|处理|处置|落实)?(完成|办结|销号|解决|落实|整改|结案|验收|答复|回复|处置|处理|关闭|完毕|补齐|修复|更换)(了)?(到位|完毕|完成|整改|销号|任务|办理|工作)?(并(销号|归档|回复|答复))?$/,
    'closed',
  ],
];
const SHARE = /^(?:已|约|整改|目前|累计)*(?:完成|完成率|进度|达|达到|完成了)?(?:约)?(\d{1,3}(?:\.\d+)?)%$/;

const TAKES_BACK =
  /[但仍尚]|还[有需要差]|剩余|其余|继续(整改|推进|办理|落实|跟进)|未(?!发现|再|来)|除.{1,15}外|反弹|不满意/;

/** What may stand under 处理结果 beside a day, and is no doing of it: 无法处置，已上报; 终止调解. */
const LESS_THAN_DONE =
  /无法|不能|终止|中止|反复|反弹|撤回|撤诉|移送|移交|转办|转交|转由|不予|退回|退单|重办|重新|不满意|不成|无权|无执法权|不属于|拒不|暂缓|暂不|已?上报|已立案|列入|留作|[尚仍]未?/;

/** Whether words of what was done leave it open whether it was. */
export function mayBeUndone(text: string): boolean {
  return LESS_THAN_DONE.test(text);
}

const UNDOES =
  /(尚|仍|还|暂)?未(全部|全面|完全|彻底|按期|真正)?(完成|整改|落实|办结|解决|销号|到位|拆除|修复|恢复|处理|清理)(?!.{0,4}(已|均))|反弹|反复(?!核|研|沟)|(重新|再次|继续|仍需|还需)(整改|办理|处理|推进|跟进|落实)|其余|剩余|余下|尚有|还[有差]|一半|不属实|作废|撤回|退回重办|假整改|虚假/;
const ENDS =
  /作废|撤(回|诉|件|销)(?!违|建)|重复|并案|合并(办理|处理|至|到|入)|(已|现|拟)?(移交|移送|转办|转由|转交|转至|已转).{0,12}|不属(实|于)|查无|不予|无需整改|取消整改|已(销号|办结|完成整改|整改完成|整改到位)/;

/** Whether a remark takes back that an issue is done. */
export function undoes(remark: string): boolean {
  return UNDOES.test(remark) && !/无反弹|未反弹|防止反弹|未发现反弹|严防反弹|避免反弹/.test(remark);
}

/** Whether a remark ends an issue whose state says that it is open. */
export function ends(remark: string): boolean {
  return ENDS.test(remark) || statusOf(remark)?.meaning === 'closed' || statusOf(remark)?.meaning === 'dropped';
}

/** What was found, which ends an issue where a day of ending stands beside it. */
const FINDINGS = wordSet('查无实据 不属实 解释说明 已解释 查无此事 不存在 无此情况');

/** Whether `text` is a finding: 查无实据 under a day of answering is an answer. */
export function isFinding(text: string): boolean {
  return FINDINGS.has(statusKey(text));
}

/** The meaning of `text` as a whole; undefined when it is empty or no status. The office's own words go first. */
export function statusOf(text: string, own: Record<string, StatusMeaning> = {}): StatusWord | undefined {
  const word = statusKey(text);
  if (word === '') return undefined;
  for (const [each, meaning] of Object.entries(own)) if (statusKey(each) === word) return { meaning, sure: 'sure' };
  const known = listed(word);
  if (known !== undefined) return { meaning: known, sure: known === 'asked' ? 'unsure' : 'sure' };
  const bare = statusKey(text.normalize('NFKC').replace(/\([^)]{0,200}\)/g, ''));
  const noted = bare === '' ? undefined : listed(bare);
  // A（已解决）, B类（列入计划）: the letter is a class, the words beside it say which.
  const lettered = /^[a-d]类?\(([^()]{1,20})\)$/.exec(word)?.[1];
  if (lettered !== undefined) return statusOf(lettered, own);
  // 已完成（待付款）: the note takes it back, or does not.
  if (noted === 'closed' && /待|[尚仍]|未(?!发现)|其余|剩余|部分|继续|除/.test(word.slice(word.indexOf('(')))) {
    const note = /\(([^)]*)\)?/.exec(word)?.[1] ?? '';
    return statusOf(note, own)?.meaning === 'open' && /待.{0,2}(验收|销号|复核|审核)/.test(note)
      ? { meaning: 'open', sure: 'likely' }
      : { meaning: 'asked', sure: 'unsure' };
  }
  if (noted !== undefined) return { meaning: noted, sure: noted === 'asked' ? 'unsure' : 'likely' };
  const share = SHARE.exec(word);
  if (share)
    return Number(share[1]) > 100 ? undefined : { meaning: share[1] === '100' ? 'closed' : 'open', sure: 'likely' };
  if (bare.length > 14 || /[,;。]/.test(bare)) return undefined;
  const pattern = PATTERNS.find(([words]) => words.test(bare));
  return pattern && { meaning: pattern[1], sure: pattern[1] === 'asked' ? 'unsure' : 'likely' };
}

/** The meaning of a text of several clauses: of each that says one alone. 'asked' where they disagree; undefined where none does.
 *  Open before closed in one text, as in 正在推进，已完成3月份回访, stays open; 已完成，长期坚持 is a question. */
export function statusInProse(text: string, own?: Record<string, StatusMeaning>): StatusWord | undefined {
  const whole = statusOf(text, own);
  if (whole !== undefined) return whole;
  // 整改完成，待验收 is done by the unit and not struck off by those who check.
  if (/[，,;；]\s*待.{0,4}(验收|销号|复核|审核)(后销号)?[。.]?$/.test(text.trim()))
    return { meaning: 'open', sure: 'likely' };
  const meanings: StatusMeaning[] = [];
  for (const clause of text.split(/[，。；;,\n！!]/)) {
    const found = clause.length > 20 ? undefined : statusOf(clause.replace(/^\s*(\d+[.、]|目前|现|该问题)/, ''), own);
    if (found) meanings.push(found.meaning);
  }
  const [first] = meanings;
  if (first === undefined) return undefined;
  if (first === 'open' || meanings.every((each) => each === first)) {
    // 已完成，但群众不满意: what follows may take it back.
    if (first === 'closed' && TAKES_BACK.test(text)) return { meaning: 'asked', sure: 'unsure' };
    return { meaning: first, sure: first === 'asked' ? 'unsure' : 'likely' };
  }
  return { meaning: 'asked', sure: 'unsure' };
}

/** Whether a cell of a column to tick is ticked; undefined where it says something else. */
export function isTicked(text: string): boolean | undefined {
  const word = statusKey(text);
  if (word === '' || NO_TICKS.has(word)) return false;
  return TICKS.has(word) || undefined;
}

/** Whether words are the same for us: width, case, blanks and closing marks do not count. */
export function statusKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]/g, '')
    .replace(/(?<![。.!;,])[。.!;,]+$/, '');
}

function listed(word: string): StatusMeaning | undefined {
  if (CLOSED.has(word)) return 'closed';
  if (OPEN.has(word)) return 'open';
  if (DROPPED.has(word)) return 'dropped';
  return ASKED.has(word) ? 'asked' : undefined;
}

function wordSet(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(statusKey));
}
