/** The service's clock as its answers tell it: a device whose own clock is wrong says all the same when its data were read. */

let ahead = 0;

/** Notes the time of an answer. */
export function heardTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  // answers travel, and the header has whole seconds
  if (!Number.isNaN(at)) ahead = Math.abs(at - Date.now()) > 90_000 ? at - Date.now() : 0;
}

/** A moment of this device by the service's clock, epoch milliseconds. */
export const serviceTime = (at: number): number => at + ahead;
