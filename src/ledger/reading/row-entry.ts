/** One row to what it says of an issue: cells with their meaning, the entry, and what has to be asked. */
import type { Day } from '../../domain/day.js';
import { type CellValue, cellText, isBlank, type RawRow } from './cell.js';
import { type DayContext, dayMeaning, type DayMeaning } from './day-words.js';
import { DATE_FIELDS, type DateField, type Field } from './entry.js';
import type { Column } from './ledger-columns.js';
import { yearDoubt } from './ledger-year.js';
import { isPersonName, type PersonalKind, withoutPersons } from './personal-data.js';
import { lineText, plainText } from './plain-text.js';
import type { CellReading, Choices, Doubt, ReadEntry, Said, Sureness } from './reading.js';
import { rowSaid, said } from './said.js';
import { type Saying, stateDoubt, type StateFound, stateOf, stateShown } from './row-state.js';
import { sourceOf } from './source-words.js';
import { statusInProse, statusOf } from './status-words.js';
import { unitsIn } from './unit-cell.js';

const TITLE_CHARACTERS = 120;
/** Answers to the plan's question which unit a name means. */
const OF_PLAN = /^(?:make|leave|split|unit:.*)$/s;
const NAME_CHARACTERS = 200;
const INSTANTS = { raisedOn: 'raisedAt', assignedOn: 'assignedAt', dueOn: 'dueAt', closedOn: 'closedAt' } as const;
/** What is taken out of a text by what becomes of the text: notes are read and exported by many. */
const IN_TEXTS: readonly PersonalKind[] = ['mobile', 'identity'];
const IN_NOTES: readonly PersonalKind[] = ['mobile', 'identity', 'landline', 'dwelling', 'name'];

const NO_TEXT = rowSaid(
  'noDescription',
  'Neither a title nor a description: write it into the cell, or leave the row out',
  '没有标题，也没有问题描述：请补填单元格，或选择不导入此行',
);

/** What a sheet's rows are read with. */
export interface RowReader {
  columns: readonly Column[];
  byField: ReadonlyMap<Field, Column[]>;
  /** 完成时间 of which nobody knows whether it is planned or done. */
  eitherDay: { column: number; doubt: Doubt } | null;
  columnDoubts: readonly { column: number; doubt: Doubt }[];
  hasStatus: boolean;
  days: DayContext;
  choices: Choices;
  today: Day;
  isUnit: (name: string) => boolean;
  /** Columns of measures and states in the order of the sheet. */
  progress: readonly Column[];
  memo: Memo;
}

/** What texts that come again and again mean. */
export class Memo {
  private readonly known = new Map<string, unknown>();

  /** The answer of `make` for `key`, made once. */
  of<T>(key: string, make: () => T): T {
    if (this.known.has(key)) return this.known.get(key) as T;
    const made = make();
    if (key.length < 60 && this.known.size < 20_000) this.known.set(key, made);
    return made;
  }
}

export interface RowRead {
  cells: CellReading[];
  entry: ReadEntry | null;
  doubts: Doubt[];
  refusal: Said | null;
  /** The state's words were found, not inferred; how sure. */
  stateSure: Sureness;
}

/** The row as read. `entry` is null where it says no issue and `needsText` asks for one, or cannot be read at all. */
export function readRow(row: RawRow, reader: RowReader, needsText: boolean): RowRead {
  return new Row(row, reader, needsText).read();
}

class Row {
  private readonly cells = new Map<number, CellReading>();
  private readonly doubts: Doubt[] = [];
  private readonly personal: ReadEntry['personal'] = [];
  private readonly extra: Record<string, string> = {};
  private readonly sayings: Saying[] = [];
  private readonly daysOf = new Map<DateField, DayMeaning>();

  constructor(
    private readonly row: RawRow,
    private readonly reader: RowReader,
    private readonly needsText: boolean,
  ) {}

  read(): RowRead {
    for (const { column, isSide } of this.reader.columns) {
      const shown = this.shown(column);
      if (shown !== '')
        this.cells.set(column, {
          column,
          shown,
          meaning: null,
          sure: 'sure',
          why: isSide ? said('sideHeading', 'A heading beside the table', '表格左侧的竖排标题') : null,
        });
    }
    if (this.row.problem) return this.result(null, this.row.problem);
    for (const { column, doubt } of this.reader.columnDoubts) if (this.cells.has(column)) this.doubts.push(doubt);
    const text = this.texts('description', IN_TEXTS).join('\n');
    const title = lineText(this.texts('title', IN_TEXTS).join(' '));
    if (this.needsText && text === '' && title === '') {
      const column = this.reader.columnDoubts.find(({ doubt }) => doubt.suggested === 'description');
      if (column !== undefined) this.ask(column.column, column.doubt);
      return this.result(null, column === undefined ? NO_TEXT : null);
    }
    const entry = this.entry(title, text);
    return this.result(entry, null);
  }

  private result(entry: ReadEntry | null, refusal: Said | null): RowRead {
    const problem = refusal && { code: refusal.code, message: refusal.message, messageZh: refusal.messageZh };
    return { cells: [...this.cells.values()], entry, doubts: this.doubts, refusal: problem, stateSure: this.stateSure };
  }

  private stateSure: Sureness = 'sure';

  private entry(title: string, text: string): ReadEntry {
    const { choices } = this.reader;
    const constants = choices.constants ?? choices.mapping?.constants ?? {};
    const shown = shortened(title === '' ? lineText(text) : title);
    const entry: ReadEntry = {
      line: this.row.line,
      title: shown,
      description: text === '' ? title : title.length > shown.length ? `${title}\n${text}` : text,
      isClosed: false,
      extra: this.extra,
      state: { meaning: 'open', why: said('nothingSaid', 'Nothing says that it is finished', '表中没有写已完成') },
      units: { lead: null, supporting: [], written: '' },
      measures: [],
      raisers: [],
      personal: this.personal,
      isImmediate: false,
      dueWhy: null,
    };
    assign(entry, 'serial', this.name('serial', IN_NOTES));
    assign(entry, 'externalId', this.number());
    assign(entry, 'categoryName', this.name('categoryName', IN_NOTES) ?? constants.categoryName);
    for (const field of ['leaderName', 'handlerName'] as const)
      assign(entry, field, this.texts(field, IN_NOTES).map(lineText).join('、').slice(0, NAME_CHARACTERS) || undefined);
    assign(entry, 'sourceText', this.name('source', IN_NOTES));
    assign(entry, 'source', this.source(entry.sourceText) ?? constants.source);
    assign(entry, 'remark', this.texts('remark', IN_NOTES).join('\n') || undefined);
    this.takeRaisers(entry);
    this.takeUnits(entry, constants.unitName);
    this.takeDays(entry, constants.raisedOn);
    this.takeProgress(entry);
    this.takeState(entry);
    this.keepRest();
    return entry;
  }

  private value(column: number): CellValue | undefined {
    return this.row.cells[column];
  }

  private shown(column: number): string {
    const value = this.value(column);
    return value === undefined || isBlank(value) ? '' : cellText(value);
  }

  private columnsOf(field: Field): Column[] {
    return this.reader.byField.get(field) ?? [];
  }

  private mark(column: number, meaning: string | null, sure: Sureness, why: Said | null): void {
    const cell = this.cells.get(column);
    if (cell) this.cells.set(column, { ...cell, meaning: meaning === cell.shown ? null : meaning, sure, why });
  }

  private ask(column: number | null, doubt: Doubt): void {
    const { code, message, messageZh } = doubt;
    if (column !== null) this.mark(column, null, 'unsure', { code, message, messageZh });
    if (!this.doubts.some(({ key }) => key === doubt.key)) this.doubts.push(doubt);
  }

  private answer(key: string): string | undefined {
    const answers = this.reader.choices.answers;
    const found = answers?.[`${key}@${this.row.line}`] ?? answers?.[key];
    // What the plan is answered of a unit leaves its name as it stands.
    return key.startsWith('unit:') && OF_PLAN.test(found ?? '') ? 'keep' : found;
  }

  /** Texts of the columns of a field, in order, without persons' data. */
  private texts(field: Field, kinds: readonly PersonalKind[]): string[] {
    return this.columnsOf(field).flatMap(({ column, header }) => {
      const text = this.clean(column, header, kinds);
      return text === '' ? [] : [text];
    });
  }

  private clean(column: number, header: string, kinds: readonly PersonalKind[]): string {
    const value = this.value(column);
    if (value === undefined || isBlank(value)) return '';
    if (typeof value === 'object' && 'error' in value) {
      this.ask(
        column,
        this.dayless(
          `error:${column}:${value.error}`,
          null,
          value.error,
          `“${header}”: the formula gives ${value.error}; write the value`,
          `“${header}”：公式结果为 ${value.error}，请填写实际内容`,
        ),
      );
      return '';
    }
    const whole = plainText(cellText(value));
    const { text, taken } = withoutPersons(whole, kinds);
    if (taken.length > 0) {
      for (const each of taken) this.personal.push({ label: header, text: each });
      this.mark(
        column,
        null,
        'likely',
        said('personTakenOut', 'A person’s data is taken out and encrypted', '其中的个人信息已取出，加密保存'),
      );
    }
    return text;
  }

  private dayless(key: string, field: Field | null, shown: string, message: string, messageZh: string): Doubt {
    return {
      ...rowSaid('errorCell', message, messageZh),
      key,
      field,
      shown,
      options: [{ value: 'none', label: 'Leave it empty', labelZh: '留空' }],
      free: 'text',
    };
  }

  private name(field: Field, kinds: readonly PersonalKind[] = []): string | undefined {
    const [column] = this.columnsOf(field);
    if (column === undefined) return undefined;
    const text = lineText(this.clean(column.column, column.header, kinds));
    return text === '' ? undefined : text.slice(0, NAME_CHARACTERS);
  }

  /** Digits alone are a number, whatever they look like. */
  private number(): string | undefined {
    const [column] = this.columnsOf('externalId');
    const isDigits = column !== undefined && /^\d+$/.test(this.shown(column.column).trim());
    return this.name('externalId', isDigits ? [] : IN_NOTES);
  }

  private source(text: string | undefined): ReadEntry['source'] {
    return text === undefined ? undefined : this.reader.memo.of(`source ${text}`, () => sourceOf(text));
  }

  private takeRaisers(entry: ReadEntry): void {
    const names = this.columnsOf('raiserName').flatMap(({ column }) => {
      const text = lineText(this.shown(column));
      if (text !== '') this.mark(column, null, 'sure', said('sealed', 'Encrypted', '加密保存'));
      return text === '' || /^[-—–/\\无]+$/.test(text) ? [] : [text];
    });
    const contacts = this.columnsOf('raiserContact').flatMap(({ column }) => {
      const text = lineText(this.shown(column));
      if (text !== '') this.mark(column, null, 'sure', said('sealed', 'Encrypted', '加密保存'));
      return text === '' || /^[-—–/\\无]+$/.test(text) ? [] : [text];
    });
    const [name, ...more] = names;
    assign(entry, 'raiserName', name?.slice(0, NAME_CHARACTERS));
    const contact =
      [...new Set([...contacts, ...more])]
        .filter((text) => text !== name)
        .join('；')
        .slice(0, NAME_CHARACTERS) || undefined;
    assign(entry, 'raiserContact', contact);
    const several = (name ?? '').split(/[、,，;；/]+/).map((each) => each.trim());
    const raisers = several.length > 1 && several.every(isPersonName) ? several : name === undefined ? [] : [name];
    const phones = (contacts[0] ?? '').split(/[、,，;；/]+/).map((each) => each.trim());
    if (raisers.length > 1 && phones.length === raisers.length && contacts.length === 1) {
      entry.raisers = raisers.map((each, at) => ({ name: each, contact: phones[at]! }));
    } else if (raisers.length > 0 || contact !== undefined) {
      const [first, ...rest] = raisers;
      entry.raisers = [
        { ...(first === undefined ? {} : { name: first }), ...(contact === undefined ? {} : { contact }) },
        ...rest.map((each) => ({ name: each })),
      ];
    }
  }

  private takeUnits(entry: ReadEntry, constant: string | undefined): void {
    const [leads] = this.columnsOf('unitName');
    const leading = this.unitsOf(leads);
    const supporting = this.columnsOf('supportingUnitNames').map((column) => this.unitsOf(column));
    entry.units = {
      lead: leading.lead ?? (leads === undefined || leading.supporting.length === 0 ? (constant ?? null) : null),
      supporting: [
        ...new Set([
          ...leading.supporting,
          ...supporting.flatMap(({ lead, supporting: more }) => [...(lead === null ? [] : [lead]), ...more]),
        ]),
      ],
      written: leads === undefined ? '' : lineText(withoutPersons(this.shown(leads.column), IN_NOTES).text),
    };
    entry.units.supporting = entry.units.supporting.filter((name) => name !== entry.units.lead);
    const persons = [leading, ...supporting].flatMap((each) => each.persons);
    if (persons.length > 0)
      entry.handlerName = [...new Set([...(entry.handlerName?.split('、') ?? []), ...persons])].join('、');
    assign(entry, 'unitName', entry.units.lead ?? undefined);
    assign(entry, 'supportingUnitNames', entry.units.supporting.length > 0 ? entry.units.supporting : undefined);
  }

  private unitsOf(column: Column | undefined): { lead: string | null; supporting: string[]; persons: string[] } {
    const nobody = { lead: null, supporting: [], persons: [] };
    if (column === undefined) return nobody;
    const text = this.clean(column.column, column.header, IN_NOTES).trim();
    if (text === '') return nobody;
    const whole = this.answer(`unit:${lineText(text)}`);
    const read =
      whole === undefined
        ? this.reader.memo.of(`units ${text}`, () => unitsIn(text, this.reader.isUnit))
        : unitsIn(whole === 'keep' || whole === 'none' ? text : whole, () => true);
    if (whole === 'none') return nobody;
    const renamed = new Map<string, string | null>();
    for (const { name, why } of read.doubtful) {
      const answer = this.answer(`unit:${name}`);
      if (answer === undefined) {
        renamed.set(name, null);
        this.ask(column.column, {
          ...why,
          key: `unit:${name}`,
          field: column.field === 'unitName' ? 'unitName' : 'supportingUnitNames',
          shown: name,
          options: [
            { value: 'keep', label: `It is the unit “${name}”`, labelZh: `就是单位“${name}”` },
            { value: 'none', label: 'No unit', labelZh: '不指定单位' },
          ],
          free: 'unit',
        });
      } else renamed.set(name, answer === 'none' ? null : answer === 'keep' ? name : answer);
    }
    const as = (name: string): string | null => (renamed.has(name) ? (renamed.get(name) ?? null) : name);
    const lead = read.lead === null ? null : as(read.lead);
    const supporting = read.supporting.flatMap((name) => as(name) ?? []);
    if (read.doubtful.every(({ name }) => renamed.get(name) != null)) {
      const meaning = supporting.length === 0 ? lead : `牵头：${lead ?? '—'}；配合：${supporting.join('、')}`;
      this.mark(column.column, meaning, read.doubtful.length > 0 ? 'sure' : read.sure, read.why);
    }
    return { lead, supporting, persons: read.persons };
  }

  private takeDays(entry: ReadEntry, constant: string | undefined): void {
    for (const field of DATE_FIELDS) {
      const [column] = this.columnsOf(field);
      if (column === undefined || this.shown(column.column) === '') continue;
      if (this.reader.eitherDay?.column === column.column) {
        this.ask(column.column, this.reader.eitherDay.doubt);
        continue;
      }
      this.takeDay(entry, field, column);
    }
    if (entry.raisedOn === undefined && constant !== undefined && this.daysOf.get('raisedOn') === undefined) {
      const read = dayMeaning(constant, 'raisedOn', this.reader.days);
      if (read.kind === 'day') this.setDay(entry, 'raisedOn', read);
    }
  }

  private takeDay(entry: ReadEntry, field: DateField, { column, header }: Column): void {
    const value = this.value(column)!;
    const shown = lineText(cellText(value));
    const key = `day:${field}:${shown}`;
    const answer = this.answer(key);
    const read =
      answer === undefined
        ? this.reader.memo.of(`${field} ${typeof value} ${shown}`, () => dayMeaning(value, field, this.reader.days))
        : answer === 'none'
          ? ({ kind: 'none' } as const)
          : dayMeaning(answer, field, this.reader.days);
    this.daysOf.set(field, read);
    switch (read.kind) {
      case 'day':
        if (read.usesYear && field === 'dueOn' && entry.raisedOn !== undefined && read.day < entry.raisedOn) {
          const next = `${Number(read.day.slice(0, 4)) + 1}${read.day.slice(4)}`;
          this.askDay(
            column,
            key,
            field,
            shown,
            [next, read.day],
            rowSaid(
              'badDate',
              `“${shown}” of that year lies before the day it was raised`,
              `“${shown}”按该年份早于反映时间`,
            ),
          );
          return;
        }
        this.setDay(entry, field, read);
        this.mark(
          column,
          read.instant === undefined ? read.day : `${read.day} ${shown.slice(-8)}`.trim() === shown ? null : read.day,
          read.sure,
          read.why,
        );
        return;
      case 'noYear':
        this.ask(column, yearDoubt(shown, field, this.reader.today));
        return;
      case 'immediate':
        entry.isImmediate = field === 'dueOn';
        this.extra[header] = withoutPersons(shown, IN_NOTES).text;
        entry.dueWhy = said('atOnce', `“${shown}”: at once, by the short workflow`, `“${shown}”：立行立改`);
        this.mark(column, '立行立改', 'likely', entry.dueWhy);
        return;
      case 'term':
        this.extra[header] = withoutPersons(shown, IN_NOTES).text;
        return;
      case 'status':
        this.sayings.push({ header, text: shown, of: 'word' });
        this.extra[header] = withoutPersons(shown, IN_NOTES).text;
        return;
      case 'unread':
        this.askDay(column, key, field, shown, read.days, read.why);
        return;
      case 'none':
        return;
    }
  }

  private askDay(column: number, key: string, field: Field, shown: string, days: Day[], why: Said): void {
    const options = days.map((day) => ({ value: day, label: day, labelZh: day }));
    this.ask(column, {
      code: why.code,
      message: why.message,
      messageZh: why.messageZh,
      key,
      field,
      shown,
      options: [...options, { value: 'none', label: 'No day', labelZh: '不填日期' }],
      free: 'day',
      ...(days[0] === undefined ? {} : { suggested: days[0] }),
    });
  }

  private setDay(entry: ReadEntry, field: DateField, read: Extract<DayMeaning, { kind: 'day' }>): void {
    entry[field] = read.day;
    if (read.instant !== undefined) entry[INSTANTS[field]] = read.instant;
    if (field === 'dueOn' && read.sure !== 'sure') entry.dueWhy = read.why;
  }

  /** Measures as text; a column of progress gives its words to the state, and what is more than a word to the measure. */
  private takeProgress(entry: ReadEntry): void {
    const measures: string[] = [];
    for (const column of this.reader.progress) {
      const text = this.clean(column.column, column.header, IN_TEXTS);
      if (text === '') continue;
      const { role, field, name, header } = column;
      const word = lineText(text);
      if (role === 'tick') this.sayings.push({ header: name, text: word, of: 'tick' });
      else if (field === 'isClosed') this.sayings.push({ header, text: word, of: 'yesNo' });
      else if (field === 'status') {
        this.sayings.push({ header, text: word, of: 'status' });
        if (word.length > 14 && statusOf(word) === undefined) measures.push(text);
      } else if (role === 'progress') {
        this.sayings.push({ header, text: word, of: 'prose' });
        if (statusOf(word) === undefined || word.length > 14) measures.push(text);
      } else measures.push(text);
    }
    assign(entry, 'measure', measures.join('\n') || undefined);
  }

  private takeState(entry: ReadEntry): void {
    const closedValues = this.reader.choices.mapping?.closedValues;
    const found =
      stateOf(this.sayings, {
        words: this.reader.choices.words?.status ?? {},
        closedValues,
        answer: (key) => this.answer(key),
        hasDay: entry.closedOn !== undefined && entry.closedOn <= this.reader.today,
      }) ?? this.byDay(entry);
    if (found === undefined) return;
    entry.state = found.state;
    entry.isClosed = found.state.meaning === 'closed';
    this.stateSure = found.sure;
    if (found.status !== undefined) entry.status = found.status.slice(0, NAME_CHARACTERS);
    if (found.doubt) this.ask(null, found.doubt);
    const word = stateShown(found.state.meaning);
    for (const { column, field, role } of this.reader.columns) {
      if (
        field === 'status' ||
        field === 'isClosed' ||
        (role === 'progress' && field === 'measure' && statusInProse(this.shown(column)) !== undefined)
      ) {
        if (this.cells.has(column)) this.mark(column, word, found.sure, found.state.why);
      }
    }
  }

  /** Nothing says how far it is: a past day of completion closes it where the ledger has no column that would say otherwise. */
  private byDay(entry: ReadEntry): StateFound | undefined {
    if (this.reader.eitherDay !== null && this.doubts.some(({ key }) => key === this.reader.eitherDay?.doubt.key)) {
      const { code, message, messageZh } = this.reader.eitherDay.doubt;
      return {
        state: { meaning: 'unknown', why: { code, message, messageZh } },
        sure: 'unsure',
        doubt: null,
        status: undefined,
      };
    }
    if (entry.closedOn === undefined || entry.closedOn > this.reader.today) return undefined;
    const [column] = this.columnsOf('closedOn');
    const header = column?.header ?? '';
    if (!this.reader.hasStatus) {
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
      (key) => this.answer(key),
    );
  }

  private keepRest(): void {
    for (const { column, field, header, isSide } of this.reader.columns) {
      if ((field !== null && field !== 'personal') || isSide) continue;
      const text = plainText(this.shown(column));
      if (text === '') continue;
      const { taken } = withoutPersons(text, IN_NOTES);
      if (field === 'personal' || taken.length > 0) {
        if (/^[-—–/\\无]+$/.test(text)) continue;
        this.personal.push({ label: header, text });
        this.mark(column, null, field === 'personal' ? 'sure' : 'likely', said('sealed', 'Encrypted', '加密保存'));
      } else if (!this.reader.columnDoubts.some((each) => each.column === column)) this.extra[header] = text;
    }
  }
}

/** Who is named where there are several: shown only. */
export function assign<K extends keyof ReadEntry>(entry: ReadEntry, field: K, value: ReadEntry[K] | undefined): void {
  if (value !== undefined) entry[field] = value;
}

/** At most 120 characters, whole characters only. */
function shortened(text: string): string {
  const characters = text.length > TITLE_CHARACTERS ? [...text] : [];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…` : text;
}
