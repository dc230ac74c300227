/** Several measures of one issue: which workflow carries them, and which day its clock watches. */
import type { Day } from '../../domain/day.js';
import type { MeasureReading, ReadEntry, Said } from '../reading/reading.js';
import { said } from './said.js';

export interface CaseMeasures {
  milestones: { name: string; dueOn: Day }[];
  /** Undefined: the day of the row stands. */
  dueOn: Day | undefined;
  dueWhy: Said | null;
}

const STATE_WORDS = new Map([
  ['closed', '已完成'],
  ['open', '未完成'],
  ['dropped', '不再实施'],
]);
const LONGEST_NAME = 200;

/** An issue is closed when its last measure is, and its clock watches the next one that is not. With days ahead that follow each other the measures
 *  that are left are the milestones of a staged case; otherwise it is one case, due when the first of them is, so that a measure that was
 *  missed is not hidden behind a later one. */
export function caseMeasures(entry: ReadEntry, today: Day): CaseMeasures {
  const left = entry.measures.filter(({ state }) => state.meaning !== 'closed' && state.meaning !== 'dropped');
  if (entry.measures.length < 2 || entry.state.meaning === 'closed' || left.length === 0) {
    return { milestones: [], dueOn: undefined, dueWhy: null };
  }
  const days = left.map(({ dueOn }) => dueOn);
  const isRising = days.every((day, at) => day !== undefined && day > (at === 0 ? today : (days[at - 1] ?? day)));
  if (left.length >= 2 && isRising && !entry.isImmediate) {
    return {
      milestones: left.map((measure) => ({ name: nameOf(measure), dueOn: measure.dueOn! })),
      dueOn: undefined,
      dueWhy: said(
        'measuresAsMilestones',
        `${left.length} 项未完成的措施按各自时限作为阶段节点`,
        `${left.length} measures that are left become milestones with their own days`,
      ),
    };
  }
  const first = days.filter((day) => day !== undefined).sort()[0];
  if (first === undefined) return { milestones: [], dueOn: undefined, dueWhy: null };
  return {
    milestones: [],
    dueOn: first,
    dueWhy: said(
      'dueOfFirstMeasure',
      `未完成的措施中最早的时限；全部完成才销号`,
      'The earliest day of the measures that are left; closed when all are done',
    ),
  };
}

/** The measures as one text, each with its unit, its day and whether it is done. */
export function measuresText(entry: ReadEntry): string | undefined {
  if (entry.measures.length < 2) return entry.measure;
  return entry.measures
    .map(({ text, unitName, dueOn, closedOn, state }, at) => {
      const word = STATE_WORDS.get(state.meaning);
      const more = [unitName, dueOn === undefined ? '' : `时限 ${dueOn}`, closedOn, word].filter(Boolean);
      return `${at + 1}. ${text}${more.length === 0 ? '' : `（${more.join('，')}）`}`;
    })
    .join('\n');
}

const nameOf = ({ text }: MeasureReading): string => [...text.replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('');
