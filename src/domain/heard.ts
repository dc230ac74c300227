/** What raisers say by the code of their receipt, and what the office releases to them: the part of a case that they read and write themselves. */
import type { Day } from './day.js';
import type { Satisfaction } from './words.js';

/** The five aspects of a service 环境、形象、态度、效果、结果, and its speed 速度; each from 1 to 5. */
export const SERVICE_ASPECTS = ['environment', 'image', 'attitude', 'effect', 'result', 'speed'] as const;
export type ServiceAspect = (typeof SERVICE_ASPECTS)[number];

/** A raiser's own word on one round of work. */
export interface RaiserRating {
  raiserId: string;
  /** Place of the round among the rounds of visits. */
  round: number;
  /** When it was given first, and when it was given as it stands. */
  firstOn: Day;
  on: Day;
  overall: Satisfaction;
  aspects: Partial<Record<ServiceAspect, number>>;
  note?: string;
}

/** “Not solved” 未解决, or a question, with what was said to it. */
export interface RaiserWord {
  /** That of the command it came with. */
  id: string;
  kind: 'unsolved' | 'question';
  raiserId: string;
  on: Day;
  text: string;
  /** How often the case had been reopened by then. */
  relapses: number;
  answer?: { on: Day; text: string };
}

/** Absent parts: nothing was said, nothing released. */
export interface Heard {
  ratings?: RaiserRating[];
  words?: RaiserWord[];
  /** What a raiser said, as the office released it for that raiser; by raiser. */
  said?: Record<string, string>;
  /** What was done, as the office released it. */
  text?: string;
  /** Files of the case that were released. */
  photos?: string[];
}
