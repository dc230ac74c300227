/** What waits for the clerks of an office beside cases: answers that it owes to people who spoke at its meetings. */
import { Injectable } from '@nestjs/common';
import { nearness } from '../domain/clock-reading.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { OwedService } from '../meetings/results/owed.service.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { WorkTask } from './work.dto.js';

@Injectable()
export class OfficeTasks {
  constructor(
    private readonly owed: OwedService,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The office's tasks on `today`; none for anybody but its clerks. */
  async of(actor: Actor, today: Day): Promise<WorkTask[]> {
    const [first, ...others] = await this.owed.of(actor);
    if (first === undefined) return [];
    const count = others.length + 1;
    const { is } = nearness(this.referenceData.current().calendar, today, first.by);
    const labels = {
      'zh-CN': `座谈会上的 ${count} 条意见情况有变，应再次反馈`,
      en: `${count === 1 ? 'An opinion' : `${count} opinions`} of meetings must be answered again`,
    };
    return [{ kind: 'answersOwed', count, by: first.by, is, labels }];
  }
}
