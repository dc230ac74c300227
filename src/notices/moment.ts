/** Now, as an instant and as the office's day. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Day } from '../domain/day.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';

@Injectable()
export class Moment {
  constructor(
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Epoch milliseconds, and the day on which the office stands then. */
  now(): { at: number; today: Day } {
    const at = this.clock.now();
    return { at, today: this.referenceData.current().calendar.dayOf(at) };
  }
}
