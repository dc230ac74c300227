/** What the parts of the first page share: the answer's shape, the page of a list, and how far a rate has moved. */
import type { components } from '../../api/schema.js';

export type Briefing = components['schemas']['Briefing'];
export type Share = components['schemas']['ShareShown'];

/** A list of the service, as the page that shows it. */
export const pageOf = (href: string): string => href.replace(/^\/api/, '');

/** `▲ 0.12 点` or what it is in the reader's language; says that nothing moved where nothing did, and nothing where there was no rate. */
export function pointsMoved(
  { before, now }: { before: Share; now: Share },
  t: (key: string, values?: Record<string, unknown>) => string,
): string {
  if (before.rate === null || now.rate === null) return '';
  const points = Math.round((now.rate - before.rate) * 10_000) / 100;
  if (points === 0) return t('today.unmoved');
  return t(points > 0 ? 'today.up' : 'today.down', { points: Math.abs(points).toFixed(2) });
}
