/** Brings a case to any place of the shipped workflows, through commands that people really send. */
import { Drive, ACTOR, at, immediate, type ActorKind } from '../support/engine.js';
import type { MachineConfig } from '../../src/engine/machine.js';
import type { Workflow } from '../../src/engine/workflow.js';

const MONDAY = '2026-03-02';
type Given = { isKey?: boolean };

/** Days are far apart on the long way, so that a red order stands when the place is reached. */
class Way {
  private at: number;
  readonly drive: Drive;

  constructor(
    workflow: Workflow,
    given: Given,
    private readonly isLong: boolean,
  ) {
    this.at = at(MONDAY);
    this.drive = new Drive(workflow, this.at, given);
  }

  go(type: string, who: ActorKind, payload: Record<string, unknown> = {}, via?: string): this {
    this.drive.send(type, via === undefined ? ACTOR[who] : { ...ACTOR[who], via }, this.at, payload);
    this.at += 3_600_000 / 4;
    return this;
  }

  assigned(): this {
    this.go('ASSIGN', 'clerk');
    // Half a year later no order is left to come.
    if (this.isLong) this.at = at('2026-09-01');
    this.drive.until(this.at);
    return this;
  }

  nextDay(): this {
    this.at += 24 * 3_600_000;
    return this;
  }

  get now(): number {
    return this.at;
  }
}

/** How a case comes to each place, through commands that people really send. */
const WAYS: Record<string, (way: Way) => Way> = {
  collected: (way) => way,
  assigned: (way) => way.assigned(),
  rectifying: (way) => way.assigned().go('ACCEPT', 'liaison'),
  verifying: (way) => WAYS['rectifying']!(way).go('SUBMIT', 'handler'),
  parked: (way) => WAYS['rectifying']!(way).go('PARK', 'leader'),
  visiting: (way) => {
    WAYS['verifying']!(way).go('PASS', 'supervisor');
    return way.drive.place === 'rectifying' ? way.go('SUBMIT', 'handler').go('PASS', 'supervisor') : way;
  },
  signing: (way) => WAYS['visiting']!(way).go('RECORD_VISIT', 'visitor'),
  resolved: (way) => WAYS['visiting']!(way).go('RECORD_VISIT', 'visitor'),
  unverified: (way) => tried(WAYS['visiting']!(way)).go('CLOSE_UNVERIFIED', 'supervisor'),
  takenOver: (way) => way.go('TAKE_OVER', 'clerk', {}, 'import'),
  rejected: (way) => way.go('REJECT', 'clerk'),
  merged: (way) => way.go('MERGE', 'clerk'),
  withdrawn: (way) => WAYS['rectifying']!(way).go('WITHDRAW', 'clerk'),
};

const tried = (way: Way): Way =>
  [1, 2, 3].reduce((so) => so.go('RECORD_VISIT', 'visitor', { outcome: 'unreachable' }).nextDay(), way);

/** The case in the place, and as favourable to the command as it can be there, so that only the person decides. */
export function ready(workflow: Workflow, place: string, type: string): Way {
  const isLong = type.endsWith('_ORDER');
  const way = new Way(workflow, { isKey: place === 'signing' }, isLong);
  if (type === 'GRANT_EXTENSION' || type === 'REFUSE_EXTENSION') {
    if (workflow !== immediate && ['rectifying', 'verifying'].includes(place)) {
      WAYS['rectifying']!(way).go('REQUEST_EXTENSION', 'handler');
      return place === 'verifying' ? way.go('SUBMIT', 'handler') : way;
    }
  }
  WAYS[place]!(way);
  return type === 'CLOSE_UNVERIFIED' && place === 'visiting' ? tried(way) : way;
}

/** The innermost states. */
export function leaves(config: MachineConfig): string[] {
  return Object.entries(config.states ?? {}).flatMap(([key, inner]) =>
    inner.states === undefined ? [key] : leaves(inner),
  );
}
