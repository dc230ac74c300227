/** Calls on ledgers 台账: in and out of Excel. */
import { Body, Controller, Get, HttpCode, Post, Query, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { malformed } from '../domain/errors.js';
import { Allow, CurrentActor } from '../http/access.js';
import { CanWait } from '../http/admission.js';
import { Refuses } from '../http/refusal-statuses.js';
import { AtMost } from '../http/at-most.js';
import { savedAs } from '../spreadsheet/file-format.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerImportService } from './ledger-import.service.js';
import { ImportReport } from './import-report.js';
import { ExportQuery, ImportForm, ImportQuery } from './ledger.dto.js';
import { parseMapping } from './reading/mapping.js';
import { AT_ONCE, type SentLedger, UPLOAD } from './sent-ledger.js';

@ApiTags('ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(
    private readonly imports: LedgerImportService,
    private readonly exports: LedgerExportService,
    private readonly clock: Clock,
  ) {}

  @Post('import')
  @ApiOperation({ summary: 'Takes in a ledger from Excel or CSV, or tells what would become of it' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @UseInterceptors(AtMost(AT_ONCE), FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        mapping: { type: 'string', description: 'JSON: see docs/ledger.md' },
        dryRun: { type: 'boolean' },
        createUnits: { type: 'boolean' },
      },
    },
  })
  @ApiOkResponse({ type: ImportReport })
  import(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: SentLedger | undefined,
    @Body() form: ImportForm,
    @Query() query: ImportQuery,
  ): Promise<ImportReport> {
    if (file === undefined) throw malformed('请选择台账文件（字段名 file）', 'A file is needed, in the field `file`');
    return this.imports.importLedger({
      file: { name: file.originalname, bytes: file.buffer },
      mapping: form.mapping === undefined ? undefined : parseMapping(form.mapping),
      dryRun: form.dryRun === true || query.dryRun === true,
      createUnits: form.createUnits,
      actor,
      now: this.clock.now(),
    });
  }

  @Get('export')
  @CanWait()
  @ApiOperation({ summary: 'Gives the cases of a list as a ledger' })
  @Refuses(404, 422)
  @Allow('signedIn')
  @ApiOkResponse({ description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async export(@CurrentActor() actor: Actor, @Query() query: ExportQuery, @Res() response: Response): Promise<void> {
    const { format = 'xlsx', byUnit = false, ...filters } = query;
    if (byUnit && format === 'csv') throw malformed('CSV 没有工作表，不能按单位分表', 'A CSV has no sheets');
    const pieces = await this.exports.export(actor, filters, format, byUnit);
    response.set(savedAs(format, this.exports.fileName(this.clock.now()), 'ledger'));
    await pipeline(Readable.from(pieces, { objectMode: true }), response);
  }
}
