/** Cases as rows of lists: of all that a person may see, and of the own work. */
import type { AllowedCommand, Clock, Day, Labels, Light, Stage, Wait } from './types.js';

/** A row of the list of cases. */
export interface CaseRow {
  id: string;
  number: string;
  version: number;
  title: string;
  stage: Stage;
  stateLabels: Labels;
  light: Light | null;
  leadUnit: { id: string; name: string } | null;
  category: { id: string; labels: Labels } | null;
  source: string;
  track: string;
  meetingId: string | null;
  isKey: boolean;
  collectedOn: Day;
  dueOn: Day | null;
  /** The due day reaches into a year whose calendar is not announced. */
  provisional: boolean;
  clock: Clock;
  outcome: string | null;
  closedOn: Day | null;
}

export interface CasePage {
  /** A word stands in the titles of so many meetings that titles were not searched for it. */
  wordsTooCommon: boolean;
  items: CaseRow[];
  nextCursor: string | null;
  total: number;
  /** True when `total` is an estimate. */
  totalIsEstimate: boolean;
}

export interface WorkItem {
  id: string;
  number: string;
  title: string;
  version: number;
  stage: Stage;
  state: string;
  stateLabels: Labels;
  light: Light | null;
  leadUnitId: string | null;
  dueOn: Day | null;
  clock: Clock;
  wait: Wait;
  next: AllowedCommand;
  /** Of a visit: the day to which the last attempt put off the next one. */
  nextAttemptOn: Day | null;
}
