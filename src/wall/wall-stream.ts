/** Keeps open walls up to date: one look at the database for all listeners together, a new wall only for those it changed for. */
import { Injectable, Logger, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Authenticator, type Credential } from '../http/authenticator.js';
import type { Wall } from './wall.dto.js';
import { WallService } from './wall.service.js';

/** How the stream keeps time, milliseconds; replaced in tests. */
export class WallPace {
  /** Between two looks at the database. */
  look = 2_000;
  /** Lights change with the time alone, so without any change a new wall is made after this long. */
  anew = 60_000;
  /** A heartbeat, and the moment at which each listener's session is looked at. */
  heartbeat = 15_000;
  /** A browser whose line broke waits this long before it comes back. */
  retry = 3_000;
  /** Making walls may take one part in so many of the time, whatever happens in the database. */
  share = 10;
}

/** Each holds a connection. */
const MOST_LISTENERS = 500;
/** Screens of one person: a hall, a meeting room, a desk, and some that were not closed. */
const MOST_OF_ONE = 8;

/** The last that a stream says whose place another took; its browser shall not come back by itself, or both would push each other out. */
const REPLACED: MessageEvent = {
  type: 'replaced',
  data: {
    code: 'wall.replaced',
    messageZh: `同一账号打开的大屏超过 ${MOST_OF_ONE} 个，本屏已停止更新`,
    message: `More than ${MOST_OF_ONE} walls are open under this account; this one is no longer kept up to date`,
  },
};

interface Listener {
  subscriber: Subscriber<MessageEvent>;
  credential: Credential;
  actor: Actor;
  /** What it was sent last, without the moment of reading. */
  sent: string;
}

@Injectable()
export class WallStream implements OnModuleDestroy {
  private readonly logger = new Logger('wall');
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private mark = '';
  private madeAt = 0;
  private beatAt = 0;
  private restUntil = 0;

  constructor(
    private readonly walls: WallService,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    private readonly pace: WallPace,
  ) {}

  /** Events `wall` (the whole wall, at once and after each change) and `alive` (the office's time as `at`); ends when the session does.
   *  Nobody takes a place from another: beyond 8 of one person that person's oldest ends, saying `replaced`, and where all places are taken
   *  the oldest of whoever has the most. 429 where everybody who listens has one alone. */
  open(actor: Actor, credential: Credential, roles: readonly string[]): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      // Here and not before: of many that are opened in one moment each is to see those before it.
      this.makeRoomFor(actor);
      const listener: Listener = { subscriber, credential, actor, sent: '' };
      this.listeners.add(listener);
      subscriber.next({ ...this.alive(), retry: this.pace.retry });
      this.madeAt = 0; // a wall for the newcomer; who has the same already gets nothing
      this.wake(roles);
      return () => {
        this.listeners.delete(listener);
        if (this.listeners.size === 0) this.sleep();
      };
    });
  }

  /** How many listen. */
  get size(): number {
    return this.listeners.size;
  }

  /** Ends all streams, so that the server can stop; browsers come back by themselves. */
  async onModuleDestroy(): Promise<void> {
    this.sleep();
    const open = [...this.listeners];
    for (const { subscriber } of open) subscriber.complete();
    // Their connections are idle a moment later, and the server closes idle ones at once instead of waiting for them.
    if (open.length > 0) await new Promise((done) => setTimeout(done, 50));
  }

  private makeRoomFor(actor: Actor): void {
    const byPerson = new Map<string | null, Listener[]>();
    for (const listener of this.listeners) {
      const own = byPerson.get(listener.actor.userId);
      if (own === undefined) byPerson.set(listener.actor.userId, [listener]);
      else own.push(listener);
    }
    const own = byPerson.get(actor.userId) ?? [];
    if (own.length >= MOST_OF_ONE) return replace(own[0]!);
    if (this.listeners.size < MOST_LISTENERS) return;
    const most = [...byPerson.values()].reduce((a, b) => (b.length > a.length ? b : a), own);
    if (most.length < 2)
      throw new Refused(429, 'wall.tooMany', '同时打开的大屏过多', 'Too many walls are open at once');
    replace(most[0]!);
  }

  /** A heartbeat; a screen sets its clock by it. */
  private alive(): MessageEvent {
    return { type: 'alive', data: { at: new Date(this.clock.now()).toISOString() } };
  }

  private wake(roles: readonly string[]): void {
    if (this.timer === undefined) {
      this.beatAt = performance.now();
      this.timer = setInterval(() => void this.tick(roles), this.pace.look);
      this.timer.unref();
    }
    void this.tick(roles);
  }

  private sleep(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.mark = '';
  }

  private async tick(roles: readonly string[]): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      if (performance.now() - this.beatAt >= this.pace.heartbeat) await this.beat(roles);
      if (performance.now() >= this.restUntil || this.madeAt === 0) await this.look();
    } catch (error) {
      // The database is away for a moment: those who listen keep what they have, and the next look tries again.
      this.logger.warn(error instanceof Error ? error.message : String(error));
    } finally {
      this.looking = false;
    }
  }

  private async beat(roles: readonly string[]): Promise<void> {
    this.beatAt = performance.now();
    for (const listener of [...this.listeners]) {
      const caller = await this.authenticator.callerOf(listener.credential);
      if (caller === null || caller.passwordDue || !caller.actor.roles.some(({ role }) => roles.includes(role))) {
        listener.subscriber.complete();
        continue;
      }
      listener.actor = caller.actor;
      listener.subscriber.next(this.alive());
    }
  }

  private async look(): Promise<void> {
    const mark = await this.walls.mark();
    const began = performance.now();
    if (mark === this.mark && this.madeAt !== 0 && began - this.madeAt < this.pace.anew) return;
    this.madeAt = began;
    const made = new Map<string, { wall: Wall; text: string }>();
    for (const listener of [...this.listeners]) {
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
    const ended = performance.now();
    this.restUntil = ended + (ended - began) * (this.pace.share - 1);
  }
}

function replace({ subscriber }: Listener): void {
  subscriber.next(REPLACED);
  subscriber.complete();
}
