/** Why the page that was asked for could not be opened; null while all is well. */
import { shallowRef } from 'vue';

export const pageFailed = shallowRef<{ error: unknown; to: string } | null>(null);
