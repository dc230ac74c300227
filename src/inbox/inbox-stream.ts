/** Keeps the bell right on every page: one look at the database for all who listen, a word only to those whose inbox changed. */
import { Injectable, Logger, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Authenticator, type Credential } from '../http/authenticator.js';
import { Listeners, type Pace } from '../http/listeners.js';
import { InboxStore } from '../store/messages/inbox.store.js';

/** How the stream keeps time; replaced in tests. */
export class InboxPace implements Pace {
  look = 3_000;
  heartbeat = 15_000;
  retry = 3_000;
  share = 10;
}

/** Browsers of one person, one stream each whatever the number of their pages, and some that were not closed. */
const MOST_OF_ONE = 8;

const REPLACED: MessageEvent = {
  type: 'replaced',
  data: {
    code: 'inbox.replaced',
    messageZh: '同一账号打开的页面过多，本页的消息数不再自动更新',
    message: 'Too many pages are open under this account; the count here is no longer kept up to date',
  },
};

@Injectable()
export class InboxStream implements OnModuleDestroy {
  private readonly listeners: Listeners;

  constructor(
    private readonly inboxes: InboxStore,
    authenticator: Authenticator,
    clock: Clock,
    pace: InboxPace,
  ) {
    const rules = {
      most: 2_000,
      mostOfOne: MOST_OF_ONE,
      replaced: REPLACED,
      tooMany: () => new Refused(429, 'inbox.tooMany', '同时打开的页面过多', 'Too many pages are open at once'),
      stays: () => true,
      look: () => this.look(),
    };
    this.listeners = new Listeners(rules, pace, authenticator, () => clock.now(), new Logger('inbox'));
  }

  /** Events `inbox` (`unread` and the id of the `newest` entry, at once and after each change) besides those of every stream. */
  open(actor: Actor, credential: Credential): Observable<MessageEvent> {
    return this.listeners.listen(actor, credential);
  }

  onModuleDestroy(): Promise<void> {
    return this.listeners.end();
  }

  private async look(): Promise<void> {
    const listening = this.listeners.all();
    const marks = await this.inboxes.marks([...new Set(listening.map(({ actor }) => actor.userId!))]);
    for (const listener of listening) {
      const mark = marks.get(listener.actor.userId!)!;
      const text = JSON.stringify(mark);
      if (listener.sent === text) continue;
      listener.sent = text;
      listener.subscriber.next({ type: 'inbox', data: mark });
    }
  }
}
