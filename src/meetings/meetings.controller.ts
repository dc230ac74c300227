/** Calls on meetings and on what was said there. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { IdPipe, ListPipe } from '../http/validation.js';
import {
  LoggedOpinion,
  MeetingInput,
  MeetingShown,
  MeetingsPage,
  MeetingsQuery,
  OpinionInput,
  ParticipantAddition,
  ParticipantShown,
} from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantsService } from './participants.service.js';
import { SimilarCaseShown, SimilarQuery } from './similar.dto.js';

const MEETING_ID = new IdPipe('meeting', '座谈会');

@ApiTags('meetings')
@Controller('api')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly participants: ParticipantsService,
  ) {}

  @Post('meetings')
  @ApiOperation({ summary: 'Records a meeting with those who took part' })
  @Refuses(409, 422)
  @BodyLimit(LIST_BYTES)
  @Allow('clerk')
  @ApiCreatedResponse({ type: MeetingShown })
  add(@CurrentActor() actor: Actor, @Body() input: MeetingInput): Promise<MeetingShown> {
    return this.meetings.add(actor, input);
  }

  @Get('meetings')
  @ApiOperation({ summary: 'Lists the meetings of one’s offices, the newest first' })
  @Allow('clerk')
  @ApiOkResponse({ type: MeetingsPage })
  list(@CurrentActor() actor: Actor, @Query() query: MeetingsQuery): Promise<MeetingsPage> {
    return this.meetings.list(actor, query);
  }

  @Get('meetings/:id')
  @ApiOperation({ summary: 'Shows a meeting with its participants and opinions' })
  @Allow('clerk')
  @ApiOkResponse({ type: MeetingShown })
  one(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<MeetingShown> {
    return this.meetings.one(actor, id);
  }

  @Post('meetings/:id/participants')
  @ApiOperation({ summary: 'Adds a participant to a meeting' })
  @Refuses(409)
  @Allow('clerk')
  @ApiCreatedResponse({ type: ParticipantShown })
  async join(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Body() input: ParticipantAddition,
  ): Promise<ParticipantShown> {
    return (await this.participants.add(actor, id, [input]))[0]!;
  }

  @Post('meetings/:id/participants/batch')
  @ApiOperation({ summary: 'Adds participants to a meeting, all or none' })
  @Refuses(409)
  @BodyLimit(LIST_BYTES)
  @Allow('clerk')
  @ApiBody({ type: [ParticipantAddition] })
  @ApiCreatedResponse({ type: [ParticipantShown] })
  joinMany(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Body(new ListPipe(ParticipantAddition, { max: 500 })) inputs: ParticipantAddition[],
  ): Promise<ParticipantShown[]> {
    return this.participants.add(actor, id, inputs);
  }

  @Post('meetings/:id/opinions')
  @ApiOperation({ summary: 'Logs opinions of a meeting, all or none, and names open cases that speak of the same' })
  @Refuses(409, 422)
  @BodyLimit(LIST_BYTES)
  @Allow('clerk')
  @ApiBody({ type: [OpinionInput] })
  @ApiCreatedResponse({ type: [LoggedOpinion] })
  log(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Body(new ListPipe(OpinionInput, { max: 500 })) inputs: OpinionInput[],
  ): Promise<LoggedOpinion[]> {
    return this.meetings.log(actor, id, inputs);
  }

  /** Must be known to the router before `cases/:id`, so this module stands before that of the cases. */
  @Get('cases/similar')
  @ApiOperation({ summary: 'Finds cases that speak of the same matter, the most alike first' })
  @HttpCode(200)
  @Allow('clerk', 'supervisor', 'visitor', 'leader', 'auditor')
  @ApiOkResponse({ type: [SimilarCaseShown] })
  async similar(
    @CurrentActor() actor: Actor,
    @Query() { text, limit, closed }: SimilarQuery,
  ): Promise<SimilarCaseShown[]> {
    return (await this.meetings.similar(actor, [text], limit, closed))[0]!;
  }
}
