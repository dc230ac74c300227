/** Calls on imports of ledgers that were confirmed. */
import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../domain/command.js';
import { Allow, CurrentActor } from '../../http/access.js';
import { Refuses } from '../../http/refusal-statuses.js';
import { IdPipe } from '../../http/validation.js';
import { savedAs } from '../../spreadsheet/file-format.js';
import { LedgerRowStore } from '../../store/encrypted/ledger-row.store.js';
import { ImportList, ImportProgress, ImportUndone, ProtocolQuery } from './draft.dto.js';
import { ImportRuns } from './import-runs.js';
import { protocolFile } from './protocol-file.js';
import { UndoImportService } from './undo-import.service.js';

const IMPORT_ID = new IdPipe('ledger.import', '导入');

@ApiTags('ledger')
@Controller('api/ledger/imports')
export class ImportController {
  constructor(
    private readonly runs: ImportRuns,
    private readonly undoing: UndoImportService,
    private readonly rows: LedgerRowStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the last imports of my office, newest first' })
  @Allow('clerk')
  @ApiOkResponse({ type: ImportList })
  list(@CurrentActor() actor: Actor): Promise<ImportList> {
    return this.runs.list(actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Tells how far an import has come' })
  @Allow('clerk')
  @ApiOkResponse({ type: ImportProgress })
  progress(@CurrentActor() actor: Actor, @Param('id', IMPORT_ID) id: string): Promise<ImportProgress> {
    return this.runs.progress(actor, id);
  }

  @Post(':id/cancel')
  @ApiOperation({ summary: 'Ends an import before its next rows; what is written stays' })
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: ImportProgress })
  cancel(@CurrentActor() actor: Actor, @Param('id', IMPORT_ID) id: string): Promise<ImportProgress> {
    return this.runs.cancel(actor, id);
  }

  @Post(':id/undo')
  @ApiOperation({
    summary: 'Takes an import back within a day: withdraws what it made and nobody has touched, and names what stays',
  })
  @Refuses(409)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: ImportUndone })
  undo(@CurrentActor() actor: Actor, @Param('id', IMPORT_ID) id: string): Promise<ImportUndone> {
    return this.undoing.undo(actor, id);
  }

  @Get(':id/protocol')
  @ApiOperation({ summary: 'Gives a spreadsheet of what became of each row of the ledger' })
  @Allow('clerk')
  @ApiOkResponse({ description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async protocol(
    @CurrentActor() actor: Actor,
    @Param('id', IMPORT_ID) id: string,
    @Query() { format = 'xlsx' }: ProtocolQuery,
    @Res() response: Response,
  ): Promise<void> {
    await this.runs.own(actor, id);
    const file = await protocolFile(await this.rows.of(id), format);
    response.set(savedAs(format, '导入结果', 'import')).send(Buffer.from(file));
  }
}
