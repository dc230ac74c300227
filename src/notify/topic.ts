/** What a line of the table says about one topic: whom it tells, in which words, what to do next, and while what holds. */
import type { Sentence } from '../domain/clock-words.js';
import type { Role } from '../domain/words.js';
import type { Condition } from './still-holds.js';

/** How topics are grouped where somebody looks for one. */
export const TOPIC_GROUPS = ['turn', 'order', 'reminder', 'news', 'digest', 'system'] as const;
export type TopicGroup = (typeof TOPIC_GROUPS)[number];

export const GROUP_WORDS: Record<TopicGroup, Sentence> = {
  turn: { 'zh-CN': '轮到您办', en: 'Your turn' },
  order: { 'zh-CN': '督办', en: 'Orders' },
  reminder: { 'zh-CN': '提醒', en: 'Reminders' },
  news: { 'zh-CN': '进展', en: 'News' },
  digest: { 'zh-CN': '每日摘要', en: 'Daily digest' },
  system: { 'zh-CN': '系统', en: 'System' },
};

/** Where an entry leads: an address of the desk, in which `{caseId}` and any fact may stand. */
export type Way = `/${string}`;

/**
 * In a sentence `{name}` is a fact, a day written as people write it, and what stands in square brackets is left out where one of its
 * facts is not known.
 */
export interface Topic {
  /** What it is called where it is chosen or filtered by. */
  name: Sentence;
  group: TopicGroup;
  /** The roles that a step, a watch or a feature addresses with it; none where it always names persons. */
  who: readonly Role[];
  says: Sentence;
  /** What it says instead, by the event that brought it about. */
  after?: Readonly<Record<string, Sentence>>;
  next: Sentence;
  way: Way;
  /** While this is so; what no longer holds when it goes out is dropped. */
  holds: Condition;
  /** An order of the house: no channel may be switched off for it. */
  isOrder?: true;
  /** Sent by a person: may go out at night and on days off. */
  byHand?: true;
  /** Made by no step of a case: history knows nothing of it. */
  apart?: true;
}
