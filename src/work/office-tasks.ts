/** What waits for the clerks of an office beside cases: answers that it owes to people who spoke at its meetings, and to hotline platforms. */
import { Injectable } from '@nestjs/common';
import { nearness } from '../domain/clock-reading.js';
import type { Sentence } from '../domain/clock-words.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { HotlineOwedService } from '../hotline/hotline-owed.service.js';
import { OwedService } from '../meetings/results/owed.service.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { WorkTask } from './work.dto.js';

@Injectable()
export class OfficeTasks {
  constructor(
    private readonly owed: OwedService,
    private readonly hotline: HotlineOwedService,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The office's tasks on `today`; none for anybody but its clerks. */
  async of(actor: Actor, today: Day): Promise<WorkTask[]> {
    const [opinions, calls] = await Promise.all([this.owed.of(actor), this.hotline.of(actor)]);
    return [
      ...this.task('answersOwed', opinions, today, (count) => ({
        'zh-CN': `座谈会上的 ${count} 条意见情况有变，应再次反馈`,
        en: `${count === 1 ? 'An opinion' : `${count} opinions`} of meetings must be answered again`,
      })),
      ...this.task('hotlineOwed', calls, today, (count) => ({
        'zh-CN': `热线平台转来的 ${count} 个事项应答复平台`,
        en: `${count === 1 ? 'A hotline waits for an answer' : `Hotlines wait for ${count} answers`}`,
      })),
    ];
  }

  /** One line for all that is owed, by the day of the first; none where nothing is. */
  private task(
    kind: WorkTask['kind'],
    [first, ...others]: readonly { by: Day }[],
    today: Day,
    says: (count: number) => Sentence,
  ): WorkTask[] {
    if (first === undefined) return [];
    const { is } = nearness(this.referenceData.current().calendar, today, first.by);
    const count = others.length + 1;
    return [{ kind, count, by: first.by, is, labels: says(count) }];
  }
}
