/** An opinion as it is typed, before it is logged. */
import { newId } from '../../outbox/new-id.js';
import { called, meant, type Choice } from './choice.js';
import type { Opinion } from './meeting.js';

export interface DraftOpinion {
  /** Made here, so that an opinion sent twice is logged once. */
  id: string;
  speakerId: string;
  speaker: string;
  text: string;
  categoryId: string;
  category: string;
  /** What a sheet calls the standing of a speaker who is on no list yet. */
  standing: string;
}

export const blankOpinion = (): DraftOpinion => ({
  id: newId(),
  speakerId: '',
  speaker: '',
  text: '',
  categoryId: '',
  category: '',
  standing: '',
});

export const isBlank = ({ speaker, text, category, speakerId, categoryId }: DraftOpinion): boolean =>
  [speaker, text, category, speakerId, categoryId].every((one) => one.trim() === '');

/** Longest opinion the service takes, in characters. */
const LONGEST = 4000;

export type Fault = 'noText' | 'tooLong' | 'unknownSpeaker' | 'unknownCategory';

/** What keeps the opinion from being logged, and in which column; null where nothing does. Nobody as the speaker is allowed. */
export function faultOf(one: DraftOpinion): { fault: Fault; col: number } | null {
  if (one.speakerId === '' && one.speaker.trim() !== '') return { fault: 'unknownSpeaker', col: 0 };
  if (one.text.trim() === '') return { fault: 'noText', col: 1 };
  if (one.text.length > LONGEST) return { fault: 'tooLong', col: 1 };
  if (one.categoryId === '' && one.category.trim() !== '') return { fault: 'unknownCategory', col: 2 };
  return null;
}

/** The opinion with the speaker and category that its words mean. A person is only who bears this very name: 张三 did not say what 张三丰 said. */
export function resolved(one: DraftOpinion, speakers: readonly Choice[], categories: readonly Choice[]): DraftOpinion {
  const speaker = one.speakerId === '' ? called(speakers, one.speaker) : undefined;
  const category = one.categoryId === '' ? meant(categories, one.category) : undefined;
  return {
    ...one,
    ...(speaker === undefined ? {} : { speakerId: speaker.id, speaker: speaker.label }),
    ...(category === undefined ? {} : { categoryId: category.id, category: category.label }),
  };
}

/** What is still to be logged: without those the service has already (their answer was lost on the way), and with a new id for those that
 *  were changed after they had been sent. */
export function stillToLog(drafts: readonly DraftOpinion[], logged: readonly Opinion[]): DraftOpinion[] {
  const known = new Map(logged.map(({ id, text }) => [id, text]));
  return drafts.flatMap((one) => {
    const there = known.get(one.id);
    if (there === undefined) return [one];
    return there === one.text.trim() ? [] : [{ ...one, id: newId() }];
  });
}
