/** The cells of one row as they are read: what they show, what they mean, and what has to be asked of them. */
import { type CellValue, cellText, isBlank, type RawRow } from './cell.js';
import type { Day } from '../../domain/day.js';
import type { DayContext } from './day-words.js';
import { AS_ABOVE } from './ditto.js';
import type { Field } from './entry.js';
import type { Column } from './column.js';
import { type PersonalKind, withoutPersons } from './personal-data.js';
import { lineText, plainText } from './plain-text.js';
import type { CellReading, Choices, Doubt, ReadEntry, Said, Sureness } from './reading.js';
import type { Saying } from './row-state.js';
import { rowSaid, said } from './said.js';

/** Answers to the plan's question which unit a name means. */
const OF_PLAN = /^(?:make|leave|split|unit:.*)$/s;
/** Longest name of anything, characters. */
export const NAME_CHARACTERS = 200;
/** What is taken out of a text by what becomes of the text: notes are read and exported by many. */
export const IN_TEXTS: readonly PersonalKind[] = ['mobile', 'identity'];
export const IN_NOTES: readonly PersonalKind[] = ['mobile', 'identity', 'landline', 'dwelling', 'name'];

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

/** One row while it is read. */
export class RowCells {
  readonly cells = new Map<number, CellReading>();
  readonly doubts: Doubt[] = [];
  readonly personal: ReadEntry['personal'] = [];
  /** Texts for the note, by header. */
  readonly extra: Record<string, string> = {};
  /** What its cells say of how far it is. */
  readonly sayings: Saying[] = [];

  constructor(
    readonly row: RawRow,
    readonly reader: RowReader,
  ) {
    for (const { column, isSide } of reader.columns) {
      const shown = this.shown(column);
      if (shown === '') continue;
      const ditto = row.ditto?.find((each) => each.column === column);
      if (ditto !== undefined) {
        const meaning = lineText(shown);
        this.cells.set(column, { column, shown: ditto.shown, meaning, sure: 'likely', why: AS_ABOVE });
        continue;
      }
      const why = isSide ? said('sideHeading', 'A heading beside the table', '表格左侧的竖排标题') : null;
      this.cells.set(column, { column, shown, meaning: null, sure: 'sure', why });
    }
  }

  /** The value of a cell; undefined where there is none. */
  value(column: number): CellValue | undefined {
    return this.row.cells[column];
  }

  /** A cell as the sheet shows it. */
  shown(column: number): string {
    const value = this.value(column);
    return value === undefined || isBlank(value) ? '' : cellText(value);
  }

  /** The columns that tell a field, the one that counts first. */
  columnsOf(field: Field): Column[] {
    return this.reader.byField.get(field) ?? [];
  }

  /** Says what a cell was taken for. */
  mark(column: number, meaning: string | null, sure: Sureness, why: Said | null): void {
    const cell = this.cells.get(column);
    if (cell === undefined) return;
    if (cell.why !== AS_ABOVE)
      this.cells.set(column, { ...cell, meaning: meaning === cell.shown ? null : meaning, sure, why });
    else if (sure === 'unsure') this.cells.set(column, { ...cell, sure });
  }

  /** Asks, once, and marks the cell. */
  ask(column: number | null, doubt: Doubt): void {
    const { code, message, messageZh } = doubt;
    if (column !== null) this.mark(column, null, 'unsure', { code, message, messageZh });
    if (!this.doubts.some(({ key }) => key === doubt.key)) this.doubts.push(doubt);
  }

  /** What was answered to a question, for this row or for all. */
  answer(key: string): string | undefined {
    const answers = this.reader.choices.answers;
    const found = answers?.[`${key}@${this.row.line}`] ?? answers?.[key];
    // What the plan is answered of a unit leaves its name as it stands.
    return key.startsWith('unit:') && OF_PLAN.test(found ?? '') ? 'keep' : found;
  }

  /** Texts of the columns of a field, in order, without persons' data. */
  texts(field: Field, kinds: readonly PersonalKind[]): string[] {
    return this.columnsOf(field).flatMap(({ column, header }) => {
      const text = this.clean(column, header, kinds);
      return text === '' ? [] : [text];
    });
  }

  /** The text of a cell without persons' data, which are sealed. */
  clean(column: number, header: string, kinds: readonly PersonalKind[]): string {
    const value = this.value(column);
    if (value === undefined || isBlank(value)) return '';
    if (typeof value === 'object' && 'error' in value) {
      this.ask(
        column,
        this.errorDoubt(
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

  private errorDoubt(key: string, field: Field | null, shown: string, message: string, messageZh: string): Doubt {
    return {
      ...rowSaid('errorCell', message, messageZh),
      key,
      field,
      shown,
      options: [{ value: 'none', label: 'Leave it empty', labelZh: '留空' }],
      free: 'text',
    };
  }

  /** The text of the first column of a field, on one line. */
  name(field: Field, kinds: readonly PersonalKind[] = []): string | undefined {
    const [column] = this.columnsOf(field);
    if (column === undefined) return undefined;
    const text = lineText(this.clean(column.column, column.header, kinds));
    return text === '' ? undefined : text.slice(0, NAME_CHARACTERS);
  }
}

/** Sets a field that has a value. */
export function assign<K extends keyof ReadEntry>(entry: ReadEntry, field: K, value: ReadEntry[K] | undefined): void {
  if (value !== undefined) entry[field] = value;
}
