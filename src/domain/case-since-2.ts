/** What cases keep since version 2 of the workflows. Each part is absent until it is first needed: a case of version 1 stays as it was, to the letter. */
import type { Day } from './day.js';
import type { StandIn } from './deputies.js';
import type { Heard } from './heard.js';
import type { Departure, EscalationLevel } from './words.js';

/** A promise 承诺办结日: the day that a reply to an order named. */
export interface Promised {
  period: number;
  rung: EscalationLevel;
  madeOn: Day;
  promisedOn: Day;
  /** Working days it was made for, at least one. */
  days: number;
  /** The reply says that nothing is left to do but to hand in. */
  isFinal: boolean;
  by: string | null;
  /** The day on which a fix was handed in, where it was by the promised day. */
  keptOn: Day | null;
}

/** A waiver of a leader, for a time. */
export interface Waived {
  period: number;
  rung: EscalationLevel;
  on: Day;
  by: string | null;
  /** On this day the same order is proposed again. */
  reviewOn: Day;
}

/** A talk 约谈 that was held; its words stand in history. */
export interface TalkHeld {
  period: number;
  heldOn: Day;
  recordedOn: Day;
  pledgeOn: Day;
}

/** A departure that was asked for and waits for a second person. */
export interface DepartureAsked {
  kind: Departure;
  reason: string;
  askedOn: Day;
  askedBy: string | null;
  /** The case to merge into. */
  caseId: string | null;
}

/** How a case that had been assigned left the rate. */
export interface Departed {
  kind: Departure;
  on: Day;
  askedBy: string | null;
  grantedBy: string | null;
  /** Late, or within the days before the due day in which a leader decides: it stays in the figures as departed late 逾期退出. */
  isLate: boolean;
  /** The units it is charged to. */
  unitIds: string[];
}

/** A unit that leads or led the case. */
export interface Holder {
  unitId: string;
  from: Day;
  /** Null while it leads. */
  to: Day | null;
  /** True where the case was passed to the next unit; false where it was declined. */
  passedOn?: boolean;
  /** Where it was passed on: the working days that were left of its due day then, a parked case by the days it kept, and those it had been given. */
  daysLeft?: number;
  daysGiven?: number;
  /** Where it came by a transfer: the moment of it, epoch milliseconds. The unit signs from then. */
  at?: number;
  /** Where it was passed on though the day had gone by on which the unit was to sign for it. */
  unsigned?: true;
}

/** What a correction eased: the key mark was taken off, the new category is given more working days, or a later due day came of a change of a
 *  calendar that had been announced. */
export interface Eased {
  on: Day;
  what: 'keyMark' | 'days' | 'calendar';
}

/** One of the checks of the present submission. */
export interface Check {
  by: string | null;
  on: Day;
  onSite: boolean;
}

/** The case that this one came out of. */
export interface Origin {
  kind: 'split' | 'manner';
  caseId: string;
  number: string;
  /** The due day that the other case had: a part gets no more time than the whole. */
  dueOn: Day | null;
  /** Of a part whose whole had been given to a unit: it leaves by two people like the whole. */
  assigned?: true;
}

/** What is known of another case whose fate this one shares (fates.ts). */
export interface Fate {
  /** `target`: this case was merged into it; `part`: it was split off this one. */
  kind: 'target' | 'part';
  caseId: string;
  /** The day on which it was resolved; null while it is not. */
  resolvedOn: Day | null;
  /** A part that was merged back into the whole: nothing of its own is left to be resolved. */
  cameBack?: true;
}

export interface SinceVersion2 {
  promises?: Promised[];
  waivers?: Waived[];
  talks?: TalkHeld[];
  /** Since when the case lies before the leader again after the talk; null once the leader has said something. */
  lookAskedOn?: Day | null;
  /** Day of the last look, whatever became of it: the next one is counted from it. */
  lookedOn?: Day;
  /** Day on which those above were last told that somebody lets the case lie where it is. */
  toldOn?: Day;
  /** Day on which the office or a leader last urged whoever has the case. */
  urgedOn?: Day;
  departure?: DepartureAsked | null;
  departed?: Departed;
  /** Everybody who raised it, where they are several or came in from elsewhere: ids of the cases and opinions under which each is sealed. */
  raisers?: string[];
  checks?: Check[];
  /** Who acted on it in whose name: a deputy and the one who was absent count as one person here. */
  standIns?: readonly StandIn[];
  /** Whether photographs of before and after were handed in. */
  photos?: { before: boolean; after: boolean };
  /** Since when the case is to be closed: the last visit, attempt or end of the notice. */
  pendingSince?: Day;
  /** Last day of the public notice. */
  noticeUntil?: Day | null;
  /** Days on which somebody objected. */
  objections?: Day[];
  /** Who of the raisers objected to the present notice: each is heard once. */
  objectors?: string[];
  /** What the public notice says became of it: released by whoever checked the fix, without names. Null when the next fix is handed in. */
  noticeText?: string | null;
  holders?: Holder[];
  /** Units that led or supported it before: their people stay tied to it. */
  formerUnitIds?: string[];
  /** Categories it had before a correction: it is checked by the heaviest of all. */
  formerCategoryIds?: string[];
  eased?: Eased[];
  origin?: Origin;
  /** Whose desk triages it, where it is not the office's. */
  desk?: 'supervisors';
  /** Into how many cases it was split, itself counted. */
  parts?: number;
  /** Cases that were merged into this one after they had been assigned: they share its fate. */
  bound?: string[];
  fates?: Fate[];
  /** What raisers said by receipt, and what was released to them: of whichever version. */
  heard?: Heard;
}
