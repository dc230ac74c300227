/** Those who listen to a stream of server-sent events: one clock for all of them, who may stay, and whose place another takes. */
import type { Logger, MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import type { Actor } from '../domain/command.js';
import type { Refused } from '../domain/errors.js';
import type { Authenticator, Credential } from './authenticator.js';

/** How a stream keeps time, milliseconds. */
export interface Pace {
  /** Between two looks at the database. */
  look: number;
  /** A heartbeat, and the moment at which each listener's session is looked at. */
  heartbeat: number;
  /** A browser whose line broke waits this long before it comes back. */
  retry: number;
  /** Looks and what follows from them may take one part in so many of the time, whatever happens in the database. */
  share: number;
}

export interface Listener {
  subscriber: Subscriber<MessageEvent>;
  credential: Credential;
  actor: Actor;
  /** What it was sent last, as a text. */
  sent: string;
}

export interface StreamRules {
  /** Each holds a connection. */
  most: number;
  /** Of one person. */
  mostOfOne: number;
  /** The last that a stream says whose place another took; its browser shall not come back by itself, or both would push each other out. */
  replaced: MessageEvent;
  tooMany: () => Refused;
  /** Whether whoever listens may still do so, asked at each heartbeat. */
  stays: (actor: Actor) => boolean;
  /** Looks at the database once for all and sends what changed. `anew`: somebody came in and has been sent nothing yet. */
  look: (anew: boolean) => Promise<void>;
}

export class Listeners {
  private readonly open = new Set<Listener>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private anew = false;
  private beatAt = 0;
  private restUntil = 0;

  constructor(
    private readonly rules: StreamRules,
    private readonly pace: Pace,
    private readonly authenticator: Authenticator,
    private readonly now: () => number,
    private readonly logger: Logger,
  ) {}

  /** A stream for somebody: `alive` (the office's time as `at`) at once and as a heartbeat, and what `look` sends; ends when the session does. Nobody takes a
   *  place from another: beyond the most of one person that person's oldest ends, saying `replaced`, and where all places are taken the
   *  oldest of whoever has the most. Refuses where everybody who listens has one alone. */
  listen(actor: Actor, credential: Credential): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      // Here and not before: of many that are opened in one moment each is to see those before it.
      this.makeRoomFor(actor);
      const listener: Listener = { subscriber, credential, actor, sent: '' };
      this.open.add(listener);
      subscriber.next({ ...this.alive(), retry: this.pace.retry });
      this.anew = true;
      this.wake();
      return () => {
        this.open.delete(listener);
        if (this.open.size === 0) this.sleep();
      };
    });
  }

  /** Who listens, as of now. */
  all(): Listener[] {
    return [...this.open];
  }

  /** How many listen. */
  get size(): number {
    return this.open.size;
  }

  /** Ends all streams, so that the server can stop; browsers come back by themselves. */
  async end(): Promise<void> {
    this.sleep();
    const open = this.all();
    for (const { subscriber } of open) subscriber.complete();
    // Their connections are idle a moment later, and the server closes idle ones at once instead of waiting for them.
    if (open.length > 0) await new Promise((done) => setTimeout(done, 50));
  }

  private makeRoomFor(actor: Actor): void {
    const { most, mostOfOne, tooMany } = this.rules;
    const byPerson = new Map<string | null, Listener[]>();
    for (const listener of this.open) {
      const own = byPerson.get(listener.actor.userId);
      if (own === undefined) byPerson.set(listener.actor.userId, [listener]);
      else own.push(listener);
    }
    const own = byPerson.get(actor.userId) ?? [];
    if (own.length >= mostOfOne) return this.replace(own[0]!);
    if (this.open.size < most) return;
    const many = [...byPerson.values()].reduce((a, b) => (b.length > a.length ? b : a), own);
    if (many.length < 2) throw tooMany();
    this.replace(many[0]!);
  }

  private replace({ subscriber }: Listener): void {
    subscriber.next(this.rules.replaced);
    subscriber.complete();
  }

  /** A heartbeat; a screen sets its clock by it. */
  private alive(): MessageEvent {
    return { type: 'alive', data: { at: new Date(this.now()).toISOString() } };
  }

  private wake(): void {
    if (this.timer === undefined) {
      this.beatAt = performance.now();
      this.timer = setInterval(() => void this.tick(), this.pace.look);
      this.timer.unref();
    }
    void this.tick();
  }

  private sleep(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async tick(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      if (performance.now() - this.beatAt >= this.pace.heartbeat) await this.beat();
      if (performance.now() >= this.restUntil || this.anew) await this.look();
    } catch (error) {
      // The database is away for a moment: those who listen keep what they have, and the next look tries again.
      this.logger.warn(error instanceof Error ? error.message : String(error));
    } finally {
      this.looking = false;
    }
  }

  private async look(): Promise<void> {
    const { anew } = this;
    const began = performance.now();
    this.anew = false;
    try {
      await this.rules.look(anew);
    } catch (error) {
      this.anew ||= anew;
      throw error;
    }
    const ended = performance.now();
    this.restUntil = ended + (ended - began) * (this.pace.share - 1);
  }

  private async beat(): Promise<void> {
    this.beatAt = performance.now();
    for (const listener of this.all()) {
      const caller = await this.authenticator.callerOf(listener.credential);
      if (caller === null || caller.passwordDue || !this.rules.stays(caller.actor)) {
        listener.subscriber.complete();
        continue;
      }
      listener.actor = caller.actor;
      listener.subscriber.next(this.alive());
    }
  }
}
