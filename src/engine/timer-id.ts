/** What a timer is called: XState's own id of a delayed transition, the one place that writes it and reads it. */

/** `xstate.after.<delay>.<id of the machine>.<names of the states down to the one that owns it>`. Names of delays have no dot. */
const PREFIX = 'xstate.after';

/** The id of the timer that the state at `path` (the machine's id first) has for the delay. */
export function timerId(delay: string, path: readonly string[]): string {
  return [PREFIX, delay, ...path].join('.');
}

/** The name of the delay in a timer's id, such as `untilLate`; the whole text where it is none of XState's. */
export function delayOf(id: string): string {
  return id.startsWith(`${PREFIX}.`) ? id.split('.', 3)[2]! : id;
}

/** True for a timer of the clock region, false for one of the stages. */
export function isOfClock(id: string): boolean {
  return id.startsWith(`${PREFIX}.`) && id.split('.')[4] === 'clock';
}
