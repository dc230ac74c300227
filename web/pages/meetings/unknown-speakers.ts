/** Who stands as a speaker in the grid and is on no list of participants yet. */
import type { Choice } from './choice.js';
import { MOST_AT_ONCE } from './meeting.js';
import type { DraftOpinion } from './opinion-draft.js';

export interface UnknownSpeaker {
  name: string;
  /** Opinions that stand under this name. */
  opinions: number;
  /** Names on the list that contain this one or are contained in it: perhaps the same person. */
  alike: string[];
  /** What the sheet calls their standing; empty where it says nothing. */
  standing: string;
}

/** Longest name the service takes, in characters. */
const LONGEST = 100;

/** The name as it is put on the list: sheets set two characters apart to make them as wide as three. */
export const personName = (written: string): string =>
  written.trim().replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1');

/** Each unknown speaker once, in the order of the grid, at most as many as are added at once. What is too long is no name; a name that is
 *  on the list, also where several bear it, is not unknown. */
export function unknownSpeakers(rows: readonly DraftOpinion[], speakers: readonly Choice[]): UnknownSpeaker[] {
  const listed = speakers.map(({ label }) => label);
  const known = new Set(listed.map(personName));
  const found = new Map<string, UnknownSpeaker>();
  for (const { speakerId, speaker, standing = '' } of rows) {
    const name = personName(speaker);
    if (speakerId !== '' || name === '' || name.length > LONGEST || known.has(name)) continue;
    const before = found.get(name);
    if (before !== undefined) {
      before.opinions += 1;
      before.standing ||= standing;
    } else {
      const alike = listed.filter((one) => one.includes(name) || name.includes(one));
      found.set(name, { name, opinions: 1, alike: [...new Set(alike)], standing });
    }
  }
  return [...found.values()].slice(0, MOST_AT_ONCE);
}
