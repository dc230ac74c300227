/** Whether the service answers, and how fast: read by the note at the top of the page. */
import { computed, reactive } from 'vue';

/** A request that takes longer than this is worth a word to the person who waits; milliseconds. */
const SLOW = 3_000;

const seen = reactive({ online: navigator.onLine, lost: false, slow: 0 });

window.addEventListener('online', () => (seen.online = true));
window.addEventListener('offline', () => (seen.online = false));

/** `fine`, `slow` (a request takes longer than 3 s), `lost` (the last request got no answer) or `offline` (no network at all). */
export const connection = computed((): 'fine' | 'slow' | 'lost' | 'offline' => {
  if (!seen.online) return 'offline';
  if (seen.slow > 0) return 'slow'; // a request that is still under way says more than one that failed before it
  return seen.lost ? 'lost' : 'fine';
});

/** Watches one request from now on; call the answer with whether the service replied. */
export function requestBegan(): (answered: boolean) => void {
  let isSlow = false;
  const timer = window.setTimeout(() => {
    isSlow = true;
    seen.slow += 1;
  }, SLOW);
  return (answered) => {
    window.clearTimeout(timer);
    if (isSlow) seen.slow -= 1;
    seen.lost = !answered;
    if (answered) seen.online = true;
  };
}
