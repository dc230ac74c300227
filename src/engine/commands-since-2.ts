/** The commands that came with version 2 of the workflows. */
import { DEPARTURES } from '../domain/words.js';
import { day, field, id, ids, labels, payload, prose, reason, type CommandSpec } from './fields.js';

const PARTS = field('拆出的事项', 'Parts', {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  'x-kind': 'parts',
  items: {
    type: 'object',
    properties: {
      title: prose('标题', 'Title', 200),
      description: prose('内容', 'Description', 40_000),
      categoryId: id('问题类别', 'Category', 'category'),
    },
    required: ['title', 'description'],
    additionalProperties: false,
  },
});

export const COMMANDS_SINCE_2: Readonly<Record<string, CommandSpec>> = {
  URGE: { labels: labels('催办', 'Send a reminder'), schema: payload({ text: prose('催办内容', 'Text') }, ['text']) },
  TRANSFER: {
    labels: labels('改派', 'Transfer'),
    judgedBy: ['clerk'],
    schema: payload(
      {
        leadUnitId: id('牵头单位', 'Lead unit', 'unit'),
        supportingUnitIds: ids('协办单位', 'Supporting units', 'units'),
        reason: prose('理由', 'Reason'),
      },
      ['leadUnitId', 'reason'],
    ),
  },
  SPLIT: {
    labels: labels('拆分', 'Split'),
    judgedBy: ['clerk'],
    schema: payload({ parts: PARTS, reason: prose('理由', 'Reason') }, ['parts', 'reason']),
  },
  CORRECT: {
    labels: labels('更正', 'Correct'),
    judgedBy: ['clerk', 'leader'],
    schema: payload(
      {
        title: prose('标题', 'Title', 200),
        categoryId: id('问题类别', 'Category', 'category'),
        isKey: field('重点问题', 'Key case', { type: 'boolean' }),
        supportingUnitIds: ids('协办单位', 'Supporting units', 'units'),
        reason: prose('理由', 'Reason'),
      },
      ['reason'],
      { anyOf: ['title', 'categoryId', 'isKey', 'supportingUnitIds'].map((name) => ({ required: [name] })) },
    ),
  },
  ASK_DEPARTURE: {
    labels: labels('提请退出', 'Request a departure'),
    judgedBy: ['clerk', 'leader'],
    schema: payload(
      {
        kind: field('退出方式', 'How', { enum: [...DEPARTURES] }),
        caseId: { ...id('并入的事项', 'Case to merge into', 'case'), 'x-when': { field: 'kind', is: 'merge' } },
        reason: prose('理由', 'Reason'),
      },
      ['kind', 'reason'],
    ),
  },
  GRANT_DEPARTURE: {
    labels: labels('同意退出', 'Grant the departure'),
    judgedBy: ['clerk', 'leader'],
    schema: payload({ note: prose('意见', 'Note') }),
  },
  REFUSE_DEPARTURE: {
    labels: labels('不同意退出', 'Refuse the departure'),
    judgedBy: ['clerk', 'leader'],
    schema: reason(),
  },
  RECORD_TALK: {
    labels: labels('登记约谈', 'Record the admonition talk'),
    judgedBy: ['clerk', 'leader'],
    schema: payload(
      {
        heldOn: day('约谈日期', 'Held on'),
        place: prose('地点', 'Place', 200),
        attendees: prose('约谈人、被约谈人', 'Who held it, who was called', 1000),
        questions: prose('提出的问题', 'Questions'),
        explanation: prose('说明情况', 'Explanation'),
        demands: prose('约谈要求', 'Demands'),
        pledge: prose('表态承诺', 'Pledge'),
        pledgeOn: day('承诺完成日期', 'Pledged date'),
      },
      ['heldOn', 'place', 'attendees', 'questions', 'explanation', 'demands', 'pledge', 'pledgeOn'],
    ),
  },
  CLOSE_DISPUTED: { labels: labels('争议销号', 'Close in dispute'), judgedBy: ['leader'], schema: reason() },
  OBJECT: {
    labels: labels('提出异议', 'Raise an objection'),
    schema: payload(
      { text: prose('异议内容', 'Objection'), raiserId: id('提出异议的反映人', 'Complainant who objects', 'raiser') },
      ['text'],
    ),
  },
  DISMISS_OBJECTION: {
    labels: labels('异议不成立', 'Dismiss the objection'),
    judgedBy: ['supervisor'],
    schema: reason(),
  },
};
