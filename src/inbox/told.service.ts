/** Shows those who oversee a case who was told what of it, and what was told to nobody. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/command.js';
import { notFound } from '../domain/errors.js';
import { holds, OVERSEEING } from '../domain/visibility.js';
import { isUuid } from '../http/fields.js';
import { REASONS, type Reason } from '../notify/still-holds.js';
import { topicOf } from '../notify/topics.js';
import { InboxStore } from '../store/messages/inbox.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { MOST_TOLD, type ToldOfCase } from './told.dto.js';

@Injectable()
export class ToldService {
  constructor(
    private readonly inboxes: InboxStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The latest 200. 404 for a case that the reader does not oversee: whom a unit’s people were told of is not for each other. */
  async ofCase(actor: Actor, caseId: string): Promise<ToldOfCase> {
    const { units } = this.referenceData.current();
    const of = isUuid(caseId) ? (await this.inboxes.unitsOf([caseId])).get(caseId.toLowerCase()) : undefined;
    const oversees = of !== undefined && [of.officeUnitId, of.leadUnitId].some((unit) => holds(actor, OVERSEEING, unit, units)); // prettier-ignore
    if (!oversees) throw notFound('case', '事项', caseId);
    const rows = await this.inboxes.toldOf(caseId, MOST_TOLD);
    return {
      items: rows.map(({ at, topic, to, readAt, dropped }) => ({
        ...{ at: at.toISOString(), topic, to, readAt: readAt?.toISOString() ?? null },
        name: topicOf(topic)?.name ?? { 'zh-CN': topic, en: topic },
        dropped: dropped === null ? null : REASONS[dropped as Reason],
      })),
    };
  }
}
