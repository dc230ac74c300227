/** The calls with which an administrator sets an office up. */
import { Body, Controller, Get, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { malformed } from '../domain/errors.js';
import { Allow } from '../http/access.js';
import { AtMost } from '../http/at-most.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { Refuses } from '../http/refusal-statuses.js';
import { SheetCellsService } from '../ledger/sheet-cells.service.js';
import { PeopleListService } from './people-list.service.js';
import {
  ListWritten,
  MOST_ROWS,
  PeopleList,
  PeopleListWithPasswords,
  RowsSaid,
  SetupView,
  SheetCells,
  UnitList,
} from './setup.dto.js';
import { StepsService } from './steps.service.js';
import { UnitListService } from './unit-list.service.js';

/** Bytes of a sheet of at most so many rows, with what a program wraps around it. */
const UPLOAD = { limits: { fileSize: 2 * 1024 * 1024, files: 1, fields: 0 }, defParamCharset: 'utf8' };

@ApiTags('setup')
@Controller('api/setup')
export class SetupController {
  constructor(
    private readonly steps: StepsService,
    private readonly units: UnitListService,
    private readonly people: PeopleListService,
    private readonly sheets: SheetCellsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Tells what is set up and what is still missing' })
  @Allow('administrator')
  @ApiOkResponse({ type: SetupView })
  overview(): Promise<SetupView> {
    return this.steps.steps();
  }

  @Post('sheet')
  @ApiOperation({ summary: 'Gives the cells of a workbook or CSV as texts; nothing is kept' })
  @Refuses(422)
  @HttpCode(200)
  @Allow('administrator')
  @UseInterceptors(AtMost({ most: 2, each: 1 }), FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ type: SheetCells })
  async sheet(@UploadedFile() file: { originalname: string; buffer: Buffer } | undefined): Promise<SheetCells> {
    if (file === undefined) throw malformed('请选择表格文件（字段名 file）', 'A file is needed, in the field `file`');
    return { rows: await this.sheets.cells({ name: file.originalname, bytes: file.buffer }, MOST_ROWS) };
  }

  @Post('units/check')
  @ApiOperation({ summary: 'Tells what would become of a list of units' })
  @HttpCode(200)
  @Allow('administrator')
  @BodyLimit(LIST_BYTES)
  @ApiOkResponse({ type: RowsSaid })
  checkUnits(@Body() { rows }: UnitList): Promise<RowsSaid> {
    return this.units.check(rows);
  }

  @Post('units')
  @ApiOperation({ summary: 'Makes the units of a list as its dry run was seen, all of them or none' })
  @Refuses(409)
  @Allow('administrator')
  @BodyLimit(LIST_BYTES)
  @ApiCreatedResponse({ type: ListWritten })
  writeUnits(@Body() { rows }: UnitList): Promise<ListWritten> {
    return this.units.write(rows);
  }

  @Post('people/check')
  @ApiOperation({ summary: 'Tells what would become of a list of people' })
  @HttpCode(200)
  @Allow('administrator')
  @BodyLimit(LIST_BYTES)
  @ApiOkResponse({ type: RowsSaid })
  checkPeople(@Body() { rows }: PeopleList): Promise<RowsSaid> {
    return this.people.check(rows);
  }

  @Post('people')
  @ApiOperation({ summary: 'Opens the accounts of a list as its dry run was seen, all of them or none' })
  @Refuses(409, 422)
  @Allow('administrator')
  @BodyLimit(LIST_BYTES)
  @ApiCreatedResponse({ type: ListWritten })
  writePeople(@Body() { rows }: PeopleListWithPasswords): Promise<ListWritten> {
    return this.people.write(rows);
  }
}
