/** The sentence that tells a person what became of what they said, where the office wrote no other. */
import type { AnswerBasis, AnswerFacts } from './answers.js';
import { fullDay, type Sentence } from './clock-words.js';

type Saying = (day: Sentence | null, reason: string) => Sentence;

const both = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

const SENTENCES: Record<AnswerBasis, Saying> = {
  untriaged: () => both('正在研究。', 'Being considered.'),
  answered: (_, reason) => both(`会上已答复：${reason}`, `Answered at the meeting: ${reason}`),
  declined: (_, reason) => both(`经研究未予采纳：${reason}`, `Not taken up: ${reason}`),
  resolved: (day) =>
    day === null
      ? both('已整改到位并销号。', 'Put right, checked and closed.')
      : both(`已整改到位，于${day['zh-CN']}销号。`, `Put right, checked and closed on ${day.en}.`),
  unverified: (day) =>
    day === null
      ? both(
          '已整改并通过核查；回访未能联系上您，如仍有问题请告诉我们。',
          'Put right and checked; we could not reach you, so please tell us if anything is left.',
        )
      : both(
          `已整改并通过核查，于${day['zh-CN']}办结；回访未能联系上您，如仍有问题请告诉我们。`,
          `Put right and checked, closed on ${day.en}; we could not reach you, so please tell us if anything is left.`,
        ),
  disputed: (_, reason) =>
    both(
      `已多次整改，未能达到您的要求：${reason}`,
      `Worked on more than once, and not to your satisfaction: ${reason}`,
    ),
  rejected: (_, reason) => both(`经研究不能办理：${reason}`, `It cannot be done: ${reason}`),
  withdrawn: (_, reason) => both(`已终止办理：${reason}`, `It is no longer being worked on: ${reason}`),
  working: (day) => due(day, '正在办理', 'Being worked on'),
  checking: (day) => due(day, '已整改，正在核查和回访', 'Worked on, and now being checked'),
  parked: (day) =>
    day === null
      ? both('暂时不具备解决条件，已列入计划。', 'It cannot be solved for now and is on the plan.')
      : both(
          `暂时不具备解决条件，已列入计划，${day['zh-CN']}前重新研究。`,
          `It cannot be solved for now and is on the plan; it will be looked at again by ${day.en}.`,
        ),
  late: (day) => due(day, '未能按原定时间办结，仍在办理', 'Not done by the day it was due, and still being worked on'),
  undated: (day) => due(day, '正在研究办理', 'Being considered'),
};

function due(day: Sentence | null, zh: string, en: string): Sentence {
  return day === null
    ? both(`${zh}。`, `${en}.`)
    : both(`${zh}，计划${day['zh-CN']}前办结。`, `${en}; it is to be done by ${day.en}.`);
}

/** The sentence for what the facts say; `reason` and `dueOn` stand in for what they leave open. */
export function answerSentence({ basis, on, dueOn, reason }: Omit<AnswerFacts, 'class' | 'unitId'>): Sentence {
  const day = on ?? dueOn;
  return SENTENCES[basis](day === null ? null : fullDay(day), reason ?? '');
}
