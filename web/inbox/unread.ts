/** How many messages the person has not read, known on every page; `listen.ts` keeps it right. */
import { ref } from 'vue';

/** Null until it is known. */
export const unread = ref<number | null>(null);
