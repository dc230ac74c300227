/** Brings a case to any place of version 2 of the workflows, through commands that people really send. */
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, at, calendar, Drive, SECOND } from '../support/engine.js';
import type { Actor } from '../../src/domain/command.js';

const MONDAY = '2026-03-02';
const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;

/** A case on its way. Its clock is the moment of the next command. */
export class Way2 {
  private at = at(MONDAY);
  readonly drive: Drive;

  constructor(
    workflow: Workflow,
    isKey: boolean,
    /** How long the case lies with its unit before it signs for it. */
    private readonly lies: 'not' | 'untilBlue' | 'untilTalk',
  ) {
    this.drive = new Drive(workflow, this.at, { isKey });
  }

  get now(): number {
    return this.at;
  }

  go(type: string, who: Actor, payload: Record<string, unknown> = {}): this {
    this.drive.send(type, who, this.at, payload);
    this.at += QUARTER;
    return this;
  }

  wait(until: number): this {
    this.at = Math.max(this.at, until);
    this.drive.until(this.at);
    return this;
  }

  assigned(): this {
    this.go('ASSIGN', ACTOR.clerk);
    if (this.lies === 'untilTalk') this.wait(at('2026-09-01'));
    // An hour after the first order.
    if (this.lies === 'untilBlue') this.wait(calendar.nextMorning(this.drive.context.dueOn!) + 3_600_000);
    return this;
  }

  verifying(): this {
    return this.assigned().go('ACCEPT', ACTOR.liaison).go('SUBMIT', ACTOR.handler);
  }

  /** Checked by as many as its weight asks, and every milestone with it. */
  visiting(): this {
    const isAt = (place: string): boolean => this.drive.place === place;
    for (let n = 0; n < 6 && !isAt('visiting'); n += 1) {
      if (isAt('rectifying')) this.go('SUBMIT', ACTOR.handler);
      this.go('PASS', ACTOR.supervisor);
      if (isAt('verifying')) this.go('PASS', SECOND.supervisor);
    }
    return this;
  }

  /** Two rounds in which the raiser was not satisfied. */
  disputed(): this {
    this.verifying();
    for (const _ of [1, 2]) this.visiting().go('RECORD_VISIT', ACTOR.visitor, { outcome: 'notFixed' });
    return this;
  }

  tried(): this {
    for (const _ of [1, 2, 3]) this.go('RECORD_VISIT', ACTOR.visitor, { outcome: 'unreachable' }).wait(this.at + DAY);
    return this;
  }
}

/** How a case comes to each place. */
const WAYS: Record<string, (way: Way2) => Way2> = {
  collected: (way) => way,
  assigned: (way) => way.assigned(),
  rectifying: (way) => way.assigned().go('ACCEPT', ACTOR.liaison),
  verifying: (way) => way.verifying(),
  parked: (way) => WAYS['rectifying']!(way).go('PARK', ACTOR.leader),
  visiting: (way) => way.verifying().visiting(),
  notice: (way) => WAYS['visiting']!(way).go('RECORD_VISIT', ACTOR.visitor),
  objection: (way) => WAYS['notice']!(way).go('OBJECT', ACTOR.clerk),
  signing: (way) => WAYS['notice']!(way).wait(way.now + 8 * DAY),
  resolved: (way) => WAYS['visiting']!(way).go('RECORD_VISIT', ACTOR.visitor),
  disputed: (way) => way.disputed().go('CLOSE_DISPUTED', ACTOR.leader),
  unverified: (way) => WAYS['visiting']!(way).tried().go('CLOSE_UNVERIFIED', ACTOR.supervisor),
  takenOver: (way) => way.go('TAKE_OVER', { ...ACTOR.clerk, via: 'import' }),
  rejected: (way) => way.go('REJECT', ACTOR.clerk),
  merged: (way) => way.go('MERGE', ACTOR.clerk),
  withdrawn: (way) => WAYS['rectifying']!(way).go('ASK_DEPARTURE', SECOND.clerk).go('GRANT_DEPARTURE', ACTOR.leader),
};

/** What a case must have behind it for a command, beside being in the place. */
function needOf(type: string, place: string, workflow: Workflow): string {
  if (type === 'CLOSE_DISPUTED' && ['rectifying', 'verifying', 'visiting'].includes(place)) return 'disputed';
  const decides = type === 'GRANT_EXTENSION' || type === 'REFUSE_EXTENSION';
  if (decides && workflow.name !== 'immediate' && ['rectifying', 'verifying'].includes(place)) return 'extension';
  if (type === 'CLOSE_UNVERIFIED' && place === 'visiting') return 'tried';
  return type === 'GRANT_DEPARTURE' || type === 'REFUSE_DEPARTURE' ? 'departure' : '';
}

const known = new Map<string, Way2>();

/** The case in the place, and as favourable to the command as it can be there, so that only the person decides. Nobody takes a step from there: a case that serves
 *  several commands is made once. */
export function ready2(workflow: Workflow, place: string, type: string): Way2 {
  const needsTalk = ['SIGN_ORDER', 'WAIVE_ORDER', 'INSTRUCT_ORDER', 'RECORD_TALK'].includes(type);
  const lies = needsTalk ? 'untilTalk' : type === 'REPLY_ORDER' ? 'untilBlue' : 'not';
  const need = needOf(type, place, workflow);
  const key = [workflow.name, place, lies, need].join();
  const found =
    known.get(key) ??
    brought(new Way2(workflow, ['notice', 'objection', 'signing'].includes(place), lies), place, need);
  known.set(key, found);
  return found;
}

function brought(way: Way2, place: string, need: string): Way2 {
  if (need === 'disputed') {
    way.disputed();
    if (place !== 'rectifying') way.go('SUBMIT', ACTOR.handler);
    return place === 'visiting' ? way.visiting() : way;
  }
  if (need === 'extension') {
    WAYS['rectifying']!(way).go('REQUEST_EXTENSION', ACTOR.handler);
    return place === 'verifying' ? way.go('SUBMIT', ACTOR.handler) : way;
  }
  WAYS[place]!(way);
  if (need === 'tried') way.tried();
  const { leadUnitId, outcome } = way.drive.context;
  return need === 'departure' && leadUnitId !== null && outcome === null ? way.go('ASK_DEPARTURE', SECOND.clerk) : way;
}
