/** The rows of a draft, fetched from the service a page at a time as they come into sight. */
import { ref, shallowRef, watch, type Ref } from 'vue';
import { answer, api } from '../../api/client.js';
import type { DraftRow, RowFilter } from './draft.js';

/** Rows of a page. */
export const PAGE = 100;

export interface AskedRows extends RowFilter {
  draft: string;
  /** Changes whenever the rows may have. */
  plan: string;
}

export interface DraftRows {
  /** How many rows there are under the filter. */
  total: Ref<number>;
  /** The row at a place, undefined until it has come. */
  rowAt: (at: number) => DraftRow | undefined;
  failed: Ref<unknown>;
  /** Says which rows are in sight; they are fetched. */
  look: (from: number, to: number) => void;
  /** At which place the row of a line of the sheet stands; -1 where the filter leaves it out. */
  placeOf: (line: number) => Promise<number>;
}

interface Page {
  plan: string;
  rows: DraftRow[];
}

const read = ({ draft, becomes, doubt }: AskedRows, from: number) => {
  const filter = { ...(becomes === undefined ? {} : { becomes }), ...(doubt === undefined ? {} : { doubt }) };
  const query = { ...filter, from, limit: PAGE };
  return answer(api.GET('/api/ledger/drafts/{id}/rows', { params: { path: { id: draft }, query } }));
};

/** Call in setup. Rows that an answer has changed stay in sight until the new ones are there, so that nothing jumps. */
export function useDraftRows(asked: () => AskedRows | null): DraftRows {
  const pages = shallowRef(new Map<number, Page>());
  const total = ref(0);
  const failed = ref<unknown>(null);
  const underWay = new Map<string, Promise<void>>();
  let inSight: [from: number, to: number] = [0, PAGE];

  /** Resolves once the page is there as it is now, or could not be had. */
  function load(at: number): Promise<void> {
    const now = asked();
    if (now === null || pages.value.get(at)?.plan === now.plan) return Promise.resolve();
    const key = JSON.stringify([now, at]);
    let one = underWay.get(key);
    if (one === undefined) underWay.set(key, (one = fetchPage(now, at, key)));
    return one;
  }
  async function fetchPage(now: AskedRows, at: number, key: string): Promise<void> {
    try {
      const got = await read(now, at * PAGE);
      if (JSON.stringify([asked(), at]) !== key) return; // asked otherwise in the meantime
      pages.value = new Map(pages.value).set(at, { plan: now.plan, rows: got.items });
      total.value = got.total;
      failed.value = null;
    } catch (error) {
      failed.value = error;
    } finally {
      underWay.delete(key);
    }
  }
  function look(from: number, to: number): void {
    inSight = [from, to];
    for (let at = Math.floor(from / PAGE); at <= Math.floor(Math.max(from, to - 1) / PAGE); at++) void load(at);
  }
  watch(
    () => JSON.stringify(asked()),
    (_, before) => {
      const [now, then] = [asked(), JSON.parse(before ?? 'null') as AskedRows | null];
      const isSameList = now?.draft === then?.draft && now?.becomes === then?.becomes && now?.doubt === then?.doubt;
      if (!isSameList) {
        pages.value = new Map();
        inSight = [0, PAGE];
      }
      if (now === null) total.value = 0;
      else look(...inSight);
    },
    { immediate: true },
  );

  const rowAt = (at: number): DraftRow | undefined => pages.value.get(Math.floor(at / PAGE))?.rows[at % PAGE];
  /** Lines rise with the place: the place is found by halving, which asks for a page or two. */
  async function placeOf(line: number): Promise<number> {
    await load(0);
    let [low, high] = [0, Math.max(0, Math.ceil(total.value / PAGE) - 1)];
    let guess = Math.min(high, Math.floor(line / PAGE));
    while (low <= high) {
      await load(guess);
      const rows = pages.value.get(guess)?.rows ?? [];
      if (rows.length === 0) return -1;
      if (line < rows[0]!.line) high = guess - 1;
      else if (line > rows[rows.length - 1]!.line) low = guess + 1;
      else {
        const within = rows.findIndex((row) => row.line === line);
        return within < 0 ? -1 : guess * PAGE + within;
      }
      guess = Math.floor((low + high) / 2);
    }
    return -1;
  }
  return { total, rowAt, failed, look, placeOf };
}
