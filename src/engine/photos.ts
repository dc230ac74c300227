/** The photographs of before and after that a step brings: one picture shows one of them. */
import { texts, type Payload } from './env.js';

/** Ids of those that count as `which`: what is handed in as a picture of before is none of after. */
export function photosOf(payload: Payload, which: 'before' | 'after'): string[] {
  const before = texts(payload, 'photosBefore');
  return which === 'before' ? before : texts(payload, 'photosAfter').filter((id) => !before.includes(id));
}
