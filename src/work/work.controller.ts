/** The call with which a person asks what waits. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import type { Language } from '../domain/vocabulary/word.js';
import { AskedLanguage } from '../http/asked-language.js';
import { WorkAnswer, WorkQuery } from './work.dto.js';
import { WorkService } from './work.service.js';

@ApiTags('cases')
@Controller('api/work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @ApiOperation({
    summary: 'Tells what waits for this person, or for somebody absent whose deputy they are, the earliest day first',
  })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: WorkAnswer })
  read(
    @CurrentActor() actor: Actor,
    @AskedLanguage() language: Language,
    @Query() { absentId }: WorkQuery,
  ): Promise<WorkAnswer> {
    return this.work.of(actor, language, absentId);
  }
}
