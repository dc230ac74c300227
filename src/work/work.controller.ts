/** The call with which a person asks what waits. */
import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { languageOf } from '../cases/case-reading.service.js';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { WorkAnswer } from './work.dto.js';
import { WorkService } from './work.service.js';

@ApiTags('cases')
@Controller('api/work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @Allow('signedIn')
  @ApiOkResponse({ type: WorkAnswer })
  read(@CurrentActor() actor: Actor, @Headers('accept-language') accepted?: string): Promise<WorkAnswer> {
    return this.work.of(actor, languageOf(accepted));
  }
}
