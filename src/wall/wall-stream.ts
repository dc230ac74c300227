/** Keeps open walls up to date: one look at the database for all listeners together, a new wall only for those it changed for. */
import { Injectable, Logger, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import type { Role } from '../domain/words.js';
import { Authenticator, type Credential } from '../http/authenticator.js';
import { Listeners, type Pace } from '../http/listeners.js';
import type { Wall } from './wall.dto.js';
import { WallService } from './wall.service.js';

/** Who may watch the wall. */
export const WATCHERS = ['leader', 'clerk', 'supervisor', 'auditor'] as const satisfies [Role, ...Role[]];

/** How the stream keeps time; replaced in tests. */
export class WallPace implements Pace {
  look = 2_000;
  /** Lights change with the time alone, so without any change a new wall is made after this long. */
  anew = 60_000;
  heartbeat = 15_000;
  retry = 3_000;
  share = 10;
}

/** Screens of one person: a hall, a meeting room, a desk, and some that were not closed. */
const MOST_OF_ONE = 8;

const REPLACED: MessageEvent = {
  type: 'replaced',
  data: {
    code: 'wall.replaced',
    messageZh: `同一账号打开的大屏超过 ${MOST_OF_ONE} 个，本屏已停止更新`,
    message: `More than ${MOST_OF_ONE} walls are open under this account; this one is no longer kept up to date`,
  },
};

@Injectable()
export class WallStream implements OnModuleDestroy {
  private readonly listeners: Listeners;
  private mark = '';
  private madeAt = 0;

  constructor(
    private readonly walls: WallService,
    authenticator: Authenticator,
    clock: Clock,
    private readonly pace: WallPace,
  ) {
    const rules = {
      most: 500,
      mostOfOne: MOST_OF_ONE,
      replaced: REPLACED,
      tooMany: () => new Refused(429, 'wall.tooMany', '同时打开的大屏过多', 'Too many walls are open at once'),
      stays: ({ roles }: Actor) => roles.some(({ role }) => WATCHERS.some((watcher) => watcher === role)),
      look: (anew: boolean) => this.look(anew),
    };
    this.listeners = new Listeners(rules, pace, authenticator, () => clock.now(), new Logger('wall'));
  }

  /** Events `wall` (the whole wall, at once and after each change) besides those of every stream. */
  open(actor: Actor, credential: Credential): Observable<MessageEvent> {
    return this.listeners.listen(actor, credential);
  }

  /** How many listen. */
  get size(): number {
    return this.listeners.size;
  }

  onModuleDestroy(): Promise<void> {
    return this.listeners.end();
  }

  private async look(anew: boolean): Promise<void> {
    const mark = await this.walls.mark();
    const began = performance.now();
    if (mark === this.mark && !anew && began - this.madeAt < this.pace.anew) return;
    this.madeAt = began;
    const made = new Map<string, { wall: Wall; text: string }>();
    for (const listener of this.listeners.all()) {
      const key = this.walls.keyOf(listener.actor);
      let found = made.get(key);
      if (found === undefined) {
        const wall = await this.walls.wall(listener.actor);
        made.set(key, (found = { wall, text: JSON.stringify({ ...wall, at: '' }) }));
      }
      if (listener.sent === found.text) continue;
      listener.sent = found.text;
      listener.subscriber.next({ type: 'wall', data: found.wall });
    }
    this.mark = mark;
  }
}
