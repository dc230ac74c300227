/** What an office is to remember of a ledger: what its headers and the words of its status column mean, for the next one with the same headers. */
import { answer, api } from '../../api/client.js';
import { choicesOf, STATUS_MEANINGS } from './choices.js';
import type { Draft, Question } from './draft.js';

export interface LedgerWords {
  status: Record<string, string>;
  headers: Record<string, string>;
}

/** What was chosen at the desk and can be remembered; `asked` are the questions by key. */
export function wordsOf(draft: Draft, asked: ReadonlyMap<string, Question>): LedgerWords {
  const { answers = {}, columns = {} } = choicesOf(draft);
  const status = Object.entries(answers).flatMap(([key, value]) => {
    const question = asked.get(key);
    const isMeaning = (STATUS_MEANINGS as readonly string[]).includes(value ?? '');
    return question?.field === 'status' && isMeaning && question.shown !== ''
      ? [[question.shown, value!] as const]
      : [];
  });
  const headers = Object.entries(columns).flatMap(([at, field]) => {
    const header = draft.reading?.columns.find(({ column }) => column === Number(at))?.header ?? '';
    return header === '' ? [] : [[header, field] as const];
  });
  return { status: Object.fromEntries(status), headers: Object.fromEntries(headers) };
}

/** Changes of words: null takes one away. */
type WordsChanged = Partial<Record<keyof LedgerWords, Record<string, string | null>>>;

/** Merges them into what the office remembers for this layout, the empty one for every ledger. */
export async function keepWords(layout: string, changed: WordsChanged, knownAs?: string): Promise<void> {
  const known = await answer(api.GET('/api/ledger/words', { params: { query: { layout } } }));
  const before = known.words as Partial<LedgerWords>;
  const merged = (kind: keyof LedgerWords): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ ...before[kind], ...changed[kind] }).filter((one): one is [string, string] => one[1] !== null),
    );
  const words = { status: merged('status'), headers: merged('headers') };
  await answer(
    api.PUT('/api/ledger/words', { body: { layout, words, ...(knownAs === undefined ? {} : { knownAs }) } }),
  );
}
