/** The tenant's reference data: its units, its categories, the workflows it works by. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { notFound } from '../domain/errors.js';
import { namedToday } from '../engine/names-today.js';
import { type Workflow, Workflows } from '../engine/workflow.js';
import { CategoryStore, type CategoryRow } from '../store/reference-data/reference-categories.store.js';
import { UnitStore, type UnitRow } from '../store/reference-data/reference-units.store.js';
import type {
  CategoryPatch,
  CategoryView,
  NewCategory,
  NewUnit,
  UnitPatch,
  UnitView,
  WorkflowLine,
  WorkflowView,
} from './reference-data.dto.js';

@Injectable()
export class ReferenceDataService {
  constructor(
    private readonly unitStore: UnitStore,
    private readonly categoryStore: CategoryStore,
    private readonly known: Workflows,
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
    return (await this.categoryStore.list()).map(categoryView);
  }

  async addCategory({ labels, ...rest }: NewCategory): Promise<CategoryView> {
    return categoryView(await this.categoryStore.add({ ...rest, nameZh: labels['zh-CN'], nameEn: labels.en }));
  }

  async changeCategory(id: string, { labels, ...rest }: CategoryPatch): Promise<CategoryView> {
    return categoryView(
      await this.categoryStore.change(id, { ...rest, nameZh: labels?.['zh-CN'], nameEn: labels?.en }),
    );
  }

  /** Every workflow and version, by name, newest first. */
  workflows(): WorkflowLine[] {
    return [...this.known.all()]
      .sort((a, b) => (a.name === b.name ? b.version - a.version : a.name < b.name ? -1 : 1))
      .map((workflow) => this.line(workflow));
  }

  /** One workflow with its numbers and its chart. 404 where there is none. */
  workflow(name: string, version: string): WorkflowView {
    const found = this.known.all().find((each) => each.name === name && String(each.version) === version);
    if (found === undefined) throw notFound('workflow', '整改流程', `${name} v${version}`.slice(0, 80));
    return { ...this.line(found), policy: found.policy, machine: namedToday(found.config) };
  }

  private line({ name, version, hash, labels, track }: Workflow): WorkflowLine {
    return { name, version, hash, labels, track, newest: this.known.newest(name).version === version };
  }

  private async unit(id: string): Promise<UnitView> {
    const found = (await this.units()).find((unit) => unit.id === id);
    if (found === undefined) throw notFound('unit', '单位', id);
    return found;
  }
}

function categoryView({ id, code, nameZh, nameEn, parentId, sort }: CategoryRow): CategoryView {
  return { id, code, labels: { 'zh-CN': nameZh, en: nameEn }, parentId, sort };
}

function inTreeOrder(rows: readonly UnitRow[]): UnitView[] {
  const from = (parentId: string | null, depth: number): UnitView[] =>
    rows
      .filter((unit) => unit.parentId === parentId)
      .flatMap((unit) => [{ ...unit, depth }, ...from(unit.id, depth + 1)]);
  return from(null, 0);
}
