/** Deputies: one's own, those for whom one stands in, and those that the office or an administrator enters for others. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import {
  DeputyCandidate,
  DeputyQuery,
  DeputyShown,
  NewDeputy,
  NewDeputyOf,
  OwnDeputies,
  StepsInName,
} from './deputies.dto.js';
import { DeputiesService } from './deputies.service.js';
import { InNameService } from './in-name.service.js';

const ID = new IdPipe('deputy', '代理');

@ApiTags('people')
@Controller('api')
export class DeputiesController {
  constructor(
    private readonly deputies: DeputiesService,
    private readonly inName: InNameService,
  ) {}

  @Get('me/deputies')
  @ApiOperation({
    summary: 'Tells who stands in for this person, for whom they do, and what waits for their agreement',
  })
  @Allow('signedIn')
  @ApiOkResponse({ type: OwnDeputies })
  own(@CurrentActor() actor: Actor): Promise<OwnDeputies> {
    return this.deputies.own(actor);
  }

  @Post('me/deputies')
  @ApiOperation({ summary: 'Names one’s own deputy, from the first day to the last' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiCreatedResponse({ type: DeputyShown })
  addOwn(@CurrentActor() actor: Actor, @Body() input: NewDeputy): Promise<DeputyShown> {
    return this.deputies.add(actor, actor.userId!, input);
  }

  @Get('deputies')
  @ApiOperation({ summary: 'Lists deputies of the last weeks, present and to come' })
  @Allow('administrator', 'auditor', 'clerk', 'leader', 'unitLeader')
  @ApiOkResponse({ type: [DeputyShown] })
  list(@CurrentActor() actor: Actor): Promise<DeputyShown[]> {
    return this.deputies.list(actor);
  }

  @Get('deputies/candidates')
  @ApiOperation({ summary: 'Lists who may stand in for somebody, and with which of their duties' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiOkResponse({ type: [DeputyCandidate] })
  candidates(@CurrentActor() actor: Actor, @Query() { absentId }: DeputyQuery): Promise<DeputyCandidate[]> {
    return this.deputies.candidates(actor, absentId ?? actor.userId!);
  }

  @Post('deputies')
  @ApiOperation({
    summary: 'Enters a deputy for somebody who cannot do so themself',
    description: 'It comes into force once another person has agreed.',
  })
  @Refuses(422)
  @Allow('administrator', 'clerk')
  @ApiCreatedResponse({ type: DeputyShown })
  add(@CurrentActor() actor: Actor, @Body() { absentId, ...input }: NewDeputyOf): Promise<DeputyShown> {
    return this.deputies.add(actor, absentId, input);
  }

  @Post('deputies/:id/grant')
  @ApiOperation({ summary: 'Agrees to a deputy that was entered for another' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('signedIn')
  @ApiOkResponse({ type: DeputyShown })
  grant(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<DeputyShown> {
    return this.deputies.grant(actor, id);
  }

  @Delete('deputies/:id')
  @ApiOperation({ summary: 'Ends a deputy’s time at once, or declines what waits for agreement' })
  @Refuses(409)
  @Allow('signedIn')
  @ApiOkResponse({ type: DeputyShown })
  end(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<DeputyShown> {
    return this.deputies.end(actor, id);
  }

  @Get('deputies/:id/steps')
  @ApiOperation({ summary: 'Tells what the deputy did in the name of the absent: to either of them, and to auditors' })
  @Allow('signedIn')
  @ApiOkResponse({ type: StepsInName })
  steps(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<StepsInName> {
    return this.inName.steps(actor, id);
  }
}
