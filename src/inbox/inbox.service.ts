/** A person's inbox: what it shows, and of what its reader may no longer see, nothing. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { malformed } from '../domain/errors.js';
import { maySee } from '../domain/visibility.js';
import { SAYS_NOTHING, sentenceOf } from '../notify/sentence.js';
import { type InboxRow, InboxStore } from '../store/messages/inbox.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { cursorOf, isIdKey, isWholeKey, keysOf } from '../store/sql/page-cursor.js';
import type { DigestLine, InboxCount, InboxItem, InboxPage, InboxQuery, ReadEntries } from './inbox.dto.js';

@Injectable()
export class InboxService {
  constructor(
    private readonly inboxes: InboxStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** One page, the latest first, and how many are unread in all. */
  async list(actor: Actor, { unread = false, topic, caseId, limit = 50, cursor }: InboxQuery): Promise<InboxPage> {
    const [at, id] = cursor === undefined ? [] : (keysOf(cursor, [isWholeKey, isIdKey]) as [number, string]);
    const before = at === undefined || id === undefined ? undefined : { at, id };
    const topics = topic === undefined ? undefined : [topic];
    const [rows, count] = await Promise.all([
      this.inboxes.list(actor.userId!, { unread, topics, caseId, before, limit: limit + 1 }),
      this.count(actor),
    ]);
    const last = rows[limit - 1];
    const listed = rows.slice(0, limit);
    const named = await this.inboxes.unitsOf(listed.flatMap(linesOf).map((line) => line.caseId));
    const { units } = this.referenceData.current();
    const sees = (line: DigestLine): boolean => named.has(line.caseId) && maySee(actor, named.get(line.caseId)!, units);
    return {
      items: listed.map((row) => this.item(actor, row, sees)),
      ...count,
      nextCursor: rows.length > limit && last !== undefined ? cursorOf([last.at.getTime(), last.id]) : null,
    };
  }

  /** Marks some or all read; ids of others' entries and unknown ones change nothing. 400 where neither or both are named. */
  async read(actor: Actor, { ids, all }: ReadEntries): Promise<InboxCount> {
    if ((ids === undefined) === (all !== true)) {
      throw malformed('请给出 ids，或 all: true', 'Give ids, or all: true');
    }
    await this.inboxes.markRead(actor.userId!, ids ?? 'all', this.clock.now());
    return this.count(actor);
  }

  private async count({ userId }: Actor): Promise<InboxCount> {
    const marks = await this.inboxes.marks([userId!]);
    return { unread: marks.get(userId!)!.unread };
  }

  private item(actor: Actor, row: InboxRow, sees: (line: DigestLine) => boolean): InboxItem {
    const { id, topic, caseId, at, byHand, readAt, caseNumber, caseTitle } = row;
    const { units } = this.referenceData.current();
    const isSeen = caseId === null || maySee(actor, row, units);
    const [first] = linesOf(row);
    const facts = first === undefined || sees(first) ? row.facts : { ...row.facts, number: null };
    return {
      ...{ id, topic },
      ...(isSeen ? sentenceOf({ ...row, facts }) : SAYS_NOTHING),
      ...(isSeen && caseId !== null ? { caseId, caseNumber: caseNumber!, caseTitle: caseTitle! } : {}),
      ...{ at: at.toISOString(), byHand, readAt: readAt?.toISOString() ?? null },
      ...(row.facts['lines'] === undefined ? {} : { lines: linesOf(row).filter(sees) }),
    };
  }
}

const linesOf = ({ facts }: InboxRow): DigestLine[] => (facts['lines'] as DigestLine[] | undefined) ?? [];
