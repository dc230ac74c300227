/** Prints the whole list: what has not been read yet is read first, page by page, and can be stopped. */
import { nextTick, ref, type Ref } from 'vue';

/** Most rows on paper, about four hundred sheets; a longer list is for the spreadsheet. */
const MOST = 10_000;

interface List {
  hasNextPage: Readonly<Ref<boolean>>;
  count: () => number;
  /** Reads one page more; false when that failed. */
  more: () => Promise<boolean>;
}

/** `print` reads what is missing and opens the browser's dialog; `busy` is true while it reads, `isCut` once it stopped at the most
 *  there may be. A failed or stopped reading prints nothing. */
export function usePrintAll({ hasNextPage, count, more }: List): {
  busy: Ref<boolean>;
  isCut: Ref<boolean>;
  print: () => Promise<void>;
  stop: () => void;
} {
  const busy = ref(false);
  const isCut = ref(false);
  const stop = (): void => void (busy.value = false);
  async function print(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    isCut.value = false;
    while (hasNextPage.value && count() < MOST) {
      if (!(await more())) stop();
      if (!busy.value) return;
    }
    isCut.value = hasNextPage.value;
    busy.value = false;
    await nextTick();
    window.print();
  }
  return { busy, isCut, print, stop };
}
