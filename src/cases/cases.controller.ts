/** Calls on single cases and on many commands at once. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { malformed } from '../domain/errors.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import type { Language } from '../domain/vocabulary/word.js';
import { AskedLanguage } from '../http/asked-language.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { IdPipe } from '../http/validation.js';
import { withPayload } from '../http/with-payload.js';
import { CaseQuery, CaseShown, HistoryEventShown } from './case-shown.dto.js';
import { CaseReadingService } from './case-reading.service.js';
import {
  BatchCommandInput,
  BatchResult,
  CollectAnswer,
  CollectInput,
  CommandAnswer,
  CommandInput,
} from './cases.dto.js';
import { CasesService } from './cases.service.js';

const CASE_ID = new IdPipe('case', '事项');
const MOST_COMMANDS = 500;

function plainObject(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw malformed('请求应为对象', 'The request must be an object');
}

@ApiTags('cases')
@ApiExtraModels(CommandInput, BatchCommandInput)
@Controller('api')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly reading: CaseReadingService,
  ) {}

  @Post('cases')
  @ApiOperation({ summary: 'Collects one issue from any source' })
  @Refuses(404, 409, 422)
  @Allow('clerk')
  @ApiCreatedResponse({ type: CollectAnswer })
  collect(@CurrentActor() actor: Actor, @Body() input: CollectInput): Promise<CollectAnswer> {
    return this.cases.collect(actor, input);
  }

  @Get('cases/:id')
  @ApiOperation({ summary: 'Shows a case with all around it, and what this person may do with it now' })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: CaseShown })
  one(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @AskedLanguage() language: Language,
    @Query() { absentId }: CaseQuery,
  ): Promise<CaseShown> {
    return this.reading.one(actor, id, language, absentId);
  }

  @Post('cases/:id/commands')
  @ApiOperation({
    summary: 'Does something with a case',
    description:
      'The payload stands beside `id` and `type`; its shape is told by `allowed` of the case. The same id again is answered with the same.',
  })
  @Refuses(409, 422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiBody({ schema: withPayload(CommandInput) })
  @ApiOkResponse({ type: CommandAnswer })
  command(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() body: object,
  ): Promise<CommandAnswer> {
    return this.cases.command(actor, id, plainObject(body));
  }

  @Post('commands')
  @ApiOperation({
    summary: 'Does things with many cases, each with its own result',
    description: 'At most 500, answered in their order.',
  })
  @BodyLimit(LIST_BYTES)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiBody({ schema: { type: 'array', items: withPayload(BatchCommandInput) } })
  @ApiOkResponse({ type: [BatchResult] })
  commands(@CurrentActor() actor: Actor, @Body() body: object): Promise<BatchResult[]> {
    if (!Array.isArray(body) || body.length === 0 || body.length > MOST_COMMANDS) {
      throw malformed(
        `请求应为 1 到 ${MOST_COMMANDS} 项的列表`,
        `The request must be a list of 1 to ${MOST_COMMANDS} commands`,
      );
    }
    return this.cases.commands(actor, body as unknown[]);
  }

  @Get('cases/:id/history')
  @ApiOperation({ summary: 'Tells every event of a case, the oldest first, with hashes' })
  @Refuses(409)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: [HistoryEventShown] })
  history(@CurrentActor() actor: Actor, @Param('id', CASE_ID) id: string): Promise<HistoryEventShown[]> {
    return this.reading.historyOf(actor, id);
  }
}
