/** Whether the page goes onto paper: a list then draws all its rows, not only those on the screen. */
import { readonly, ref } from 'vue';

const paper = window.matchMedia('print');
const printing = ref(paper.matches);
const look = (): unknown => (printing.value = paper.matches);

// The browser tells before it lays the sheets out, and what changes at once is on them.
window.addEventListener('beforeprint', () => (printing.value = true));
window.addEventListener('afterprint', look);
paper.addEventListener('change', look);

/** True from before the browser lays out the sheets until it has done so. */
export const isPrinting = readonly(printing);
