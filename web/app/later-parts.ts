/** Parts that come after the page, with app/installed.ts, so that no first page is heavier for them; null until then. */
import { shallowRef, type Component } from 'vue';

/** What is said over the page: that there are newer ones, or what cannot be done inside another app; null while there is nothing. */
export const lineAbove = shallowRef<Component | null>(null);
/** Whose work My work shows (deputies/StandIns.vue). */
export const standIns = shallowRef<Component | null>(null);
/** Says of when the data are that a page shows (parts/AsOf.vue). */
export const asOfLine = shallowRef<Component | null>(null);
