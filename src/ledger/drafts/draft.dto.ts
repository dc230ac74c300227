/** What the calls on drafts of ledgers take and answer. */
import { ApiProperty } from '@nestjs/swagger';
import { DAYS_KEPT, IMPORTS_LISTED } from './draft-limits.js';
import {
  Flag,
  InstantField,
  JsonObject,
  ListOf,
  ObjectOf,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
  DayField,
} from '../../http/fields.js';
import { TRACKS, type Track } from '../../domain/words.js';
import { FILE_FORMATS, type FileFormat } from '../../spreadsheet/file-format.js';
import { BECOMES, type Becomes, CHANGED_FIELDS, type ChangedField } from '../plan/row-plan.js';
import { type Field, FIELDS } from '../reading/entry.js';
import { type Choices, IDENTITIES, type IdentityKind, type RowKind, type Sureness } from '../reading/reading.js';

export const MOST_ROWS = 500;
const LINES = { min: 1, max: 1_048_576 };
const SURENESS = ['sure', 'likely', 'unsure'] as const;
const KINDS = ['issue', 'continuation', 'heading', 'total', 'footer', 'header', 'blank'] as const;
const LONG = 40_000;

export class LedgerSaid {
  @Text({ max: 100, example: 'ledger.row.undated' }) code: string;
  @Text({ max: 2000, multiline: true }) message: string;
  @Text({ max: 2000, multiline: true }) messageZh: string;
}

export class LedgerOption {
  @Text({ max: 200 }) value: string;
  @Text({ max: 400 }) label: string;
  @Text({ max: 400 }) labelZh: string;
}

/** A question. Rows with the same key share it: `answers[key]` answers all of them, `answers[key + '@' + line]` one row. */
export class DoubtShown extends LedgerSaid {
  @Text({ max: 300 }) key: string;
  @OneOf(FIELDS, { name: 'LedgerField', nullable: true }) field: Field | null;
  @Text({ max: 2000, min: 0, multiline: true, description: 'What stands in the cell' }) shown: string;
  @ListOf(() => LedgerOption, { max: 1000 }) options: LedgerOption[];
  @OneOf(['day', 'unit', 'text'], { optional: true, description: 'What may be answered beside the options' })
  free?: 'day' | 'unit' | 'text';
  @Text({ max: 200, optional: true }) suggested?: string;
}

/** A doubt with the rows that share it. */
export class SharedDoubt extends DoubtShown {
  @Whole({ min: 0, max: 1_000_000, description: 'Rows that wait for its answer; 0 for one of the whole file' })
  rows: number;
  @ApiProperty({ type: 'integer', isArray: true, description: 'The first of their lines' }) lines: number[];
  @Text({ max: 200, nullable: true, description: 'What was answered; null while it is open' }) answer: string | null;
}

export class SheetShown {
  @Text({ max: 200 }) name: string;
  @Whole({ min: 0, max: 1_048_576 }) rows: number;
  @Flag() hidden: boolean;
}

export class ColumnTaken {
  @Whole({ min: 0, max: 1000, description: 'From 0' }) column: number;
  @Text({ max: 10, example: 'C' }) letter: string;
  @Text({ max: LONG, min: 0, multiline: true }) header: string;
  @OneOf([...FIELDS, 'personal'], {
    name: 'LedgerColumnMeaning',
    nullable: true,
    description: 'Null: kept in the note',
  })
  field: Field | 'personal' | null;
  @OneOf(SURENESS, { name: 'Sureness' }) sure: Sureness;
  @ObjectOf(() => LedgerSaid) why: LedgerSaid;
  @Text({ max: LONG, min: 0, multiline: true, nullable: true }) example: string | null;
}

/** What names an issue across files. */
export class IdentityTaken {
  @OneOf(IDENTITIES, {
    name: 'LedgerIdentity',
    description: 'own: its number; section: that number within sheet and section; text: what it says',
  })
  kind: IdentityKind;
  @OneOf(SURENESS, { name: 'Sureness' }) sure: Sureness;
  @ObjectOf(() => LedgerSaid) why: LedgerSaid;
}

/** How the file is read under the choices that were made. */
export class ReadingShown {
  @OneOf(['csv', 'xlsx'], { name: 'LedgerKind' }) kind: 'csv' | 'xlsx';
  @ListOf(() => SheetShown, { max: 2000 }) sheets: SheetShown[];
  @Text({ max: 200, nullable: true }) sheet: string | null;
  @ApiProperty({ type: 'integer', isArray: true, description: 'First and last line of the header, from 1' })
  headerLines: number[];
  @ListOf(() => ColumnTaken, { max: 1000 }) columns: ColumnTaken[];
  @Whole({ min: 1900, max: 2200, nullable: true, description: 'Of days that name none' }) year: number | null;
  @ObjectOf(() => LedgerSaid, { nullable: true }) yearWhy: LedgerSaid | null;
  @ObjectOf(() => IdentityTaken) identity: IdentityTaken;
  @Text({ max: 200, description: 'Fingerprint of the headers, under which words are remembered' }) layout: string;
}

export class PlanCounts {
  @Whole({ min: 0, max: 1_048_576 }) rows: number;
  @Whole({ min: 0, max: 1_048_576 }) new: number;
  @Whole({ min: 0, max: 1_048_576 }) joined: number;
  @Whole({ min: 0, max: 1_048_576 }) changed: number;
  @Whole({ min: 0, max: 1_048_576 }) asked: number;
  @Whole({ min: 0, max: 1_048_576 }) left: number;
  @Whole({ min: 0, max: 1_048_576 }) refused: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: struck off already, taken over as closed' })
  closed: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: open' }) open: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: rejected or withdrawn' }) dropped: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: open and past their due day already' })
  late: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: with a complainant, encrypted' }) sealed: number;
}

export class UnknownUnit {
  @Text({ max: 200 }) name: string;
  @Whole({ min: 0, max: 1_048_576 }) rows: number;
  @Text({ max: 300, description: 'Of its doubt: answer it by `unit:<id>`, `make` or `leave`' }) key: string;
}

export class MatchedName {
  @Text({ max: 200, description: 'As the ledger calls it' }) name: string;
  @Text({ max: 200, description: 'As the office calls it' }) unit: string;
  @Flag({ description: 'By its whole name' }) exact: boolean;
}

export class UnitsPlanned {
  @ListOf(() => UnknownUnit, { max: 200_000, description: 'Not answered yet' }) unknown: UnknownUnit[];
  @ApiProperty({ type: [String], description: 'Will be made below the office' }) made: string[];
  @ListOf(() => MatchedName, { max: 200_000 }) matched: MatchedName[];
  @Flag({ description: 'Whether the reader may have units made' }) mayMake: boolean;
}

export class LedgerDraftShown {
  @Uuid() id: string;
  @Text({ max: 200 }) fileName: string;
  @InstantField() createdAt: string;
  @InstantField({ description: `Kept for ${DAYS_KEPT} days` }) expiresAt: string;
  @Uuid({ nullable: true, description: 'The import it was confirmed into' }) importId: string | null;
  @ObjectOf(() => ReadingShown, {
    nullable: true,
    description: 'Null where the file cannot be read as it stands: see `refusal`',
  })
  reading: ReadingShown | null;
  @ObjectOf(() => RefusalShown, { nullable: true }) refusal: RefusalShown | null;
  @ObjectOf(() => PlanCounts) counts: PlanCounts;
  @ListOf(() => SharedDoubt, { max: 200_000, description: 'Questions, those of the whole file first, then by rows' })
  doubts: SharedDoubt[];
  @ObjectOf(() => UnitsPlanned) units: UnitsPlanned;
  @ApiProperty({
    type: [String],
    description: 'Words of the category column that are no category: kept in the note, the case stands under 其他',
  })
  unknownCategories: string[];
  @JsonObject({ description: 'What was chosen and answered: see docs/ledger.md' }) choices: Choices;
  @Text({ max: 100, description: 'Of everything shown: to be sent with the confirmation' }) seen: string;
}

/** Why the file cannot be read as it stands, with what helps to choose sheet, header and columns. */
export class RefusalShown extends LedgerSaid {
  @JsonObject({ optional: true }) details?: object;
}

export class DraftListed {
  @Uuid() id: string;
  @Text({ max: 200 }) fileName: string;
  @InstantField() createdAt: string;
  @InstantField() expiresAt: string;
}

export class DraftList {
  @ListOf(() => DraftListed, { max: 100 }) items: DraftListed[];
}

export class LedgerCell {
  @Whole({ min: 0, max: 1000 }) column: number;
  @Text({ max: LONG, min: 0, multiline: true }) shown: string;
  @Text({ max: LONG, nullable: true, multiline: true, description: 'What it is read as, where that is not plain' })
  meaning: string | null;
  @OneOf(SURENESS, { name: 'Sureness' }) sure: Sureness;
  @ObjectOf(() => LedgerSaid, { nullable: true }) why: LedgerSaid | null;
}

export class LedgerChange {
  @OneOf(CHANGED_FIELDS, { name: 'LedgerChangedField' }) field: ChangedField;
  @Text({ max: LONG, nullable: true, multiline: true }) from: string | null;
  @Text({ max: LONG, nullable: true, multiline: true }) to: string | null;
  @Text({ max: 60, nullable: true, example: 'TRANSFER' }) command: string | null;
  @ObjectOf(() => LedgerSaid, { nullable: true }) why: LedgerSaid | null;
  @ObjectOf(() => LedgerSaid, { nullable: true, description: 'Somebody changed the same here since' })
  conflict: LedgerSaid | null;
}

/** A row of the sheet beside what it will be. */
export class DraftRow {
  @Whole(LINES) line: number;
  @OneOf(KINDS, { name: 'LedgerRowKind' }) kind: RowKind;
  @OneOf(SURENESS, { name: 'Sureness' }) sure: Sureness;
  @Text({ max: 2000, nullable: true, description: 'Heading under which it stands' }) section: string | null;
  @ListOf(() => LedgerCell, { max: 1000 }) cells: LedgerCell[];
  @OneOf(BECOMES, { name: 'LedgerRowBecomes' }) becomes: Becomes;
  @Text({ max: 40, nullable: true, example: 'ZG-2026-000123' }) caseNumber: string | null;
  @Whole({ ...LINES, nullable: true }) joinsLine: number | null;
  @ListOf(() => LedgerChange, { max: 20 }) changes: LedgerChange[];
  @Text({ max: 200, nullable: true }) title: string | null;
  @Text({ max: 200, nullable: true }) unit: string | null;
  @Texts({ max: 100, each: 200 }) supporting: string[];
  @DayField({ nullable: true }) dueOn: string | null;
  @ObjectOf(() => LedgerSaid, { nullable: true }) dueWhy: LedgerSaid | null;
  @OneOf(['open', 'closed', 'dropped'], { name: 'LedgerRowState', nullable: true })
  state: 'open' | 'closed' | 'dropped' | null;
  @ObjectOf(() => LedgerSaid, { nullable: true }) stateWhy: LedgerSaid | null;
  @OneOf(TRACKS, { name: 'Track', nullable: true }) track: Track | null;
  @Flag() raiserSealed: boolean;
  @Whole({ min: 0, max: 1_048_576 }) measures: number;
  @ListOf(() => DoubtShown, { max: 100 }) doubts: DoubtShown[];
  @ObjectOf(() => LedgerSaid, { nullable: true }) why: LedgerSaid | null;
}

export class DraftRowsQuery {
  @Whole({ min: 0, max: 1_048_576, optional: true, description: 'Rows of the filtered list to pass over; default 0' })
  from?: number;
  @Whole({ min: 1, max: MOST_ROWS, optional: true, description: 'Default 100' }) limit?: number;
  @OneOf(BECOMES, { optional: true, name: 'LedgerRowBecomes' }) becomes?: Becomes;
  @Text({ max: 300, optional: true, description: 'Only rows that share this doubt, by its key' }) doubt?: string;
}

export class DraftRows {
  @Whole({ min: 0, max: 1_048_576, description: 'Of the filtered list' }) total: number;
  @ListOf(() => DraftRow, { max: MOST_ROWS }) items: DraftRow[];
}

export class DraftAnswer {
  @JsonObject({
    description:
      'Choices to be merged into those that stand: a key given here takes the place of the old one; within `answers`, `cells`, `rows` and `columns` key by key, null takes one away. See docs/ledger.md',
    example: { answers: { 'unit:城东派出所': 'make' } },
  })
  choices: Record<string, unknown>;
}

export class DraftConfirm {
  @OneOf(['all', 'certain'], {
    name: 'LedgerConfirmMode',
    description: 'all: refused while anything is asked; certain: rows that are asked stay out',
  })
  mode: 'all' | 'certain';
  @Text({ max: 100, description: '`seen` of the draft as it was looked at' }) seen: string;
}

/** Words of an office; the same for every ledger of it, or for those with one set of headers. */
export class LedgerWordsShown {
  @Text({ max: 200, min: 0, optional: true, description: '`layout` of a reading; empty or absent: for every ledger' })
  layout?: string;
  @JsonObject({
    description:
      'By word of a status column closed, open, dropped or asked; by header the field it means, personal, or none',
    example: { status: { 挂账: 'open' }, headers: { 整改完成时限: 'dueOn' } },
  })
  words: NonNullable<Choices['words']>;
}

/** Words of an office to be kept. */
export class LedgerWordsInput extends LedgerWordsShown {
  @Text({ max: 200, optional: true, description: 'Name of the ledger by which people know these headers' })
  knownAs?: string;
}

/** The words for one set of headers, as a list shows them. */
export class LedgerWordsListed {
  @Text({ max: 200, min: 0, description: 'Empty: for every ledger' }) layout: string;
  @Text({ max: 200, min: 0, description: 'Name of the ledger from which they were remembered last' }) knownAs: string;
  @JsonObject({ description: 'As the call that sets them takes them' }) words: NonNullable<Choices['words']>;
  @InstantField() changedAt: string;
  @Text({ max: 200, nullable: true, description: 'Name of who changed them last' }) changedBy: string | null;
}

export class LedgerWordsList {
  @ListOf(() => LedgerWordsListed, { max: 1000 }) items: LedgerWordsListed[];
}

export class LedgerWordsQuery {
  @Text({ max: 200, min: 0, optional: true, description: '`layout` of a reading; empty or absent: for every ledger' })
  layout?: string;
}

/** What became of the rows of an import. */
export class ImportCounts {
  @Whole({ min: 0, max: 1_048_576, description: 'Cases that are new' }) imported: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Rows that joined a case, changes among them' }) merged: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Rows that stay out: refused, asked or left' }) refused: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Of the new ones: taken over as closed' }) closed: number;
  @Whole({ min: 0, max: 1_048_576 }) dropped: number;
  @Whole({ min: 0, max: 1_048_576 }) assigned: number;
  @Whole({ min: 0, max: 1_048_576 }) collected: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Open and past their due day already' }) late: number;
  @Whole({ min: 0, max: 10_000_000, description: 'Commands and comments to cases that were there' }) additions: number;
}

export const IMPORT_STATES = ['running', 'stopped', 'cancelled', 'done'] as const;

export class ImportProgress {
  @Uuid() id: string;
  @Text({ max: 200 }) fileName: string;
  @InstantField() at: string;
  @OneOf(IMPORT_STATES, {
    name: 'LedgerImportState',
    description: 'stopped: cut off, as by a server that ended; confirm the draft again for the rest',
  })
  state: (typeof IMPORT_STATES)[number];
  @Whole({ min: 0, max: 1_048_576, description: 'Rows to write' }) total: number;
  @Whole({ min: 0, max: 1_048_576, description: 'Rows written' }) done: number;
  @ObjectOf(() => ImportCounts, { nullable: true, description: 'What became of its rows, once it has ended' })
  counts: ImportCounts | null;
  @InstantField({ nullable: true, description: 'Until when it may be undone; null where it may not any more' })
  undoUntil: string | null;
  @InstantField({ nullable: true }) undoneAt: string | null;
}

export class ImportList {
  @ListOf(() => ImportProgress, { max: IMPORTS_LISTED }) items: ImportProgress[];
}

export class UndoneCase {
  @Uuid() caseId: string;
  @Text({ max: 40, example: 'ZG-2026-000123' }) number: string;
  @ObjectOf(() => LedgerSaid, { nullable: true }) why: LedgerSaid | null;
}

export class ImportUndone {
  @Whole({ min: 0, max: 1_048_576, description: 'Cases that were withdrawn' }) withdrawn: number;
  @ListOf(() => UndoneCase, { max: 200_000, description: 'Cases that stay, each with why' }) kept: UndoneCase[];
}

export class ProtocolQuery {
  @OneOf(FILE_FORMATS, { optional: true, description: 'xlsx by default' }) format?: FileFormat;
}
