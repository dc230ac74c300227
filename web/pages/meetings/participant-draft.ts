/** A participant as it is typed, before the meeting is on record. */
import { newId } from '../../outbox/new-id.js';
import { STANDINGS, type Standing } from './meeting.js';

export interface DraftParticipant {
  key: string;
  name: string;
  standing: Standing;
  contact: string;
}

/** Most who come are residents. */
export const blankParticipant = (): DraftParticipant => ({ key: newId(), name: '', standing: 'resident', contact: '' });

export const isBlank = ({ name, contact }: DraftParticipant): boolean => name.trim() === '' && contact.trim() === '';

/** The standing a sheet's words mean, by the identifier or the words on the page (either may contain the other); else `other`. */
export function standingOf(written: string, words: Record<string, string>): Standing {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return 'resident';
  const found = STANDINGS.find((one) => {
    const word = (words[one] ?? '').toLowerCase();
    return one.toLowerCase() === wanted || word === wanted || word.includes(wanted) || wanted.includes(word);
  });
  return found ?? 'other';
}
