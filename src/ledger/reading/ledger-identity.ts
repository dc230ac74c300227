/** What names an issue of a ledger across files: its own number, its number within a section, or what it says. */
import type { Choices, Doubt, IdentityKind, LedgerReading, RowReading } from './reading.js';
import { CHOSEN, said } from './said.js';

/** What names an issue across files, with the question where numbers begin anew. */
export function identityOfLedger(
  rows: readonly RowReading[],
  choices: Choices,
  otherNumbers: ReadonlySet<string>,
): { identity: LedgerReading['identity']; doubt: Doubt | null; repeated: Set<string> } {
  const repeated = new Set<string>();
  const answer =
    choices.identity ?? (['own', 'section', 'text'] as const).find((each) => each === choices.answers?.['identity']);
  const numbered = rows.filter(({ kind, left, entry }) => kind === 'issue' && !left && entry?.externalId !== undefined);
  if (answer !== undefined) return { identity: { kind: answer, sure: 'sure', why: CHOSEN }, doubt: null, repeated };
  const as = (
    kind: IdentityKind,
    why: LedgerReading['identity']['why'],
    sure: LedgerReading['identity']['sure'] = 'likely',
  ) => ({ identity: { kind, sure, why }, doubt: null, repeated });
  if (numbered.length === 0)
    return as('text', said('noNumbers', 'It has no numbers: what a row says names it', '没有编号：以内容识别'), 'sure');
  const numbers = numbered.map(({ entry }) => entry!.externalId!);
  const weak = numbers.filter(
    (number) => /^\D{0,2}\d{1,5}\D?$/.test(number) && /^[\d第号()（）#、.]+$/.test(number),
  ).length;
  if (weak * 2 > numbers.length) {
    return as(
      'text',
      said(
        'weakNumbers',
        'Its numbers count from 1, as those of other ledgers do: what a row says names it',
        '编号只是从 1 起的顺序号，与其他台账会重复：以内容识别',
      ),
    );
  }
  const first = new Map<string, RowReading>();
  let elsewhere = 0;
  let anew = 0;
  for (const row of numbered) {
    const number = row.entry!.externalId!;
    const earlier = first.get(number);
    if (earlier === undefined) first.set(number, row);
    else if (earlier.entry!.description !== row.entry!.description) {
      anew += 1;
      if (earlier.section !== row.section) elsewhere += 1;
      repeated.add(number);
    }
  }
  const shared = [...first.keys()].filter((number) => otherNumbers.has(number)).length;
  const isStrong = numbers.every((number) => /\d{6}|(19|20)\d\d/.test(number));
  if (elsewhere > 0 || (anew >= 2 && anew * 5 >= numbered.length) || (shared > 0 && !isStrong)) {
    const why = said(
      'identityAsked',
      'Numbers begin anew: is the same number the same issue?',
      '编号有重复（分部分或分表重新编号）：相同编号是同一事项吗？',
    );
    const doubt: Doubt = {
      ...why,
      key: 'identity',
      field: 'externalId',
      shown: [...repeated].slice(0, 5).join('、'),
      options: [
        { value: 'section', label: 'Only within its section', labelZh: '只在同一部分内相同' },
        { value: 'text', label: 'No: go by what a row says', labelZh: '不是：以内容识别' },
        { value: 'own', label: 'Yes: the same issue', labelZh: '是同一事项' },
      ],
      suggested: elsewhere > 0 ? 'section' : 'text',
    };
    return { identity: { kind: 'text', sure: 'unsure', why }, doubt, repeated };
  }
  repeated.clear();
  return as(
    'own',
    isStrong
      ? said('ownNumbers', 'Its own numbers', '以编号识别')
      : said(
          'shortNumbers',
          'Its own numbers; short ones may be in other ledgers too',
          '以编号识别；编号较短，可能与其他台账重复',
        ),
    isStrong ? 'sure' : 'likely',
  );
}
