/** The encrypted raiser of one case. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { AccessReasonInput } from '../http/access-reason-input.js';
import { IdPipe } from '../http/validation.js';
import { RaiserShown } from './cases.dto.js';
import { RaiserService } from './raiser.service.js';

@ApiTags('cases')
@Controller('api/cases/:id/raiser')
export class RaiserController {
  constructor(private readonly raisers: RaiserService) {}

  @Post()
  @ApiOperation({ summary: 'Opens the encrypted raiser of a case; the access is logged with its reason' })
  @Refuses(422)
  @HttpCode(200)
  @Allow('clerk', 'visitor')
  @ApiOkResponse({ type: RaiserShown })
  look(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('case', '事项')) id: string,
    @Body() input: AccessReasonInput,
  ): Promise<RaiserShown> {
    return this.raisers.look(actor, id, input);
  }
}
