/** The only place that asks the computer for business time; everybody else is given a Clock. */

/** What time it is for the office. Also the token under which Nest provides it. */
export abstract class Clock {
  /** Epoch milliseconds. */
  abstract now(): number;
}

/** The computer's time, or a time that began at `start` (epoch milliseconds) when this object was made and runs on from there. */
export class SystemClock extends Clock {
  private readonly shift: number;

  constructor(start: number | null = null) {
    super();
    this.shift = start === null ? 0 : start - Date.now();
  }

  now(): number {
    return Date.now() + this.shift;
  }
}
