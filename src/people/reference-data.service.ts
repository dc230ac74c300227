/** The tenant's reference data: its units and its categories. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound } from '../domain/errors.js';
import { ownDays, workingDaysOf } from '../domain/policy.js';
import { TRACKS } from '../domain/words.js';
import { type Workflow, Workflows } from '../engine/workflow.js';
import { rulesChanged } from '../notify/rules-changed.js';
import type { Client } from '../store/messages/entry-rows.js';
import { CategoryStore, type CategoryRow, type SetBy } from '../store/reference-data/reference-categories.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { UnitStore, type UnitRow } from '../store/reference-data/reference-units.store.js';
import { codeFor } from './category-code.js';
import type {
  CategoryPatch,
  CategoryView,
  DaysSetView,
  NewCategory,
  NewUnit,
  UnitPatch,
  UnitView,
} from './reference-data.dto.js';

@Injectable()
export class ReferenceDataService {
  constructor(
    private readonly unitStore: UnitStore,
    private readonly categoryStore: CategoryStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** All units, each after its parent, siblings in their order. */
  async units(): Promise<UnitView[]> {
    return inTreeOrder(await this.unitStore.list());
  }

  async addUnit(unit: NewUnit): Promise<UnitView> {
    return this.unit((await this.unitStore.add(unit)).id);
  }

  async changeUnit(id: string, change: UnitPatch): Promise<UnitView> {
    return this.unit((await this.unitStore.change(id, change, this.clock.now())).id);
  }

  /** All categories, siblings in their order. */
  async categories(): Promise<CategoryView[]> {
    const rows = await this.categoryStore.list();
    return rows.map((row) => this.category(row));
  }

  async addCategory(actor: Actor, { labels, workingDays, ...rest }: NewCategory): Promise<CategoryView> {
    const named = { ...rest, nameZh: labels['zh-CN'], nameEn: labels.en ?? labels['zh-CN'] };
    return this.category(await this.categoryStore.add(named, codeFor, workingDays, this.setBy(actor)));
  }

  async changeCategory(
    actor: Actor,
    id: string,
    { labels, workingDays, ...rest }: CategoryPatch,
  ): Promise<CategoryView> {
    const change = { ...rest, nameZh: labels?.['zh-CN'], nameEn: labels?.en ?? labels?.['zh-CN'] };
    const by = this.setBy(actor);
    const also = (row: CategoryRow, client: Client): Promise<void> =>
      rulesChanged({ cause: 'categoryDays', category: row.nameZh }, actor, this.referenceData.current(), by.at)(client);
    return this.category(await this.categoryStore.change(id, change, workingDays, { ...by, also }));
  }

  /** Who set the days of a category when, the latest first. 404 where there is no such category. */
  async daysSet(id: string): Promise<DaysSetView[]> {
    const set = await this.categoryStore.daysSet(id);
    return set.map((one) => ({ ...one, since: new Date(one.since).toISOString() }));
  }

  private setBy({ userId }: Actor): SetBy {
    return { personId: userId!, at: this.clock.now() };
  }

  private category({ id, code, nameZh, nameEn, parentId, sort }: CategoryRow): CategoryView {
    const { categories } = this.referenceData.current();
    const at = this.clock.now();
    const days = this.usual().map(({ track, policy }) => {
      const known = categories.get(id);
      const own = known === undefined ? null : (ownDays(known, track, at)?.days ?? null);
      return { track, own, ...workingDaysOf(policy, categories, id, { track, at }) };
    });
    return { id, code, labels: { 'zh-CN': nameZh, en: nameEn }, parentId, sort, days };
  }

  /** The workflow that new cases of each track get which has days: staged cases have milestones instead. */
  private usual(): Workflow[] {
    const newest = this.workflows.all().filter(({ name, version }) => this.workflows.newest(name).version === version);
    return newest
      .filter(({ track }, at) => track !== 'staged' && newest.findIndex((one) => one.track === track) === at)
      .sort((a, b) => TRACKS.indexOf(a.track) - TRACKS.indexOf(b.track));
  }

  private async unit(id: string): Promise<UnitView> {
    const found = (await this.units()).find((unit) => unit.id === id);
    if (found === undefined) throw notFound('unit', '单位', id);
    return found;
  }
}

function inTreeOrder(rows: readonly UnitRow[]): UnitView[] {
  const from = (parentId: string | null, depth: number): UnitView[] =>
    rows
      .filter((unit) => unit.parentId === parentId)
      .flatMap((unit) => [{ ...unit, depth }, ...from(unit.id, depth + 1)]);
  return from(null, 0);
}
