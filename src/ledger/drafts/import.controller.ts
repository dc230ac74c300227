/** Calls on imports of ledgers that were confirmed. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/command.js';
import { Allow, CurrentActor } from '../../http/access.js';
import { IdPipe } from '../../http/validation.js';
import { ImportProgress } from './draft.dto.js';
import { ImportRuns } from './import-runs.js';

const IMPORT_ID = new IdPipe('ledger.import', '导入');

@ApiTags('ledger')
@Controller('api/ledger/imports/:id')
export class ImportController {
  constructor(private readonly runs: ImportRuns) {}

  @Get()
  @ApiOperation({ summary: 'Tells how far an import has come' })
  @Allow('clerk')
  @ApiOkResponse({ type: ImportProgress })
  progress(@CurrentActor() actor: Actor, @Param('id', IMPORT_ID) id: string): Promise<ImportProgress> {
    return this.runs.progress(actor, id);
  }

  @Post('cancel')
  @ApiOperation({ summary: 'Ends an import before its next rows; what is written stays' })
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: ImportProgress })
  cancel(@CurrentActor() actor: Actor, @Param('id', IMPORT_ID) id: string): Promise<ImportProgress> {
    return this.runs.cancel(actor, id);
  }
}
