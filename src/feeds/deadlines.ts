/** A person's deadlines as an iCalendar file (RFC 5545): all-day events that calendars of any maker read. Pure. */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Sentence } from '../domain/clock-words.js';
import type { Day } from '../domain/day.js';
import type { Language } from '../domain/vocabulary/word.js';

export interface Deadline {
  caseId: string;
  number: string;
  /** Which deed of the case it is: with the case it names the event. */
  kind: string;
  /** The deed as a noun. */
  what: Sentence;
  by: Day;
  /** Number of events in the case's history: no later state of an event has a smaller one. */
  version: number;
}

const NAME: Sentence = { 'zh-CN': '销号 · 我的时限', en: 'Xiaohao · my deadlines' };
/** How often calendars are asked to look again, seconds. */
const LOOK_AGAIN = 3_600;

/** The file. `today` is the stamp of its events, so that the same deadlines make the same file all day. It has number, deed and day, no title, no description and
 *  nobody's name: calendars copy what they read to servers elsewhere. */
export function deadlinesFile(deadlines: readonly Deadline[], today: Day, language: Language): string {
  const calendar = ical({
    prodId: { company: 'Xiaohao', product: 'deadlines', language: language === 'en' ? 'EN' : 'ZH' },
    name: NAME[language],
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
  });
  for (const { caseId, number, kind, what, by, version } of deadlines) {
    calendar.createEvent({
      id: `${caseId}.${kind}@xiaohao`,
      sequence: version,
      stamp: new Date(`${today}T00:00:00Z`),
      // A day in UTC is written as that day, whatever zone this computer is in.
      start: new Date(`${by}T00:00:00Z`),
      allDay: true,
      summary: `${number} ${what[language]}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
