/** What each invented case and its people are like, drawn once when it comes in, and what somebody may do about it. */
import type { Role } from '../domain/words.js';
import type { Chance } from './chance.js';
import type { Topic } from './topics.js';

/** What a case and its people are like under version 2. */
export interface Habits {
  /** What becomes of it on the way, besides the work. */
  turn: 'none' | 'depart' | 'transfer' | 'split' | 'keyed';
  departs: 'withdraw' | 'reject' | 'merge';
  /** Whether the second person lets it go. */
  isLetGo: boolean;
  keepsPromises: boolean;
  isUrged: boolean;
  objects: boolean;
  /** Rounds of visits after which somebody who is not satisfied becomes so. */
  grudge: number;
}

/** Habits as chance has it. */
export function drawHabits(chance: Chance): Habits {
  const turn = chance.next();
  return {
    turn: turn < 0.07 ? 'depart' : turn < 0.12 ? 'transfer' : turn < 0.15 ? 'split' : turn < 0.18 ? 'keyed' : 'none',
    departs: chance.pick(['withdraw', 'withdraw', 'reject', 'merge']),
    isLetGo: chance.odds(0.6),
    keepsPromises: chance.odds(0.55),
    isUrged: chance.odds(0.2),
    objects: chance.odds(0.4),
    grudge: chance.odds(0.6) ? 1 : 3,
  };
}

/** Drawn once for each case, so that a slow unit stays slow with it. */
export interface Traits extends Habits {
  topic: Topic;
  /** What was said, in full. */
  text: string;
  unit: string;
  measure: string;
  lasting: string;
  staged: boolean;
  fate: 'normal' | 'reject' | 'merge' | 'wrongUnit' | 'park' | 'stuck';
  /** Part of the budget after which the fix is handed in; above 1 is late. */
  pace: number;
  signAfter: number;
  asksExtension: boolean;
  returns: number;
  visit: 'fixed' | 'mannerComplaint' | 'notFixed' | 'unreachable';
  satisfaction: 'satisfied' | 'basicallySatisfied' | 'dissatisfied';
  relapses: boolean;
}

/** Who does it: a role of the office, or of the case's own unit. */
export interface Act {
  who: Role;
  type: string;
  payload: Record<string, unknown>;
  /** Somebody who must not do it, since it takes another. */
  not?: string | null;
  /** Fields of the payload that want photographs. */
  shows?: readonly string[];
}

/** Traits as chance has it; most cases go well, some do not. */
export function drawTraits(chance: Chance, topic: Topic, text: string): Traits {
  const fate = chance.next();
  const visit = chance.next();
  const satisfaction = chance.next();
  return {
    topic,
    text,
    unit: topic.unit,
    measure: topic.measure,
    lasting: topic.lasting,
    ...drawHabits(chance),
    staged: chance.odds(0.05),
    fate:
      fate < 0.04
        ? 'reject'
        : fate < 0.07
          ? 'merge'
          : fate < 0.11
            ? 'wrongUnit'
            : fate < 0.13
              ? 'park'
              : fate < 0.15
                ? 'stuck'
                : 'normal',
    pace: chance.odds(0.82) ? 0.15 + chance.next() * 0.45 : 1 + chance.next() * 0.9,
    signAfter: chance.odds(0.85) ? chance.between(0, 1) : chance.between(2, 3),
    asksExtension: chance.odds(0.08),
    returns: chance.odds(0.1) ? (chance.odds(0.2) ? 2 : 1) : 0,
    visit: visit < 0.84 ? 'fixed' : visit < 0.9 ? 'mannerComplaint' : visit < 0.95 ? 'notFixed' : 'unreachable',
    satisfaction: satisfaction < 0.74 ? 'satisfied' : satisfaction < 0.94 ? 'basicallySatisfied' : 'dissatisfied',
    relapses: chance.odds(0.015),
  };
}
