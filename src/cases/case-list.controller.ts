/** The list of cases. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { CaseList, CaseListQuery } from './case-list.dto.js';
import { CaseListService } from './case-list.service.js';

@ApiTags('cases')
@Controller('api')
export class CaseListController {
  constructor(private readonly cases: CaseListService) {}

  @Get('cases')
  @ApiOperation({ summary: 'Lists the cases one may see, filtered, in order, page by page' })
  @Refuses(404, 422)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: CaseList })
  list(@CurrentActor() actor: Actor, @Query() query: CaseListQuery): Promise<CaseList> {
    return this.cases.list(actor, query);
  }
}
