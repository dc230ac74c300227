/** What the header of a column means, and how sure that is. */
import { FIELDS, type Field } from './entry.js';
import { HEADER_WORDS, headerKey, headerKeyWithoutNote } from './header-words.js';
import type { Choices, ColumnMeaning, Said, Sureness } from './reading.js';
import { said } from './said.js';
import { statusOf } from './status-words.js';

/** What a column does beyond its field. */
export type ColumnRole =
  /** 已完成 as a column to tick. */
  | 'tick'
  /** 完成时间: planned or done, nobody knows by the header. */
  | 'eitherDay'
  /** 整改情况: how far it is, in words or in prose. */
  | 'progress'
  /** 延期至: the due day that takes the place of the first. */
  | 'extended'
  | 'plain';

export interface HeaderMeaning {
  field: ColumnMeaning;
  role: ColumnRole;
  sure: Sureness;
  why: Said;
  /** The surest word of a field is 0. */
  rank: number;
}

const WORDS = new Map<string, { field: Field; rank: number }>();
for (const field of FIELDS) {
  for (const [rank, word] of HEADER_WORDS[field].split(' ').entries()) WORDS.set(headerKey(word), { field, rank });
}

/** Of persons, but not of who raised it. */
const PERSONAL =
  /^(当事人|被.{1,4}人|联系人|法定代表人|法人|负责人(?=.*电话)|户主|业主|住户|受害人|嫌疑人|家属|监护人|签收人|收件人|经手人)|年龄|性别|民族|籍贯|户籍|出生|政治面貌|文化程度|婚姻|车牌|银行|微信|qq|邮箱|email|e-mail|单位及职务|工作单位|职业|身份$|人员名单|名单$/;
const TELEPHONE = /电话|手机|联系方式|联系号码|来电号码|phone|mobile|telephone|^tel$/;
const OFFICIAL = /责任|经办|承办|领导|单位|部门|主办|包案|包保|负责|办理|整改/;
const DWELLING = /身份证|证件号|住址|住所|家庭|户籍|通讯地址|联系地址|^地址$|idcard|idnumber|identitynumber|^address$/;
const RAISER =
  /^(姓名|名字|群众|市民)$|(来电|来信|来访|举报|信访|反映|投诉|诉求|提出|申请|报警|报案|求助|反馈|建议|提案|发言|上报|采集|参会|与会|领衔|附议|委托)(人|者|人员|代表|群众|委员|网格员)(姓名|名单|签名)?$|(代表|委员|群众|市民|人大代表|政协委员|居民|村民)(姓名|名单)?$|姓名$/;
const RAISER_GROUP =
  /^(反映人|信访人|来电人|举报人|投诉人|诉求人|当事人|来访人|提出人|群众|申请人|代表|人员)(信息|情况|基本信息|基本情况)?$/;
const EITHER_DAY = /^(完成|整改|整改完成|完成整改|办理|落实|解决|实施|处理)(的)?(时间|日期|日)$/;
const PLANNED =
  /计划|预计|拟|要求|限办|限时|应办|承诺|目标|限定|规定|应当?(?=完成|办)|预期|期望|截止|截至|最迟|planned|target|due|deadline/;
const ACTUAL = /实际|已完成时间|actual|办结时间|销号时间/;
const DAY_WORD = /时间|日期|时限|期限|限期|节点|时点|date|day$/;
const TERM = /(时限|期限|限期|截止(时间|日期|日|时点)?|时间节点|完成节点|整改节点|办理限期)$/;
/** Whether it is done, and not whether it has to be, may be or is planned. */
const IS_DONE =
  /^(是否|有无)(已|已经|都|均|全部|按期|按时|如期|实际)*(整改|办理|处理|处置|问题|任务|解决)?(完成|销号|办结|整改|到位|完毕|解决|落实)(整改|销号|到位|完毕|完成|任务)?$/;
/** The due day that counts where there are two. */
const EXTENDED =
  /(延期|延长|展期|顺延|调整|变更|重新(确定|约定))(后)?(的)?(整改|完成|办理|办结)*(至|到|时限|期限|限期|完成时间|截止时间)$/;
/** What is done with papers and sites: no day of an issue, however many of its words stand before it. */
const OTHER_DEED =
  /(启动|开始|开工|进场|报送|上报|提交|制定|公示|下达|下发|印发|通知书?|申请|审批|审核|备案|约谈|走访|上会|研究|交办|移交)(的)?(时间|日期|日)$/;
/** Opinions of those who check and decide are no issue. */
const OF_CHECKERS =
  /^(验收|销号|审核|审批|批示|领导|督办|督导|核查|核实|认定|评价|满意|回访|复查|复核|整改|办理|处理|处置).*(意见|反馈|内容|摘要|批示)$/;
/** Told of nothing but how far it is: an unknown word there is a question. */
const STATUS_ONLY = /^(整改)?(任务)?(完成|办结|销号)(情况|状态|进度)$/;
const PROGRESS = /(情况|进展|进度|结果|成效|落实|结论|状况|反馈)$/;

/** The meaning of a header of one line, or of two: `group` stands above `name`. The office's own words go first. */
export function headerMeaning(
  name: string,
  group: string,
  own: NonNullable<Choices['words']>['headers'] = {},
): HeaderMeaning {
  const full = group === '' || group === name ? name : `${group}${name}`;
  for (const [word, field] of Object.entries(own)) {
    const key = headerKey(word);
    if (key === headerKey(full) || key === headerKey(name)) {
      return {
        field: field === 'none' ? null : field,
        role: roleOf(field, name),
        sure: 'sure',
        rank: 0,
        why: said('officesHeader', 'A word of this office', '本单位词典'),
      };
    }
  }
  if (group !== '' && RAISER_GROUP.test(headerKey(group))) return ofPerson(name);
  if (group !== '') {
    const tick = tickMeaning(name, group);
    if (tick) return tick;
    const whole = exactly(full);
    if (whole) return whole;
  }
  return (
    exactly(name) ??
    inTwoLanguages(name) ??
    bySense(headerKeyOfAll(name)) ??
    (group === '' ? undefined : (bySense(headerKeyOfAll(full)) ?? exactly(group))) ??
    tickMeaning(name, '') ??
    UNKNOWN
  );
}

/** Whether a text is, to the letter, the word of a header. */
export function isHeaderWord(text: string): boolean {
  return WORDS.has(headerKey(text));
}

const UNKNOWN: HeaderMeaning = {
  field: null,
  role: 'plain',
  sure: 'likely',
  rank: 99,
  why: said('unknownHeader', 'No header that we know: its cells go into the note', '表头未识别：内容记入备注'),
};
const KNOWN = said('knownHeader', 'The usual word', '常用表头');
const BY_SENSE = said('headerBySense', 'By the sense of its words', '按表头字义');

/** Issue 问题, Done 是否完成: the Chinese half says it, else the other. */
function inTwoLanguages(name: string): HeaderMeaning | undefined {
  const chinese = name.replace(/[^\u4e00-\u9fa5（）()]+/g, '');
  const latin = name.replace(/[^A-Za-z ]+/g, ' ').trim();
  if (chinese.length < 2 || latin.length < 2 || /[（(]/.test(name)) return undefined;
  return exactly(chinese) ?? bySense(headerKeyOfAll(chinese)) ?? exactly(latin);
}

function exactly(name: string): HeaderMeaning | undefined {
  const note = /[([【〔{](.{0,200}?)[)\]】〕}]/.exec(name.normalize('NFKC'))?.[1] ?? '';
  const exact = WORDS.get(headerKey(name));
  const found = exact ?? WORDS.get(headerKeyWithoutNote(name));
  if (!found) return undefined;
  const bare = headerKeyWithoutNote(name);
  const { field } = found;
  if ((field === 'closedOn' || field === 'dueOn') && PLANNED.test(note))
    return { ...found, field: 'dueOn', role: 'plain', sure: 'likely', why: BY_SENSE };
  if ((field === 'closedOn' || field === 'dueOn') && ACTUAL.test(note))
    return { ...found, field: 'closedOn', role: 'plain', sure: 'likely', why: BY_SENSE };
  if (STATUS_ONLY.test(bare))
    return { ...found, field: field === 'isClosed' ? field : 'status', role: 'progress', sure: 'sure', why: KNOWN };
  return { ...found, rank: found.rank + (exact ? 0 : 0.5), role: roleOf(field, bare), sure: 'sure', why: KNOWN };
}

function roleOf(field: ColumnMeaning | 'none', name: string): ColumnRole {
  if (field === 'closedOn' && EITHER_DAY.test(headerKey(name))) return 'eitherDay';
  if (field === 'measure' && PROGRESS.test(headerKey(name)) && !/措施|答复|回复/.test(name)) return 'progress';
  return field === 'status' || field === 'isClosed' ? 'progress' : 'plain';
}

function bySense(key: string): HeaderMeaning | undefined {
  const likely = (field: ColumnMeaning, role?: ColumnRole): HeaderMeaning => ({
    field,
    role: role ?? roleOf(field, key),
    sure: 'likely',
    rank: 50,
    why: BY_SENSE,
  });
  if (TELEPHONE.test(key) && !/^(责任人|经办人|承办人|整改责任人|责任领导)(及|和|与|、)/.test(key))
    return likely(OFFICIAL.test(key) ? 'personal' : 'raiserContact');
  if (DWELLING.test(key)) return likely('raiserContact');
  if (PERSONAL.test(key)) return likely('personal');
  if (RAISER.test(key) && !OFFICIAL.test(key)) return likely('raiserName');
  if (IS_DONE.test(key)) return likely('isClosed');
  // 是否立行立改, 是否延期: answered with yes, and nothing is done by that.
  if (/^(是否|有无)/.test(key)) return undefined;
  if (DAY_WORD.test(key) || TERM.test(key) || EXTENDED.test(key)) return ofDays(key, likely);
  if (
    /(牵头|责任|整改|承办|主办|办理|落实|处置|主责|包联|认领|实施).*(单位|部门|科室|主体|机构|处室|所队|警种)/.test(key)
  )
    return likely('unitName');
  if (
    /^((牵头|责任|承办|主办|办理|整改)(所|队|站|局|科|处|街道|镇|乡|社区|中心)|(隐患|整改|责任|受检|被检查?)?(单位|企业)名称)$/.test(
      key,
    )
  )
    return likely('unitName');
  if (/^(责任|责任分工|分工|责任落实|职责分工|职责|单位)?(牵头|主办|主责|承办)(方)?$/.test(key))
    return likely('unitName');
  if (/(配合|协办|协同|协助|会办|参与).*(单位|部门|科室|主体)?$/.test(key)) return likely('supportingUnitNames');
  if (/(领导|局长|书记|负责同志)$/.test(key)) return likely('leaderName');
  if (/(责任人|经办人|承办人|办理人|负责人|联络员|处置人|整改人)/.test(key)) return likely('handlerName');
  if (/(状态|完成率|完成与否|销号情况|验收.{0,3})$/.test(key)) return likely('status', 'progress');
  if (/^(责任|职责|任务)?分工$|^责任落实$/.test(key)) return likely('unitName');
  if (/(来源|渠道|途径|方式来源)$/.test(key)) return likely('source');
  if (/(问题|事项|诉求|隐患|线索|案件)?(类别|类型|分类|性质|领域|种类)$/.test(key)) return likely('categoryName');
  if (/(编号|编码|单号|件号|案号|文号|流水号|受理号)$/.test(key)) return likely('externalId');
  if (
    /(措施|举措|办法|整改任务|整改目标|任务分解|答复|回复|反馈意见)(内容)?$/.test(key) &&
    !/^(反馈意见|意见)/.test(key)
  )
    return likely('measure', 'plain');
  if (/^(整改|办理|处理|处置|落实|完成|办结|工作|推进|销号).*(情况|进展|进度|结果|成效|状况|结论)$/.test(key))
    return likely(/完成情况|办结情况|销号/.test(key) ? 'status' : 'measure', 'progress');
  if (/(标题|名称|题目|案由|主题)$/.test(key)) return likely('title');
  if (OF_CHECKERS.test(key)) return undefined;
  if (
    /(问题|诉求|隐患|线索|建议|意见|提案|表现|不足|短板|事由|案情|反映|反馈|内容|描述|详情|事项|摘要|症结)(描述|内容|表现|清单|情况|详情|事项|概述|摘要|意见|问题|点)?$/.test(
      key,
    )
  )
    return likely('description', 'plain');
  return undefined;
}

function ofDays(
  key: string,
  likely: (field: ColumnMeaning, role?: ColumnRole) => HeaderMeaning,
): HeaderMeaning | undefined {
  if (/(原因|理由|天数|次数|依据|方式)$/.test(key)) return undefined;
  if (/出生|召开|会议|制表|填表|填报/.test(key)) return likely(/出生/.test(key) ? 'personal' : null);
  if (EXTENDED.test(key)) return { ...likely('dueOn', 'extended'), rank: 60 };
  if (OTHER_DEED.test(key) && /整改|销号|计划|方案|报告|措施|台账|拟|要求|任务/.test(key))
    return likely(/(下达|下发|印发|通知书?|交办|移交)(的)?(时间|日期|日)$/.test(key) ? 'assignedOn' : null);
  // 应办结时间 is no day on which it was done.
  if (ACTUAL.test(key) && (!PLANNED.test(key) || /实际|actual/.test(key))) return likely('closedOn', 'plain');
  if (TERM.test(key) || PLANNED.test(key)) return likely('dueOn');
  if (/延期|变更|调整|复查|回访|检查|督查|验收/.test(key))
    return /排查|检查|发现|督查/.test(key) ? likely('raisedOn') : likely(null);
  if (/(完成|整改|办结|办理|销号|关闭|结案|解决|答复|回复|处置|处理|落实)/.test(key))
    return likely('closedOn', EITHER_DAY.test(key) ? 'eitherDay' : 'plain');
  if (/(交办|派发|派单|转办|分办|下发|下达|移交|签收)/.test(key)) return likely('assignedOn');
  if (
    /(反映|提出|受理|来信|来电|来访|收集|发现|登记|排查|检查|上报|采集|接收|收文|立案|诉求|信访|接访|投诉|举报|创建|录入|(巡察|巡视|督察|审计|检查).*反馈)/.test(
      key,
    )
  )
    return likely('raisedOn');
  return undefined;
}

function ofPerson(name: string): HeaderMeaning {
  const key = headerKey(name);
  const field = /姓名|^名$/.test(key)
    ? 'raiserName'
    : TELEPHONE.test(key) || DWELLING.test(key)
      ? 'raiserContact'
      : 'personal';
  return {
    field,
    role: 'plain',
    sure: 'likely',
    rank: 10,
    why: said('ofPerson', 'Stands under a person', '位于人员信息之下'),
  };
}

/** Says something about a state, and is none: 未完成原因. */
const OF_A_STATE = /(原因|理由|说明|问题|困难|措施|事项|数|率|量|人|天)$/;

/** 已完成 | 正在整改 | 未完成 and 是 | 否, each a column to tick. */
function tickMeaning(name: string, group: string): HeaderMeaning | undefined {
  const meaning = statusOf(name);
  if (meaning === undefined || /^[\d%]/.test(name) || OF_A_STATE.test(name)) return undefined;
  // 基本完成 beside 已完成 is a place to tick; 转办 or 退回 alone may hold anything.
  if (meaning.meaning === 'asked' && (group === '' || !/^基本/.test(name))) return undefined;
  const isWord = /完成|销号|整改|办结|解决|落实|推进|中$|未|已|采纳/.test(name);
  if (!isWord && (group === '' || !/是否|完成|销号|情况|状态|进度|进展/.test(group))) return undefined;
  return {
    field: 'status',
    role: 'tick',
    sure: 'likely',
    rank: 20,
    why: said('tickColumn', `A column to tick: ${name}`, `打勾列：${name}`),
  };
}

function headerKeyOfAll(name: string): string {
  return headerKeyWithoutNote(name) || headerKey(name);
}
