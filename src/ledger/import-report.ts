/** What an import answers: every row accounted for, and everything that was understood or made on the way. */
import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Uuid } from '../http/fields.js';
import type { RowRefusal } from './reading/cell.js';
import type { ColumnRead, LedgerColumns } from './reading/columns-read.js';
import { type Field, FIELDS } from './reading/entry.js';

/** A row that was refused. */
export class RefusedRow implements RowRefusal {
  @ApiProperty({ type: 'integer', description: 'Line of the file, from 1' }) line: number;
  @ApiProperty({ example: 'ledger.row.undated' }) code: string;
  @ApiProperty() message: string;
  @ApiProperty() messageZh: string;
}

/** A row that joins a case: of an earlier row of the file (`into`), or one that was there before (`number`). */
export class JoinedRow extends RefusedRow {
  @ApiProperty({ type: 'integer', required: false, description: 'Line of the earlier row of the same file' })
  into?: number;
  @ApiProperty({ required: false, description: 'Number of the case that was there before' }) number?: string;
}

/** What a column was taken for. */
export class ColumnShown implements ColumnRead {
  @ApiProperty({ example: 'C' }) letter: string;
  @ApiProperty() header: string;
  @OneOf(FIELDS, { name: 'LedgerField', nullable: true, description: 'Null: kept in the note' }) field: Field | null;
  @ApiProperty({ type: String, nullable: true, description: 'What stands there in one of the first rows' })
  example: string | null;
}

export class RowsBecame {
  @ApiProperty({ type: 'integer' }) closed: number;
  @ApiProperty({ type: 'integer' }) dropped: number;
  @ApiProperty({ type: 'integer' }) assigned: number;
  @ApiProperty({ type: 'integer' }) collected: number;
}

export class MatchedUnit {
  @ApiProperty({ description: 'As the ledger calls it' }) name: string;
  @ApiProperty({ description: 'As the office calls it' }) unit: string;
}

export class UnitsOfLedger {
  @ApiProperty({ type: [String] }) created: string[];
  @ApiProperty({ type: () => [MatchedUnit] }) matched: MatchedUnit[];
  @ApiProperty({ type: [String] }) unknown: string[];
}

/** How the file was read. */
export class LedgerFile {
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Hex' }) sha256: string;
  @OneOf(['csv', 'xlsx']) kind: 'csv' | 'xlsx';
  @ApiProperty({ required: false, description: 'Of a CSV' }) encoding?: string;
  @ApiProperty({ required: false, description: 'Of a workbook' }) sheet?: string;
  @ApiProperty({ type: [String] }) unreadSheets: string[];
  @ApiProperty({ type: 'integer', description: 'Line of the header, from 1' }) headerLine: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'By field the headers of the columns that tell it',
  })
  columns: LedgerColumns;
  @ApiProperty({
    type: [String],
    description: 'Headers that mean no field; their cells are kept in the note of each case',
  })
  unknownHeaders: string[];
}

/** `imported + merged + refused.length === rows`, always. */
export class ImportReport {
  @Uuid({ nullable: true, description: 'Of the record of this import; null for a dry run, which leaves none' })
  importId: string | null;
  @ApiProperty() dryRun: boolean;
  @ApiProperty({ type: 'integer' }) rows: number;
  @ApiProperty({ type: 'integer' }) imported: number;
  @ApiProperty({ type: 'integer' }) merged: number;
  @ApiProperty({ type: () => [RefusedRow] }) refused: RefusedRow[];
  @ApiProperty({ type: () => [JoinedRow] }) joined: JoinedRow[];
  @ApiProperty({ description: 'What the imported rows became; the sum is `imported`' }) became: RowsBecame;
  @ApiProperty({ type: 'integer', description: 'Open cases past their due day already' }) late: number;
  @ApiProperty({ type: 'integer', description: 'Open cases whose due day is provisional' }) provisional: number;
  @ApiProperty({
    type: 'integer',
    description: 'Comments that keep what joining rows said otherwise; 0 when all of it was known',
  })
  additions: number;
  @ApiProperty() units: UnitsOfLedger;
  @ApiProperty({
    type: [String],
    description: 'Words of the category column that are no category of the office: kept in the note of each case',
  })
  unknownCategories: string[];
  @ApiProperty({ type: () => [ColumnShown], description: 'What each column of the file was taken for' })
  columns: ColumnShown[];
  @ApiProperty() file: LedgerFile;
}
