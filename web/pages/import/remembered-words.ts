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

/** Adds them to what the office remembers for this layout. */
export async function rememberWords(layout: string, { status, headers }: LedgerWords): Promise<void> {
  const known = await answer(api.GET('/api/ledger/words', { params: { query: { layout } } }));
  const before = known.words as Partial<LedgerWords>;
  const words = { status: { ...before.status, ...status }, headers: { ...before.headers, ...headers } };
  await answer(api.PUT('/api/ledger/words', { body: { layout, words } }));
}
