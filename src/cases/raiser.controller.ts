/** The encrypted raisers of one case: opened one by one, and those who come in later. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { AddRaiserInput, LookAtRaiserInput, RaiserAdded, RaiserShown, RecordObjectionInput } from './raiser.dto.js';
import { ComingInService } from './coming-in.service.js';
import { CommandAnswer } from './cases.dto.js';
import { RaiserService } from './raiser.service.js';

const CASE_ID = new IdPipe('case', '事项');

@ApiTags('cases')
@Controller('api/cases/:id')
export class RaiserController {
  constructor(
    private readonly raisers: RaiserService,
    private readonly comingIn: ComingInService,
  ) {}

  @Post('raiser')
  @ApiOperation({
    summary: 'Opens one encrypted raiser of a case; the access is logged with its reason',
    description: 'Where a case has several raisers, `raiserId` says which.',
  })
  @Refuses(422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('clerk', 'visitor')
  @ApiOkResponse({ type: RaiserShown })
  look(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() input: LookAtRaiserInput,
  ): Promise<RaiserShown> {
    return this.raisers.look(actor, id, input);
  }

  @Post('raisers')
  @ApiOperation({
    summary: 'Adds somebody who raises the same to an open case: they are visited and answered like the first',
  })
  @Refuses(409, 422)
  @Allow('clerk')
  @ApiCreatedResponse({ type: RaiserAdded })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() input: AddRaiserInput,
  ): Promise<RaiserAdded> {
    return this.comingIn.add(actor, id, input);
  }

  @Post('objections')
  @ApiOperation({
    summary: 'Records an objection to a public notice for somebody who made it by name; the name is encrypted',
  })
  @Refuses(409, 422)
  @ForAbsentToo()
  @Allow('clerk', 'supervisor', 'visitor', 'leader')
  @ApiCreatedResponse({ type: CommandAnswer })
  object(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() input: RecordObjectionInput,
  ): Promise<CommandAnswer> {
    return this.comingIn.object(actor, id, input);
  }
}
