/** Runs simulations for the pages: one at a time, within a time and a number of cases that the service can spare. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Refused } from '../domain/errors.js';
import { type Workflow, Workflows } from '../engine/workflow.js';
import { PastStore } from '../store/cases/past.store.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { simulate } from './simulate.js';
import type { Simulation } from './simulation.js';
import { spanOf } from './span.js';
import { MOST_LISTED } from './workflows.dto.js';

/** Cases of one answer; of more, so many that lie evenly over the time. The command line knows no such limit. */
const MOST_PLAYED = 20_000;
/** Milliseconds after which an answer is given with what has been played. */
const PATIENCE_MS = 60_000;

@Injectable()
export class Simulator {
  private running = false;

  constructor(
    private readonly past: PastStore,
    private readonly people: PeopleStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** What would have been different. 429 where one runs already; 400 for days that are none. */
  async run(draft: Workflow, days: { from?: string | undefined; to?: string | undefined }): Promise<Simulation> {
    const refs = await this.referenceData.refresh();
    const now = this.clock.now();
    const span = spanOf(days, refs.calendar.dayOf(now));
    if (this.running) {
      throw new Refused(
        429,
        'simulation.running',
        '另一次试算正在进行，请稍后再试',
        'Another simulation is running; try again later',
      );
    }
    this.running = true;
    const end = performance.now() + PATIENCE_MS;
    const { past, people, workflows } = this;
    try {
      return await simulate(
        { past, people, workflows, refs },
        {
          ...{ draft, ...span, now, most: MOST_PLAYED, list: MOST_LISTED },
          isOver: () => performance.now() > end,
        },
      );
    } finally {
      this.running = false;
    }
  }
}
