/** Calls on ledgers that wait for their confirmation, and on the words in which an office keeps them. */
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Clock } from '../../clock.js';
import type { Actor } from '../../domain/command.js';
import { malformed } from '../../domain/errors.js';
import { Allow, CurrentActor } from '../../http/access.js';
import { AtMost } from '../../http/at-most.js';
import { Refuses } from '../../http/refusal-statuses.js';
import { IdPipe } from '../../http/validation.js';
import { LedgerWordsStore } from '../../store/files/ledger-words.store.js';
import { PeopleStore } from '../../store/people/people.store.js';
import { clerksUnit } from '../plan/office-facts.js';
import { AT_ONCE, type SentLedger, UPLOAD } from '../sent-ledger.js';
import {
  DraftAnswer,
  DraftConfirm,
  DraftList,
  DraftRows,
  DraftRowsQuery,
  ImportProgress,
  LedgerDraftShown,
  LedgerWordsInput,
  LedgerWordsList,
  type LedgerWordsListed,
  LedgerWordsQuery,
  LedgerWordsShown,
} from './draft.dto.js';
import { checkedWords } from './draft-choices.js';
import { DraftService } from './draft.service.js';

const DRAFT_ID = new IdPipe('ledger.draft', '待确认的台账');

@ApiTags('ledger')
@Controller('api/ledger')
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly words: LedgerWordsStore,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
  ) {}

  @Post('drafts')
  @ApiOperation({ summary: 'Keeps a ledger, encrypted, and tells row by row what it would become; nothing is written' })
  @Refuses(422)
  @Allow('clerk')
  @UseInterceptors(AtMost(AT_ONCE), FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: LedgerDraftShown })
  keep(@CurrentActor() actor: Actor, @UploadedFile() file: SentLedger | undefined): Promise<LedgerDraftShown> {
    if (file === undefined) throw malformed('请选择台账文件（字段名 file）', 'A file is needed, in the field `file`');
    return this.drafts.keep(actor, { name: file.originalname, bytes: file.buffer });
  }

  @Get('drafts')
  @ApiOperation({ summary: 'Lists my ledgers that wait for their confirmation, newest first' })
  @Allow('clerk')
  @ApiOkResponse({ type: DraftList })
  list(@CurrentActor() actor: Actor): Promise<DraftList> {
    return this.drafts.list(actor);
  }

  @Get('drafts/:id')
  @ApiOperation({ summary: 'Shows how a ledger is read, what becomes of its rows, and what is asked' })
  @Allow('clerk')
  @ApiOkResponse({ type: LedgerDraftShown })
  get(@CurrentActor() actor: Actor, @Param('id', DRAFT_ID) id: string): Promise<LedgerDraftShown> {
    return this.drafts.get(actor, id);
  }

  @Get('drafts/:id/rows')
  @ApiOperation({ summary: 'Gives rows of the sheet, each beside what it will be' })
  @Allow('clerk')
  @ApiOkResponse({ type: DraftRows })
  rows(
    @CurrentActor() actor: Actor,
    @Param('id', DRAFT_ID) id: string,
    @Query() query: DraftRowsQuery,
  ): Promise<DraftRows> {
    return this.drafts.rows(actor, id, query);
  }

  @Patch('drafts/:id')
  @ApiOperation({ summary: 'Chooses how a ledger is read, answers what is asked, corrects cells; nothing is written' })
  @Refuses(409)
  @Allow('clerk')
  @ApiOkResponse({ type: LedgerDraftShown })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', DRAFT_ID) id: string,
    @Body() { choices }: DraftAnswer,
  ): Promise<LedgerDraftShown> {
    return this.drafts.answer(actor, id, choices);
  }

  @Post('drafts/:id/confirm')
  @ApiOperation({
    summary: 'Begins to write a ledger as it was seen; refused where it would be written otherwise by now',
  })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: ImportProgress })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', DRAFT_ID) id: string,
    @Body() input: DraftConfirm,
  ): Promise<ImportProgress> {
    return this.drafts.confirm(actor, id, input);
  }

  @Delete('drafts/:id')
  @ApiOperation({ summary: 'Forgets a ledger that was not confirmed, file and all' })
  @HttpCode(204)
  @Allow('clerk')
  @ApiNoContentResponse()
  forget(@CurrentActor() actor: Actor, @Param('id', DRAFT_ID) id: string): Promise<void> {
    return this.drafts.forget(actor, id);
  }

  @Get('words')
  @ApiOperation({ summary: 'Gives the words in which my office keeps its ledgers' })
  @Allow('clerk')
  @ApiOkResponse({ type: LedgerWordsShown })
  async known(@CurrentActor() actor: Actor, @Query() { layout = '' }: LedgerWordsQuery): Promise<LedgerWordsShown> {
    const words = (await this.words.of(clerksUnit(actor), layout)) ?? { status: {}, headers: {} };
    return { layout, words };
  }

  @Get('words/layouts')
  @ApiOperation({ summary: 'Lists the words of my office by the headers of its ledgers' })
  @Allow('clerk')
  @ApiOkResponse({ type: LedgerWordsList })
  async layouts(@CurrentActor() actor: Actor): Promise<LedgerWordsList> {
    const kept = await this.words.all(clerksUnit(actor));
    const names = await this.people.names(kept.flatMap(({ changedBy }) => changedBy ?? []));
    return {
      items: kept.map(({ layout, knownAs, words, changedAt, changedBy }) => ({
        layout,
        knownAs,
        changedBy: names.get(changedBy ?? '') ?? null,
        words: words as LedgerWordsListed['words'],
        changedAt: changedAt.toISOString(),
      })),
    };
  }

  @Put('words')
  @ApiOperation({
    summary:
      'Sets the words in which my office keeps its ledgers: the next ones are read by them; none at all takes them away',
  })
  @Allow('clerk')
  @ApiOkResponse({ type: LedgerWordsShown })
  async setWords(@CurrentActor() actor: Actor, @Body() input: LedgerWordsInput): Promise<LedgerWordsShown> {
    const { layout = '', knownAs } = input;
    const words = checkedWords(input.words);
    const officeUnitId = clerksUnit(actor);
    const isEmpty = Object.keys({ ...words.status, ...words.headers }).length === 0;
    if (isEmpty) await this.words.forget(officeUnitId, layout);
    else await this.words.keep({ officeUnitId, layout, words, knownAs }, actor.userId, this.clock.now());
    return { layout, words };
  }
}
