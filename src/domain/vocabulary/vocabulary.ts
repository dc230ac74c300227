/** All words of the domain, in the order in which docs/glossary.md lists them. */
import type { Sentence } from '../clock-words.js';
import {
  DEPARTURE_WORDS,
  LEVEL_WORDS,
  LIGHT_WORDS,
  NO_LIGHT,
  OUTCOME_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
  TRACK_WORDS,
} from './case-words.js';
import { CHANNEL_WORDS, DELIVERY_STATE_WORDS, HOTLINE_ANSWER_WORDS, WEBHOOK_KIND_WORDS } from './channel-words.js';
import { COUNT_WORDS, FIGURE_WORDS, RATE_WORDS, SIGN_WORDS, SPLIT_WORDS } from './figure-words.js';
import { ANSWER_CLASS_WORDS, MEETING_KIND_WORDS, PROMISE_STATE_WORDS, TRIAGE_WORDS } from './meeting-words.js';
import { ORDER_ACT_WORDS, ORDER_STATUS_WORDS } from './order-words.js';
import { ACCESS_PURPOSE_WORDS, CAPACITY_WORDS, ROLE_WORDS } from './people-words.js';
import { TERMS_TO_COME } from './terms-to-come.js';
import { TERMS } from './terms.js';
import { SATISFACTION_WORDS, VERIFICATION_MODE_WORDS, VISIT_METHOD_WORDS, VISIT_OUTCOME_WORDS } from './visit-words.js';
import type { Word } from './word.js';

export interface WordGroup {
  title: Sentence;
  /** By identifier: what code, API and database say. */
  words: Readonly<Record<string, Word>>;
}

const group = (zh: string, en: string, words: WordGroup['words']): WordGroup => ({
  title: { 'zh-CN': zh, en },
  words,
});

export const VOCABULARY: readonly WordGroup[] = [
  group('术语', 'Terms', TERMS),
  group('阶段', 'Stages', STAGE_WORDS),
  group('亮灯', 'Lights', { ...LIGHT_WORDS, none: NO_LIGHT }),
  group('督办等级', 'Escalation levels', LEVEL_WORDS),
  group('结果', 'Outcomes', OUTCOME_WORDS),
  group('退出方式', 'Departures', DEPARTURE_WORDS),
  group('问题来源', 'Sources', SOURCE_WORDS),
  group('整改类型', 'Tracks', TRACK_WORDS),
  group('角色', 'Roles', ROLE_WORDS),
  group('参会身份', 'Capacities of participants', CAPACITY_WORDS),
  group('会议类型', 'Kinds of meetings', MEETING_KIND_WORDS),
  group('意见的处理', 'Decisions on opinions', TRIAGE_WORDS),
  group('办理结果反馈', 'Answers to opinions', ANSWER_CLASS_WORDS),
  group('会上承诺', 'Promises of a meeting', PROMISE_STATE_WORDS),
  group('核查方式', 'Modes of verification', VERIFICATION_MODE_WORDS),
  group('回访方式', 'Methods of a visit', VISIT_METHOD_WORDS),
  group('回访结果', 'Outcomes of a visit', VISIT_OUTCOME_WORDS),
  group('满意度', 'Satisfaction', SATISFACTION_WORDS),
  group('督办单的状态', 'States of an order', ORDER_STATUS_WORDS),
  group('对督办单的处理', 'What is done about an order', ORDER_ACT_WORDS),
  group('查看理由', 'Purposes of access', ACCESS_PURPOSE_WORDS),
  group('送达渠道', 'Channels', CHANNEL_WORDS),
  group('对接的系统', 'Receivers that are no person', WEBHOOK_KIND_WORDS),
  group('热线答复', 'Answers to hotlines', HOTLINE_ANSWER_WORDS),
  group('送达状态', 'States of a delivery', DELIVERY_STATE_WORDS),
  group('报表', 'The report', FIGURE_WORDS),
  group('报表的分项', 'Rows of the report', SPLIT_WORDS),
  group('报表的比率', 'Rates', RATE_WORDS),
  group('报表的件数', 'Counts', COUNT_WORDS),
  group('需要留意的迹象', 'Signs worth a look', SIGN_WORDS),
  group('尚未建成的', 'Named, and still to be built', TERMS_TO_COME),
];
