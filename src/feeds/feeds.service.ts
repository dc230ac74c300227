/** The private address of one's calendar, and what stands in it. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import type { Language } from '../domain/vocabulary/word.js';
import { WAITS } from '../domain/waits.js';
import { SecretCodesService } from '../people/secret-codes.service.js';
import { CalendarFeedStore } from '../store/people/calendar-feed.store.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { WorkService } from '../work/work.service.js';
import { deadlinesFile } from './deadlines.js';
import type { FeedMade, FeedShown } from './feeds.dto.js';

/** Of the secret, 192 bits. */
const BYTES = 24;

@Injectable()
export class FeedsService {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly people: ReachStore,
    private readonly codes: SecretCodesService,
    private readonly work: WorkService,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Whether the person has an address; never which. */
  async of(actor: Actor): Promise<FeedShown> {
    return { madeAt: (await this.feeds.madeAt(atScreen(actor)))?.toISOString() ?? null };
  }

  /** A new address, told this once; the one before reads nothing any more. 403 for a program. */
  async make(actor: Actor): Promise<FeedMade> {
    const personId = atScreen(actor);
    const secret = randomBytes(BYTES).toString('base64url');
    await this.feeds.put(personId, secret, this.clock.now());
    return { path: `/api/feeds/${secret}/deadlines.ics` };
  }

  /** Takes the address back. */
  async end(actor: Actor): Promise<void> {
    await this.feeds.remove(atScreen(actor));
  }

  /** What waits for the person now, as a calendar. 404 for an address that is nobody's, was taken back, or whose account has ended: all alike. */
  async read(secret: string, address: string, language: Language): Promise<string> {
    const actor = await this.codes.found('feed', address, async () => {
      const personId = await this.feeds.personOf(secret);
      return personId === undefined ? undefined : this.people.actor(personId);
    });
    const { items } = await this.work.of(actor, language);
    const today = this.referenceData.current().calendar.dayOf(this.clock.now());
    const deadlines = items.map(({ id, number, version, wait: { kind, by } }) => ({
      ...{ caseId: id, number, version, kind, by, what: WAITS[kind].what },
    }));
    return deadlinesFile(deadlines, today, language);
  }
}

/** The person at a screen: a stolen token must not leave an address behind. */
function atScreen({ userId, via }: Actor): string {
  if (userId === null || via !== 'web')
    throw new Refused(403, 'access.onlyAtScreen', '程序令牌不能进行此操作', 'A token cannot do this: sign in');
  return userId;
}
