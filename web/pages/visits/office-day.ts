/** Days in the office's time zone, wherever the browser is. */
import type { Day } from '../../api/types.js';

const DAY = 86_400_000;

/** The day it is now in the office. */
export const officeToday = (): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date());

/** `days` calendar days after `day`. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
