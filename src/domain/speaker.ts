/** How much of who spoke at a meeting is told to those who read a case; names are encrypted, this is about the rest. */
import type { Capacity } from './words.js';

/** So many of one standing must have been at a meeting for the standing to say nothing about who spoke. */
export const FEWEST_ALIKE = 3;

export interface Spoken {
  meetingId: string;
  meetingTitle: string;
  /** Null where it was not noted who spoke. */
  standing: Capacity | null;
  /** How many at the meeting had the same standing. */
  alike: number;
}

export interface SpokenShown {
  meetingId: string | null;
  meetingTitle: string | null;
  standing: Capacity | null;
}

/** To those who may know where a case came from, the meeting and the standing; to the units it is about never the meeting, and the standing
 *  only where at least three shared it. */
export function spokenShown({ meetingId, meetingTitle, standing, alike }: Spoken, mayKnowOrigin: boolean): SpokenShown {
  if (mayKnowOrigin) return { meetingId, meetingTitle, standing };
  return { meetingId: null, meetingTitle: null, standing: alike >= FEWEST_ALIKE ? standing : null };
}
