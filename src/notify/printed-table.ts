/** The table of who is told what as people read it: sentences with the names of their facts where an entry has the facts. Pure. */
import type { Sentence } from '../domain/clock-words.js';
import { ROLE_WORDS } from '../domain/vocabulary/people-words.js';
import { namesOf } from '../domain/vocabulary/word.js';
import { ROLES, type Role } from '../domain/words.js';
import { RECIPIENTS } from './recipients.js';
import { CONDITIONS } from './still-holds.js';
import { GROUP_WORDS, type Topic, TOPIC_GROUPS, type TopicGroup } from './topic.js';
import { type TopicKey, TOPICS } from './topics.js';

export interface PrintedTopic {
  key: TopicKey;
  name: Sentence;
  group: TopicGroup;
  who: readonly Role[];
  says: Sentence;
  /** What it says after which event, where that is something else. */
  after: { event: string; says: Sentence }[];
  next: Sentence;
  holds: Sentence;
  isOrder: boolean;
  byHand: boolean;
}

export interface PrintedRecipients {
  role: Role;
  name: Sentence;
  means: Sentence;
  instead: readonly Role[];
}

export interface PrintedTable {
  groups: { key: TopicGroup; name: Sentence }[];
  topics: PrintedTopic[];
  recipients: PrintedRecipients[];
}

const fact = (zh: string, en: string): Sentence => ({ 'zh-CN': `〔${zh}〕`, en: `[${en}]` });

/** What stands in a printed sentence for a fact; a fact without a line stands under its own name. */
const FACT_WORDS: Readonly<Record<string, Sentence>> = {
  number: fact('编号', 'number'),
  dueOn: fact('到期日', 'due day'),
  replyDueOn: fact('回复期限', 'reply by'),
  reviewOn: fact('复核日', 'review day'),
  by: fact('催办人', 'who urges'),
  meeting: fact('座谈会', 'meeting'),
  platform: fact('热线平台', 'hotline platform'),
  seq: fact('序号', 'its number'),
  answerBy: fact('期限', 'day'),
  unit: fact('单位', 'unit'),
  role: fact('角色', 'role'),
  count: fact('件数', 'count'),
  late: fact('逾期件数', 'late'),
  toSign: fact('待签件数', 'to sign'),
  fellDue: fact('到期件数', 'fell due'),
  changes: fact('变化数', 'changes'),
};

function printed(template: Sentence): Sentence {
  const one = (language: keyof Sentence): string =>
    template[language]
      .replace(/[[\]]/g, '')
      .replace(/\{(\w+)\}/g, (_, name: string) => FACT_WORDS[name]?.[language] ?? name);
  return { 'zh-CN': one('zh-CN'), en: one('en') };
}

/** Every line of the table, in its order. */
export function printedTable(): PrintedTable {
  const names = namesOf(ROLE_WORDS);
  return {
    groups: TOPIC_GROUPS.map((key) => ({ key, name: GROUP_WORDS[key] })),
    topics: Object.entries<Topic>(TOPICS).map(([key, topic]) => ({
      key: key as TopicKey,
      ...{ name: topic.name, group: topic.group, who: topic.who, next: topic.next },
      says: printed(topic.says),
      after: Object.entries(topic.after ?? {}).map(([event, says]) => ({ event, says: printed(says) })),
      holds: CONDITIONS[topic.holds],
      isOrder: topic.isOrder === true,
      byHand: topic.byHand === true,
    })),
    recipients: ROLES.map((role) => ({ role, name: names[role], ...RECIPIENTS[role] })),
  };
}
