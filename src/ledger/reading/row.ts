/** One row by header to one entry, or to the reason why not. */
import { type CellValue, cellText, isBlank, type Problem, type RowRefusal, type SheetRow } from './cell.js';
import { saysClosed } from './closed-words.js';
import { readDate } from './dates.js';
import { DATE_FIELDS, type DateField, type Field, type LedgerEntry } from './entry.js';
import type { LedgerColumns } from './headers.js';
import type { LedgerMapping } from './mapping.js';
import { lineText, plainText } from './plain-text.js';
import { sourceOf } from './source-words.js';

export type EntryResult = { entry: LedgerEntry } | { refusal: RowRefusal };

const TITLE_CHARACTERS = 120;
const NAME_CHARACTERS = 200;
const INSTANTS = { raisedOn: 'raisedAt', assignedOn: 'assignedAt', dueOn: 'dueAt', closedOn: 'closedAt' } as const;
/** 整改时限 that are no day: kept as extra, the due date is then computed as for any case. */
const NO_DUE_DAY =
  /^(立行立改|即知即改|立改立行|立即(整改)?|立整立改|马上就办|长期(坚持|整改)?|持续(整改|推进|坚持)?|常态化.{0,6})[。.]?$/;
const TOTAL = /^(合计|总计|小计|共计|total)[:：]?$/i;

class RowProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** The entry, or the refusal with its line. Control characters are stripped (not refused), HTML becomes text, columns that are mapped to
 *  nothing are kept in `extra`. Refuses: what the file reader marked; a repeated header; a line of totals; no text that says the
 *  issue; dates, yes-or-no words and error cells that cannot be read; names over 200 characters. */
export function toEntry(row: SheetRow, columns: LedgerColumns, mapping: Partial<LedgerMapping> = {}): EntryResult {
  try {
    if (row.problem) throw new RowProblem(row.problem);
    return { entry: new EntryReader(row, columns, mapping).entry() };
  } catch (error) {
    if (error instanceof RowProblem) return { refusal: { line: row.line, ...error.problem } };
    throw error;
  }
}

class EntryReader {
  private readonly extra: Record<string, string> = {};

  constructor(
    private readonly row: SheetRow,
    private readonly columns: LedgerColumns,
    private readonly mapping: Partial<LedgerMapping>,
  ) {}

  entry(): LedgerEntry {
    this.refuseFurniture();
    const { constants = {} } = this.mapping;
    const entry: LedgerEntry = { line: this.row.line, ...this.issue(), isClosed: false, extra: this.extra };
    for (const field of ['serial', 'externalId', 'unitName', 'categoryName', 'leaderName', 'handlerName'] as const) {
      assign(entry, field, this.name(field));
    }
    for (const field of ['raiserName', 'status'] as const) assign(entry, field, this.name(field));
    assign(entry, 'raiserContact', this.raiserContact(entry.raiserName));
    assign(entry, 'measure', this.text('measure'));
    assign(entry, 'remark', this.text('remark'));
    assign(entry, 'supportingUnitNames', this.names('supportingUnitNames'));
    assign(entry, 'sourceText', this.name('source'));
    assign(entry, 'source', sourceOf(entry.sourceText ?? '') ?? constants.source);
    assign(entry, 'categoryName', entry.categoryName ?? constants.categoryName);
    assign(entry, 'unitName', entry.unitName ?? constants.unitName);
    for (const field of DATE_FIELDS) this.readDay(entry, field);
    if (entry.raisedOn === undefined && constants.raisedOn !== undefined) {
      this.takeDay(entry, 'raisedOn', constants.raisedOn, 'constants.raisedOn');
    }
    entry.isClosed = this.isClosed(entry);
    this.keepRest();
    return entry;
  }

  /** Rows that belong to the paper and not to the ledger. */
  private refuseFurniture(): void {
    const { cells } = this.row;
    let filled = 0;
    let repeats = 0;
    let saysTotal = false;
    for (const header in cells) {
      const value = cells[header];
      if (typeof value !== 'string') continue;
      filled++;
      if (value.length < 60 && lineText(value) === header) repeats++;
      if (filled <= 3 && value.length < 12 && TOTAL.test(value.replace(/\s/g, ''))) saysTotal = true;
    }
    if (repeats >= 2 && repeats * 2 > filled) {
      throw problem('header', 'The header is repeated here', '此行是重复的表头');
    }
    if (saysTotal && !this.issueText())
      throw problem('total', 'A line of totals, not an issue', '此行是合计，不是问题');
  }

  private issueText(): string {
    return this.text('description') ?? this.text('title') ?? '';
  }

  private issue(): { title: string; description: string } {
    const whole = lineText(this.text('title') ?? '');
    const description = this.text('description') ?? '';
    if (whole === '' && description === '') {
      throw problem('noDescription', 'Neither a title nor a description', '没有标题，也没有问题描述');
    }
    const title = shortened(whole === '' ? lineText(description) : whole);
    if (description === '') return { title, description: whole };
    // A title that had to be cut is kept whole in front of the description, so that nothing is lost.
    return { title, description: whole.length > title.length ? `${whole}\n${description}` : description };
  }

  private values(field: Field): [header: string, value: CellValue][] {
    return (this.columns[field] ?? []).flatMap((header) => {
      const value = this.row.cells[header];
      if (value === undefined || isBlank(value)) return [];
      if (typeof value === 'object' && 'error' in value) {
        throw problem(
          'errorCell',
          `${header}: the formula gives ${value.error}`,
          `${header}：公式结果为 ${value.error}`,
        );
      }
      return [[header, value]];
    });
  }

  private text(field: Field): string | undefined {
    const texts = this.values(field).map(([, value]) => plainText(cellText(value)));
    return texts.filter((text) => text !== '').join('\n') || undefined;
  }

  private name(field: Field): string | undefined {
    const [found] = this.values(field);
    if (!found) return undefined;
    const text = lineText(plainText(cellText(found[1])));
    if (text.length > NAME_CHARACTERS) throw tooLong(found[0]);
    return text || undefined;
  }

  /** Everything else that is said of the raiser, each once: it is encrypted with the name. */
  private raiserContact(name: string | undefined): string | undefined {
    const said = [...this.values('raiserContact'), ...this.values('raiserName')].map(([header, value]) => {
      const text = lineText(plainText(cellText(value)));
      if (text.length > NAME_CHARACTERS) throw tooLong(header);
      return text;
    });
    return [...new Set(said)].filter((text) => text !== '' && text !== name).join('；') || undefined;
  }

  private names(field: Field): string[] | undefined {
    const names = (this.text(field) ?? '').split(/[、,，;；\n/]+/).map((name) => lineText(name));
    const filled = names.filter((name) => name !== '' && !/^[-—无]+$/.test(name));
    return filled.length > 0 ? [...new Set(filled)] : undefined;
  }

  private readDay(entry: LedgerEntry, field: DateField): void {
    const [found] = this.values(field);
    if (!found) return;
    const [header, value] = found;
    const text = lineText(cellText(value));
    const isWordOfDue = field === 'dueOn' && NO_DUE_DAY.test(text);
    const isWordOfClosing = field === 'closedOn' && typeof value === 'string' && saysClosed(value) !== undefined;
    if (isWordOfDue || isWordOfClosing) this.extra[header] = text;
    else this.takeDay(entry, field, value, header);
  }

  private takeDay(entry: LedgerEntry, field: DateField, value: CellValue, header: string): void {
    const read = readDate(value, this.mapping);
    if (read === undefined) return;
    if ('problem' in read) {
      const { code, message, messageZh } = read.problem;
      throw new RowProblem({ code, message: `${header}: ${message}`, messageZh: `${header}：${messageZh}` });
    }
    entry[field] = read.day;
    assign(entry, INSTANTS[field], read.instant);
  }

  private isClosed(entry: LedgerEntry): boolean {
    const { closedValues } = this.mapping;
    const [yesOrNo] = this.values('isClosed');
    if (yesOrNo) {
      const closed = saysClosed(yesOrNo[1], closedValues);
      if (closed !== undefined) return closed;
      const [header, value] = yesOrNo;
      const shown = lineText(cellText(value)).slice(0, 40);
      throw problem('badYesNo', `${header}: “${shown}” is neither yes nor no`, `${header}：“${shown}”不是“是”或“否”`);
    }
    const byStatus = entry.status === undefined ? undefined : saysClosed(entry.status, closedValues);
    if (byStatus !== undefined) return byStatus;
    const [closing] = this.values('closedOn');
    const byWord = typeof closing?.[1] === 'string' ? saysClosed(closing[1]) : undefined;
    return byWord ?? entry.closedOn !== undefined;
  }

  private keepRest(): void {
    const mapped = mappedHeaders(this.columns);
    for (const header in this.row.cells) {
      if (mapped.has(header)) continue;
      const text = plainText(cellText(this.row.cells[header]));
      if (text !== '') this.extra[header] = text;
    }
  }
}

const MAPPED = new WeakMap<LedgerColumns, Set<string>>();

/** Remembered by the columns of a sheet, since every row asks. */
function mappedHeaders(columns: LedgerColumns): Set<string> {
  const known = MAPPED.get(columns) ?? new Set(Object.values(columns).flat());
  MAPPED.set(columns, known);
  return known;
}

function assign<K extends keyof LedgerEntry>(entry: LedgerEntry, field: K, value: LedgerEntry[K] | undefined): void {
  if (value !== undefined) entry[field] = value;
}

/** At most 120 characters, whole characters only. */
function shortened(text: string): string {
  const characters = text.length > TITLE_CHARACTERS ? [...text] : [];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…` : text;
}

const tooLong = (header: string): RowProblem =>
  problem('tooLong', `${header}: over ${NAME_CHARACTERS} characters`, `${header}：超过 ${NAME_CHARACTERS} 个字符`);

function problem(code: string, message: string, messageZh: string): RowProblem {
  return new RowProblem({ code: `ledger.row.${code}`, message, messageZh });
}
