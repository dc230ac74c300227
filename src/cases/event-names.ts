/** The names behind the ids of a history: units and categories as they are called today, other cases by their number. */
import { Injectable } from '@nestjs/common';
import type { EventRecord } from '../engine/decide.js';
import { CaseStore } from '../store/cases/case.store.js';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { casesNamed, type Names } from './event-said.js';

@Injectable()
export class EventNames {
  constructor(
    private readonly cases: CaseStore,
    private readonly categories: CategoryStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** Names for these events; other cases are read only where an event names one. */
  async of(events: readonly EventRecord[]): Promise<Names> {
    const named = [...new Set(casesNamed(events))];
    const [cases, categories] = await Promise.all([
      named.length === 0 ? undefined : this.cases.load(named).then((loaded) => loaded.cases),
      this.categories.list(),
    ]);
    const labels = new Map(categories.map(({ id, nameZh, nameEn }) => [id, { 'zh-CN': nameZh, en: nameEn }]));
    const { units } = this.referenceData.current();
    return {
      unit: (id) => units.get(id)?.name ?? null,
      category: (id) => labels.get(id) ?? null,
      caseNumber: (id) => cases?.get(id)?.facts.number ?? null,
    };
  }
}
