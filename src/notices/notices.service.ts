/** What is shown in public before a number is struck off. */
import { Injectable } from '@nestjs/common';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import { NoticeStore } from '../store/lists/notice.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { Moment } from './moment.js';
import type { NoticesShown } from './notices.dto.js';

/** More than anybody reads; the page says how many there are. */
const MOST = 500;

@Injectable()
export class NoticesService {
  constructor(
    private readonly notices: NoticeStore,
    private readonly categories: CategoryStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly moment: Moment,
  ) {}

  /** Cases in their notice today: number, category, unit, days, and a text only where a person released one. No title and no description, which
   *  may carry names. */
  async shown(): Promise<NoticesShown> {
    const { units } = this.referenceData.current();
    const [{ rows, total }, categories] = await Promise.all([
      this.notices.shownOn(this.moment.now().today, MOST),
      this.categories.list(),
    ]);
    const labels = new Map(categories.map(({ id, nameZh, nameEn }) => [id, { 'zh-CN': nameZh, en: nameEn }]));
    const items = rows.map(({ categoryId, leadUnitId, ...row }) => ({
      ...row,
      category: labels.get(categoryId ?? '') ?? null,
      unit: units.get(leadUnitId ?? '')?.name ?? null,
    }));
    return { office: units.root?.name ?? '', items, total };
  }
}
