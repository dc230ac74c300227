/** The time zone in which the office's days begin and end; told by the service to whoever signs in. */
import { ref } from 'vue';
import type { Day } from '../api/types.js';

/** IANA name. Before anybody is signed in nothing is shown that depends on it. */
export const officeZone = ref('Asia/Shanghai');

/** The day on which it happened in the office, wherever the browser is. */
export const officeDay = (at: Date): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone.value, dateStyle: 'short' }).format(at);
/** The day it is now in the office. */
export const officeToday = (): Day => officeDay(new Date());

const DAY = 86_400_000;

/** `days` calendar days after `day`. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
