/** Makes the one sentence, the next step and the link of an inbox entry; mail, push and the page all say the same. Pure. */
import { dayWords, type Sentence } from '../domain/clock-words.js';
import { isDay, type Day } from '../domain/day.js';
import type { Language } from '../domain/vocabulary/word.js';
import type { Facts } from '../store/messages/inbox-entry.entity.js';
import { topicOf } from './topics.js';

/** What a sentence is made of; an entry has it, and so has a row of the database. */
export interface Told {
  topic: string;
  caseId: string | null;
  facts: Facts;
}

export interface SaidEntry {
  text: string;
  textEn: string;
  next: string;
  nextEn: string;
  /** A path of the desk. */
  href: string;
}

/** What is said where the reader may no longer see the case, or no line knows the topic any more: nothing of it. */
export const SAYS_NOTHING: SaidEntry = {
  text: '这条消息的事项已不由您经办',
  textEn: 'This was about a case that is no longer yours',
  next: '无需处理',
  nextEn: 'Nothing to do',
  href: '/inbox',
};

/** The entry in words. Facts that are missing leave out what stands in brackets with them; days are written with the year only where it is not the entry's
 *  own, which `facts.on` says. */
export function sentenceOf({ topic, caseId, facts }: Told): SaidEntry {
  const line = topicOf(topic);
  if (line === undefined) return SAYS_NOTHING;
  const known = { ...facts, ...(caseId === null ? {} : { caseId }) };
  const cause = facts['cause'];
  const says = (typeof cause === 'string' ? line.after?.[cause] : undefined) ?? line.says;
  const instead = facts['instead'] as Sentence | undefined;
  const inNameOf = facts['inNameOf'] as Sentence | undefined;
  const whole = (language: Language): string => {
    const text = filled(says[language], known, language);
    return `${inNameOf?.[language] ?? ''}${text}${instead?.[language] ?? ''}`;
  };
  return {
    text: whole('zh-CN'),
    textEn: whole('en'),
    next: line.next['zh-CN'],
    nextEn: line.next.en,
    href: inName(filled(line.way, known, 'en'), facts['absentId']),
  };
}

/** What is told to a deputy opens the case as it is worked on in the name of the absent. */
const inName = (href: string, absentId: unknown): string =>
  typeof absentId === 'string' && href.startsWith('/cases/') ? `${href}?for=${absentId}` : href;

function filled(template: string, facts: Facts, language: Language): string {
  const today = typeof facts['on'] === 'string' ? facts['on'] : '';
  const valueOf = (name: string): string | null => {
    const value = facts[name];
    if (value === undefined || value === null) return null;
    if (isDay(value)) return dayWords(value as Day, today || (value as Day))[language];
    if (typeof value === 'object') return (value as Sentence)[language];
    return String(value as string | number);
  };
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name) ?? '');
  const kept = template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => valueOf(name!) !== null) ? part : '',
  );
  return put(kept);
}
