/** Shows what the sweep could not fire, and lets an administrator have it tried again. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { notFound } from '../domain/errors.js';
import { TimerStore } from '../store/cases/timer.store.js';
import { MOST_DEAD_LETTERED, type TimersView } from './timers.dto.js';

@Injectable()
export class TimersService {
  constructor(
    private readonly timers: TimerStore,
    private readonly clock: Clock,
  ) {}

  /** How far behind the sweep is, and the parked timers with their errors. */
  async state(): Promise<TimersView> {
    const [{ due, lag, deadLettered }, parked] = await Promise.all([
      this.timers.backlog(this.clock.now()),
      this.timers.parked(MOST_DEAD_LETTERED),
    ]);
    return {
      backlog: due,
      lagSeconds: Math.round(lag / 1000),
      deadLettered,
      items: parked.map(({ caseId, number, timerId, dueAt, deadLetteredAt, error }) => ({
        caseId,
        number,
        timerId,
        dueAt: new Date(dueAt).toISOString(),
        deadLetteredAt: new Date(deadLetteredAt).toISOString(),
        error,
      })),
    };
  }

  /** Arms the timer again and answers the state after it. 404 where it is not parked: it was tried already, or never failed. */
  async retry(caseId: string, timerId: string): Promise<TimersView> {
    if (!(await this.timers.rearm(caseId, timerId))) {
      throw notFound('parkedTimer', '停放的定时', timerId.slice(0, 120));
    }
    return this.state();
  }
}
