/** Lists of units and people as they are pasted, and what is said of each row. */
import { ApiProperty } from '@nestjs/swagger';
import { Flag, ListOf, OneOf, Secret, Text, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { ROW_KINDS, type RowKind } from './row-said.js';
import { STEPS, type Step } from './steps.js';

/** Rows at once; a larger list is sent in parts. */
export const MOST_ROWS = 500;
const CELL = { max: 500, min: 0 } as const;
const ROWS = { min: 1, max: MOST_ROWS } as const;

class ListedRow {
  @Flag({ optional: true, description: 'What was doubtful about the row is meant as it stands' }) despite?: boolean;
  @OneOf(ROW_KINDS, {
    optional: true,
    name: 'RowKind',
    description: 'What the dry run said of it: nothing is written where it would be something else by now',
  })
  seen?: RowKind;
}

export class UnitRowGiven extends ListedRow {
  @Text(CELL) name: string;
  @Text({
    ...CELL,
    optional: true,
    description: 'Name of the unit above, or its way from the top with / between; empty for the topmost one',
  })
  parent?: string;
}

export class PersonRowGiven extends ListedRow {
  @Text(CELL) name: string;
  @Text({ ...CELL, optional: true, description: 'Empty: made from the name' }) username?: string;
  @Text({ ...CELL, description: 'Name of the unit, or its way from the top with / between' }) unit: string;
  @Text({ ...CELL, optional: true, description: 'Words for roles, held at the unit' }) roles?: string;
}

export class PersonRowWithPassword extends PersonRowGiven {
  @Secret({
    min: 1,
    max: 200,
    optional: true,
    description: 'The start password; needed for each row that opens an account',
  })
  password?: string;
}

export class UnitList {
  @ListOf(() => UnitRowGiven, ROWS) rows: UnitRowGiven[];
}

export class PeopleList {
  @ListOf(() => PersonRowGiven, ROWS) rows: PersonRowGiven[];
}

export class PeopleListWithPasswords {
  @ListOf(() => PersonRowWithPassword, ROWS) rows: PersonRowWithPassword[];
}

export class RowSaidView {
  @OneOf(ROW_KINDS, { name: 'RowKind' }) kind: RowKind;
  @ApiProperty({ description: 'Why; empty for what is new without a word' }) reason: LabelsShown;
  @Text({ max: 60, nullable: true, description: 'People: the username it has or gets' }) username: string | null;
}

export class RowsSaid {
  @ListOf(() => RowSaidView, { max: MOST_ROWS, description: 'One for each row, in their order' }) rows: RowSaidView[];
}

export class ListWritten {
  @Whole({ min: 0, max: MOST_ROWS }) added: number;
}

export class SheetCells {
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } }) rows: string[][];
}

export class StepView {
  @OneOf(STEPS, { name: 'SetupStep' }) step: Step;
  @Flag() done: boolean;
  @ApiProperty({ description: 'What there is, or what is missing' }) labels: LabelsShown;
}

export class SetupView {
  @Flag({ description: 'Every step is done' }) done: boolean;
  @ListOf(() => StepView, { max: 20 }) steps: StepView[];
}
