/** What the calendar asks of the cases when a year arrives. */
import type { Actor } from '../domain/command.js';

/** Also the token: a global module provides an implementation of it under this class. */
export abstract class ProvisionalDues {
  /** Recomputes, through the case door, the due day of every open case that reaches into days which may have moved; each gets a
   *  line in its history. A loaded year Y also moves days of December Y-1. Answers how many cases it looked at. */
  abstract recompute(actor: Actor, at: number): Promise<number>;
}
