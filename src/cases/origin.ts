/** Takes out of a case and its history what would tell its units at which meeting, and so perhaps by whom, it was raised. */
import type { EventRecord } from '../engine/decide.js';
import type { CaseCoreShown } from '../shown/case-shown.js';

/** Fields of a payload that lead to the meeting or to what was said there. */
const LEADS_BACK = ['meetingId', 'opinionId'];

/** The case without the id of its meeting; that it came from one stands in its source. */
export function withoutMeeting(core: CaseCoreShown): CaseCoreShown {
  return { ...core, meetingId: null };
}

/** The event without what leads back to the meeting. Its hash is that of the whole line, which only those who see it whole can check. */
export function withoutOrigin<T extends Pick<EventRecord, 'payload'>>(event: T): T {
  if (!LEADS_BACK.some((field) => field in event.payload)) return event;
  const payload = Object.fromEntries(Object.entries(event.payload).filter(([field]) => !LEADS_BACK.includes(field)));
  return { ...event, payload };
}
