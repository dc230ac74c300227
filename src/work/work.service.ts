/** What waits for a person: cases with the one next step that is theirs and the day by which to take it; the earliest day first. */
import { Injectable } from '@nestjs/common';
import { CasesService } from '../cases/cases.service.js';
import { stepShown } from '../cases/case-reading.service.js';
import { Clock } from '../clock.js';
import type { CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { inNameOf, ownOf } from '../domain/deputies.js';
import { Refused } from '../domain/errors.js';
import type { NextStep } from '../engine/next-step.js';
import type { Language } from '../domain/vocabulary/word.js';
import { absentShown } from '../shown/absent-shown.js';
import { waitShown } from '../shown/wait-shown.js';
import { CaseStore } from '../store/cases/case.store.js';
import { CaseViewStore } from '../store/lists/case-view.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { WorkStore, type WaitingCase } from '../store/lists/work.store.js';
import { AdministratorTasks } from './administrator-tasks.js';
import { OfficeTasks } from './office-tasks.js';
import { MOST_WORK, type WorkAnswer, type WorkItem } from './work.dto.js';

/** With so many there is work for today, and no need to look further. */
const ENOUGH = MOST_WORK / 2;
/** So many cases are gone through for a list at most. */
const MOST_LOOKED_AT = 16 * MOST_WORK;

interface Asked extends NextStep {
  state: CaseState;
  found: WaitingCase;
}

@Injectable()
export class WorkService {
  constructor(
    private readonly service: CasesService,
    private readonly cases: CaseStore,
    private readonly views: CaseViewStore,
    private readonly work: WorkStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
    private readonly tasks: AdministratorTasks,
    private readonly officeTasks: OfficeTasks,
  ) {}

  /** What waits for this person at the moment of reading, with the day each role should act by; with `absentId` what waits for that one, whose deputy
   *  they are. 403 where they are not, or no more. */
  async of(caller: Actor, language: Language, absentId?: string): Promise<WorkAnswer> {
    const today = this.referenceData.current().calendar.dayOf(this.clock.now());
    const own = ownOf(caller);
    const actor = absentId === undefined ? own : inNameOf(caller, absentId);
    if (actor instanceof Refused) throw actor;
    const [{ asked, more }, tasks, officeTasks] = await Promise.all([
      this.first(actor, today),
      ...(absentId === undefined
        ? ([this.tasks.of(own, today), this.officeTasks.of(own, today)] as const)
        : ([[], []] as const)),
    ]);
    const titles = await this.views.titles(asked.map(({ state }) => state.id));
    return {
      items: asked.map((one) => this.item(actor, one, titles.get(one.state.id) ?? '', today, language)),
      more,
      tasks: [...officeTasks, ...tasks],
      standsInFor: (caller.standsInFor ?? []).filter(({ duties }) => duties.length > 0).map(absentShown),
    };
  }

  /** The first of what waits. Where the rules leave too few of those that were found, it is looked further: two hundred cases of their own
   *  unit must not stand before the one that a supervisor may check. */
  private async first(actor: Actor, today: Day): Promise<{ asked: Asked[]; more: boolean }> {
    const { units } = this.referenceData.current();
    for (let most = MOST_WORK; ; most *= 4) {
      const found = await this.work.waitingFor(actor, units, today, most + 1);
      const listed = found.slice(0, most);
      const { cases } = await this.cases.load(listed.map(({ id }) => id));
      const asked = listed.flatMap((one) => {
        const state = cases.get(one.id);
        const step = state === undefined ? undefined : this.service.next(actor, state, one.proposedAt);
        // Who is only named as a unit's leader may not see its cases.
        return step === undefined || !this.service.sees(actor, state!) ? [] : [{ ...step, state: state!, found: one }];
      });
      const isAll = found.length <= most;
      if (asked.length < ENOUGH && !isAll && most < MOST_LOOKED_AT) continue;
      asked.sort((a, b) => (a.wait.by < b.wait.by ? -1 : a.wait.by > b.wait.by ? 1 : 0));
      return { asked: asked.slice(0, MOST_WORK), more: !isAll || asked.length > MOST_WORK };
    }
  }

  private item(
    actor: Actor,
    { state, wait, next, found }: Asked,
    title: string,
    today: Day,
    language: Language,
  ): WorkItem {
    const { calendar } = this.referenceData.current();
    const core = this.service.core(actor, state);
    const { id, number, version, stage, stateLabels, light, leadUnitId, dueOn, clock } = core;
    return {
      ...{ id, number, title, version, stage, state: core.state, stateLabels, light, leadUnitId, dueOn, clock },
      wait: waitShown(wait, state.context, calendar, today),
      next: stepShown(next, language),
      returned: core.state === 'rectifying' ? state.context.returnsInPeriod : 0,
      nextAttemptOn: found.nextAttemptOn,
    };
  }
}
