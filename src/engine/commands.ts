/** The commands of the shipped workflows: their names for people and the JSON Schema of their payload. */
import { knownNames } from '../domain/known-names.js';
import { SATISFACTIONS, VERIFICATION_MODES, VISIT_METHODS, VISIT_OUTCOMES } from '../domain/words.js';
import { COMMANDS_SINCE_2 } from './commands-since-2.js';
import { RECEIPT_COMMANDS } from './receipt-commands.js';
import {
  day,
  days,
  evidence,
  field,
  id,
  ids,
  labels,
  orderPayload,
  payload,
  PHOTOS,
  prose,
  rating,
  reason,
  type CommandSpec,
  type Schema,
} from './fields.js';

export type { CommandSpec, Labels, Schema } from './fields.js';

const ASSIGNMENT: Schema['properties'] = {
  leadUnitId: id('牵头单位', 'Lead unit', 'unit'),
  supportingUnitIds: ids('协办单位', 'Supporting units', 'units'),
  categoryId: id('问题类别', 'Category', 'category'),
  dueOn: day('整改时限', 'Due date'),
  isKey: field('重点问题', 'Key case', { type: 'boolean' }),
};

const MILESTONES = field('阶段节点', 'Milestones', {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  'x-kind': 'milestones',
  items: {
    type: 'object',
    properties: { name: prose('节点', 'Milestone', 200), dueOn: day('时限', 'Due date') },
    required: ['name', 'dueOn'],
    additionalProperties: false,
  },
});

export const COMMANDS = knownNames<CommandSpec>({
  ASSIGN: {
    labels: labels('交办', 'Assign'),
    schema: payload({ ...ASSIGNMENT, milestones: MILESTONES, note: prose('说明', 'Note') }, ['leadUnitId']),
  },
  REJECT: { labels: labels('不予采纳', 'Reject'), judgedBy: ['clerk', 'leader'], schema: reason() },
  MERGE: {
    labels: labels('并案', 'Merge'),
    judgedBy: ['clerk', 'leader'],
    schema: payload({ caseId: id('并入的事项', 'Case to merge into', 'case'), reason: prose('理由', 'Reason') }, [
      'caseId',
    ]),
  },
  TAKE_OVER: {
    labels: labels('台账转入销号', 'Import as closed'),
    internal: true,
    schema: payload(
      { ...ASSIGNMENT, measure: prose('整改措施', 'Action taken', 40_000), remark: prose('备注', 'Remark', 40_000) },
      ['leadUnitId'],
    ),
  },
  ACCEPT: {
    labels: labels('签收', 'Accept'),
    isWork: true,
    schema: payload({ note: prose('说明', 'Note') }),
  },
  DECLINE: {
    labels: labels('退单', 'Decline'),
    schema: payload(
      { reason: prose('理由', 'Reason'), suggestedUnitId: id('建议承办单位', 'Suggested unit', 'unit') },
      ['reason', 'suggestedUnitId'],
    ),
  },
  PROGRESS: {
    labels: labels('填报进展', 'Report progress'),
    isWork: true,
    schema: payload({ text: prose('进展', 'Progress'), evidence: evidence() }, ['text']),
  },
  SUBMIT: {
    labels: labels('办结申报', 'Submit'),
    isWork: true,
    schema: payload(
      {
        measure: prose('整改措施', 'Action taken'),
        evidence: evidence(),
        lastingMeasure: prose('长效机制', 'Preventive measure'),
        noLastingMeasureReason: prose('无需长效机制的理由', 'Why no preventive measure is needed'),
      },
      ['measure'],
      { anyOf: [{ required: ['lastingMeasure'] }, { required: ['noLastingMeasureReason'] }] },
    ),
    asked: {
      saysOtherPlaces: {
        properties: { otherPlaces: prose('举一反三：还查了哪些地方', 'Other places that were checked'), ...PHOTOS },
      },
    },
  },
  PASS: {
    labels: labels('核查通过', 'Pass'),
    judgedBy: ['supervisor'],
    schema: payload(
      {
        method: field('核查方式', 'How it was checked', { enum: [...VERIFICATION_MODES] }),
        note: prose('核查意见', 'Finding'),
        evidence: evidence(),
      },
      ['method'],
    ),
    asked: {
      showsBefore: {
        properties: {
          ...PHOTOS,
          noticeText: prose(
            '公示内容（不写姓名、电话、住址）',
            'Text for the public notice (without names or addresses)',
            500,
          ),
        },
      },
    },
  },
  RETURN: {
    labels: labels('退回重办', 'Return'),
    judgedBy: ['supervisor', 'leader'],
    schema: payload({ reason: prose('理由', 'Reason'), evidence: evidence() }, ['reason']),
  },
  REQUEST_EXTENSION: {
    labels: labels('申请延期', 'Request an extension'),
    isWork: true,
    schema: payload({ days: days('申请天数', 'Working days requested'), reason: prose('理由', 'Reason') }, [
      'days',
      'reason',
    ]),
  },
  GRANT_EXTENSION: {
    labels: labels('同意延期', 'Grant the extension'),
    judgedBy: ['clerk'],
    schema: payload({ days: days('批准天数', 'Working days granted'), note: prose('意见', 'Note') }),
  },
  REFUSE_EXTENSION: { labels: labels('不同意延期', 'Refuse the extension'), judgedBy: ['clerk'], schema: reason() },
  PARK: {
    labels: labels('挂账', 'Put on hold'),
    judgedBy: ['leader'],
    schema: payload({ reason: prose('理由', 'Reason'), reviewOn: day('复核日期', 'Review date') }, [
      'reason',
      'reviewOn',
    ]),
  },
  RESUME: { labels: labels('恢复整改', 'Resume'), schema: payload({ note: prose('说明', 'Note') }) },
  RECORD_VISIT: {
    labels: labels('登记回访', 'Record a visit'),
    judgedBy: ['visitor', 'supervisor'],
    schema: payload(
      {
        method: field('回访方式', 'Method', { enum: [...VISIT_METHODS] }),
        outcome: field('回访结果', 'Outcome', { enum: [...VISIT_OUTCOMES] }),
        satisfaction: field('满意度', 'Satisfaction', { enum: [...SATISFACTIONS] }),
        ratings: field('服务评分', 'Service ratings', {
          type: 'object',
          additionalProperties: false,
          properties: {
            attitude: rating('服务态度', 'Attitude'),
            speed: rating('办理速度', 'Speed'),
            quality: rating('办理质量', 'Quality'),
            fairness: rating('公正廉洁', 'Fairness'),
            feedback: rating('沟通反馈', 'Feedback'),
          },
        }),
        durationSeconds: field('通话秒数', 'Seconds on the phone', {
          type: 'integer',
          minimum: 0,
          maximum: 86_400,
        }),
        note: prose('回访记录', 'Note'),
        nextAttemptOn: day('下次回访', 'Next attempt'),
      },
      ['method', 'outcome'],
    ),
    asked: { namesRaiser: { properties: { raiserId: id('回访对象', 'Whom', 'raiser'), evidence: evidence() } } },
  },
  CLOSE_UNVERIFIED: { labels: labels('未见面销号', 'Close unverified'), judgedBy: ['supervisor'], schema: reason() },
  SIGN_CLOSING: {
    labels: labels('签批销号', 'Sign the closing'),
    judgedBy: ['leader'],
    schema: payload({ note: prose('签批意见', 'Note') }),
  },
  REOPEN: { labels: labels('回头看重启', 'Reopen'), judgedBy: ['supervisor', 'clerk'], schema: reason() },
  WITHDRAW: { labels: labels('撤回', 'Withdraw'), judgedBy: ['clerk', 'leader'], schema: reason() },
  COMMENT: { labels: labels('留言', 'Comment'), schema: payload({ text: prose('内容', 'Text') }, ['text']) },
  JOIN: {
    labels: labels('并入', 'Joined by another case'),
    internal: true,
    schema: payload({
      fromCaseId: id('来自', 'From', 'case'),
      fromNumber: field('编号', 'Number', { type: 'string' }),
      opinionId: id('意见建议', 'Opinion', 'opinion'),
      raisers: ids('反映人', 'Complainants', 'raisers'),
      isKey: field('并入的是重点问题', 'It was a key case', { type: 'boolean' }),
      categoryIds: ids('并入事项的问题类别', 'Categories of what was merged', 'categories'),
      sharesFate: field('结果随本事项', 'Shares its outcome', { type: 'boolean' }),
      cameBack: field('拆分部分并回', 'Part that comes back', { type: 'boolean' }),
      addedById: id('登记人', 'Added by', 'person'),
      addedBy: field('登记人', 'Added by', { type: 'string' }),
    }),
  },
  RECOMPUTE_DUE: {
    labels: labels('重算时限', 'Recompute the due date'),
    internal: true,
    schema: payload({ year: field('年份', 'Year', { type: 'integer' }) }),
  },
  REPLY_ORDER: {
    labels: labels('回复督办单', 'Reply to the order'),
    isWork: true,
    schema: orderPayload({ text: prose('回复', 'Reply') }, ['text']),
    asked: {
      promiseIsNear: {
        properties: {
          cause: prose('逾期原因', 'Why it is late'),
          isFinal: field('回复类型', 'Kind of reply', {
            type: 'boolean',
            'x-yes': labels('最终回复，只待申报', 'Final: only the submission is left'),
            'x-no': labels('阶段性回复', 'Interim'),
          }),
          promisedOn: day('承诺办结日', 'Promised date'),
        },
        required: ['cause', 'isFinal', 'promisedOn'],
      },
    },
  },
  SIGN_ORDER: {
    labels: labels('签批督办单', 'Sign the order'),
    schema: orderPayload({ text: prose('签批意见', 'Note') }, []),
  },
  WAIVE_ORDER: {
    labels: labels('免除督办单', 'Waive the order'),
    judgedBy: ['leader'],
    schema: orderPayload({ reason: prose('理由', 'Reason') }, ['reason']),
    asked: { waiverIsNear: { properties: { reviewOn: day('复核日期', 'Review date') }, required: ['reviewOn'] } },
  },
  INSTRUCT_ORDER: {
    labels: labels('批示', 'Instruct'),
    schema: orderPayload({ instruction: prose('批示内容', 'Instruction') }, ['instruction']),
  },
  ...COMMANDS_SINCE_2,
});

/** Commands that no chart takes, since they change by which chart a case goes, undo a mistake, or touch nothing of its course. */
export const BESIDE_CHARTS = knownNames<CommandSpec>({
  MIGRATE: {
    internal: true,
    labels: labels('转入新版流程', 'Moved to another version of its workflow'),
    schema: payload(
      {
        from: field('原版本', 'From version', { type: 'integer', minimum: 1 }),
        to: field('新版本', 'To version', { type: 'integer', minimum: 1 }),
        orderedBy: field('决定人', 'Ordered by', { type: 'string', minLength: 1, maxLength: 200 }),
        orderedById: id('决定人编号', 'Ordered by, id', 'person'),
        fired: field('已提醒过的时限', 'Reminders that had gone out', { type: 'array', items: { type: 'string' } }),
      },
      ['from', 'to', 'orderedBy'],
    ),
  },
  TAKE_BACK: { labels: labels('收回交办', 'Recall the assignment'), schema: reason() },
  UNDO_IMPORT: {
    internal: true,
    labels: labels('撤销导入', 'Import undone'),
    schema: payload({ file: field('台账', 'Ledger', { type: 'string', minLength: 1, maxLength: 200 }) }, ['file']),
  },
  SHARE_FATE: {
    internal: true,
    labels: labels('并案或拆分事项的结果', 'Outcome of a merged or split case'),
    schema: payload(
      {
        caseId: id('事项', 'Case', 'case'),
        number: field('编号', 'Number', { type: 'string' }),
        kind: field('关系', 'Relation', { enum: ['target', 'part'] }),
        resolvedOn: day('销号日期', 'Closed on'),
      },
      ['caseId', 'number', 'kind'],
    ),
  },
});

/** What is known of a command, whether charts take it or not. */
export const specOf = (type: string): CommandSpec | undefined =>
  COMMANDS[type] ?? BESIDE_CHARTS[type] ?? RECEIPT_COMMANDS[type];

/** The people who worked on a case after a step of this type: a person once, in the order of their first step. */
export function workersAfter(workers: string[], type: string, userId: string | null): string[] {
  const isNew = userId !== null && COMMANDS[type]?.isWork === true && !workers.includes(userId);
  return isNew ? [...workers, userId] : workers;
}
