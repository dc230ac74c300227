/** What waits for an administrator: timers that could not fire, cases nobody can act on, and due days that wait for a year's calendar. */
import { Injectable } from '@nestjs/common';
import { GapsService } from '../administration/gaps.service.js';
import type { Calendar } from '../domain/calendar.js';
import { nearness } from '../domain/clock-reading.js';
import type { Sentence } from '../domain/clock-words.js';
import type { Actor } from '../domain/command.js';
import { yearOf, type Day } from '../domain/day.js';
import { TaskStore } from '../store/lists/task.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { TaskKind, WorkTask } from './work.dto.js';

const WORDS: Record<Exclude<TaskKind, 'answersOwed' | 'hotlineOwed'>, (count: number, day: Day) => Sentence> = {
  deadLetteredTimers: (count) => ({
    'zh-CN': `${count} 个定时触发出错，已停放，请查看原因后再试`,
    en: `${count} timers failed: see why, then try again`,
  }),
  provisionalDays: (count, day) => ({
    'zh-CN': `${count} 个事项的时限暂定，请在 ${yearOf(day) + 1} 年日历公布后载入`,
    en: `${count} due dates are provisional: load the calendar of ${yearOf(day) + 1} once it is announced`,
  }),
  withoutDate: (count) => ({
    'zh-CN': `${count} 个逾期事项按旧版流程办理、督办已停，没有下次期限，请转到新版本`,
    en: `${count} late cases of an old workflow version have no next date: move them to the new one`,
  }),
  stranded: (count) => ({
    'zh-CN': `${count} 个事项无人可以办理，请补充人员或角色`,
    en: `No one can act on ${count} cases: give someone the missing role`,
  }),
};

@Injectable()
export class AdministratorTasks {
  constructor(
    private readonly store: TaskStore,
    private readonly gaps: GapsService,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The administrator's tasks on `today`; none for anybody else. */
  async of(actor: Actor, today: Day): Promise<WorkTask[]> {
    if (!actor.roles.some(({ role }) => role === 'administrator')) return [];
    const { calendar } = this.referenceData.current();
    const [{ parked, deadLetteredAt, provisional, provisionalOn }, { stranded, withoutDate }] = await Promise.all([
      this.store.counts(),
      this.gaps.lately(),
    ]);
    const tasks: WorkTask[] = [];
    if (deadLetteredAt !== null) {
      const by = calendar.dueDay(calendar.dayOf(deadLetteredAt.getTime()), 1).day;
      tasks.push(task('deadLetteredTimers', parked, by, calendar, today));
    }
    // Nothing moves before somebody is there: today.
    if (stranded > 0) tasks.push(task('stranded', stranded, today, calendar, today));
    // Those whose timers failed are among the timers above.
    const silent = withoutDate.reduce((sum, { failed, cases }) => sum + (failed ? 0 : cases), 0);
    if (silent > 0) tasks.push(task('withoutDate', silent, today, calendar, today));
    if (provisionalOn !== null) {
      // The year that is missing begins no later than that of the first such due day.
      const by = `${String(yearOf(provisionalOn) - 1).padStart(4, '0')}-12-31`;
      tasks.push(task('provisionalDays', provisional, by, calendar, today));
    }
    return tasks.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  }
}

function task(kind: keyof typeof WORDS, count: number, by: Day, calendar: Calendar, today: Day): WorkTask {
  return { kind, count, by, is: nearness(calendar, today, by).is, labels: WORDS[kind](count, by) };
}
