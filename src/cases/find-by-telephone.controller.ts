/** The search by a caller's telephone; a POST, since a number has no place in an address that logs keep. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { CasesOfCaller, FindByTelephoneInput } from './find-by-telephone.dto.js';
import { FindByTelephoneService } from './find-by-telephone.service.js';

@ApiTags('cases')
@Controller('api')
export class FindByTelephoneController {
  constructor(private readonly cases: FindByTelephoneService) {}

  @Post('cases/by-telephone')
  @ApiOperation({
    summary: 'Finds the cases of somebody who calls, by their telephone; the access is logged with its reason',
  })
  @Refuses(422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: CasesOfCaller })
  find(@CurrentActor() actor: Actor, @Body() input: FindByTelephoneInput): Promise<CasesOfCaller> {
    return this.cases.find(actor, input);
  }
}
