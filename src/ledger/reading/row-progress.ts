/** How far the issue of a row is, and its measures. */
import { dayMeaning } from './day-words.js';
import { lineText } from './plain-text.js';
import type { ReadEntry, Sureness } from './reading.js';
import { assign, IN_TEXTS, NAME_CHARACTERS, type RowCells } from './row-cells.js';
import { stateDoubt, type StateFound, stateOf, stateShown } from './row-state.js';
import { said } from './said.js';
import { ends, mayBeUndone, statusInProse, statusKey, statusOf, undoes } from './status-words.js';

/** Measures as text; a column of progress gives its words to the state, and what is more than a word to the measure. */
export function takeProgress(row: RowCells, entry: ReadEntry): void {
  const measures: string[] = [];
  for (const column of row.reader.progress) {
    const text = row.clean(column.column, column.header, IN_TEXTS);
    if (text === '') continue;
    const { role, field, name, header } = column;
    const word = role === 'tick' ? lineText(text) : withoutDay(row, entry, lineText(text));
    if (role === 'tick') row.sayings.push({ header: name, text: word, of: 'tick' });
    else if (field === 'isClosed') row.sayings.push({ header, text: word, of: 'yesNo' });
    else if (field === 'status') {
      row.sayings.push({ header, text: word, of: 'status' });
      if (word.length > 14 && statusOf(word) === undefined) measures.push(text);
    } else if (role === 'progress') {
      row.sayings.push({ header, text: word, of: 'prose' });
      if (statusOf(word) === undefined || word.length > 14) measures.push(text);
    } else measures.push(text);
  }
  assign(entry, 'measure', measures.join('\n') || undefined);
}

/** Takes into the entry whether it is finished; how sure that is. */
export function takeState(row: RowCells, entry: ReadEntry): Sureness {
  const closedValues = row.reader.choices.mapping?.closedValues;
  const found =
    stateOf(row.sayings, {
      words: row.reader.choices.words?.status ?? {},
      closedValues,
      answer: (key) => row.answer(key),
      hasDay: entry.closedOn !== undefined && entry.closedOn <= row.reader.today,
    }) ?? byDay(row, entry);
  if (found === undefined) return 'sure';
  return taken(row, entry, againstRemark(row, entry, found) ?? found);
}

function taken(row: RowCells, entry: ReadEntry, found: StateFound): Sureness {
  entry.state = found.state;
  entry.isClosed = found.state.meaning === 'closed';
  if (found.status !== undefined) entry.status = found.status.slice(0, NAME_CHARACTERS);
  if (found.doubt) row.ask(null, found.doubt);
  const word = stateShown(found.state.meaning);
  for (const { column, field, role } of row.reader.columns) {
    if (
      field === 'status' ||
      field === 'isClosed' ||
      (role === 'progress' && field === 'measure' && statusInProse(row.shown(column)) !== undefined)
    ) {
      if (row.cells.has(column)) row.mark(column, word, found.sure, found.state.why);
    }
  }
  return found.sure;
}

/** A remark that says otherwise than the state does: 已完成 with 其余6月底前完成, 未完成 with 作废. */
function againstRemark(row: RowCells, entry: ReadEntry, { state, doubt, status }: StateFound): StateFound | undefined {
  const { remark } = entry;
  if (doubt !== null || remark === undefined || state.why.code === 'ledger.read.answered') return undefined;
  const against = state.meaning === 'closed' ? undoes(remark) : state.meaning === 'open' && ends(remark);
  if (against !== true) return undefined;
  const shown = `${status ?? stateShown(state.meaning)}；${lineText(remark).slice(0, 40)}`;
  return stateDoubt(
    `state:${shown}`,
    shown,
    `The remark says otherwise than the state (${shown}): closed or not?`,
    `备注与状态说法不一（${shown}）：是否已销号？`,
    (key) => row.answer(key),
  );
}

/** Takes the day out of 5月20日已办结 and 已完成（2026.5.8）, where it has passed and nothing else says when. */
function withoutDay(row: RowCells, entry: ReadEntry, word: string): string {
  if (word.length > 30 || !/\d/.test(word)) return word;
  const found = DAY_IN_STATE.exec(word.normalize('NFKC'));
  if (found === null) return word;
  const bare = `${found[1]}${found[3]}`.replace(/[()（）\[\]:：,，]/g, '').replace(/^(已)?于/, '$1');
  if (!/已|销号|完毕|到位|办结|结案|^[√✓✔是]$|closed|done/i.test(bare) || statusOf(bare)?.meaning !== 'closed')
    return word;
  const day = dayMeaning(found[2]!, 'closedOn', row.reader.days);
  if (day.kind !== 'day' || day.day > row.reader.today) return word;
  entry.closedOn ??= day.day;
  return bare;
}

const DAY_IN_STATE =
  /^(.*?)((?:(?:20)?\d\d[年.\-/])?\d{1,2}[月.\-/]\d{1,2}日?|\d{1,2} [A-Z][a-z]{2,8} 20\d\d)(?!\d|[-—~至前]|之前|%)(.*)$/;

/** Nothing says how far it is: a past day of completion closes it where the ledger has no column that would say otherwise. */
function byDay(row: RowCells, entry: ReadEntry): StateFound | undefined {
  if (row.reader.eitherDay !== null && row.doubts.some(({ key }) => key === row.reader.eitherDay?.doubt.key)) {
    const { code, message, messageZh } = row.reader.eitherDay.doubt;
    return {
      state: { meaning: 'unknown', why: { code, message, messageZh } },
      sure: 'unsure',
      doubt: null,
      status: undefined,
    };
  }
  if (entry.closedOn === undefined || entry.closedOn > row.reader.today) return undefined;
  const [column] = row.columnsOf('closedOn');
  const header = column?.header ?? '';
  const less = row.sayings.find(({ of: kind, text }) => kind === 'prose' && text.length <= 30 && mayBeUndone(text));
  if (!row.reader.hasStatus && less !== undefined) {
    const [shown, day] = [less.text, entry.closedOn];
    return stateDoubt(
      `status:${statusKey(shown)}`,
      shown,
      `“${less.header}” says “${shown}” beside the day ${day}: closed or not?`,
      `“${less.header}”列写“${shown}”，又有日期 ${day}：是否已销号？`,
      (key) => row.answer(key),
    );
  }
  if (!row.reader.hasStatus) {
    const why = said(
      'closedByDay',
      `No column of states, and “${header}” says ${entry.closedOn}`,
      `没有状态列，“${header}”为 ${entry.closedOn}`,
    );
    return { state: { meaning: 'closed', why }, sure: 'likely', doubt: null, status: undefined };
  }
  return stateDoubt(
    'state:blank',
    '',
    `No state is written, but “${header}” has a day: closed or not?`,
    `没有写状态，但有“${header}”：是否已销号？`,
    (key) => row.answer(key),
  );
}
