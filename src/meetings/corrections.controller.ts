/** Calls that mend what was written about a meeting. */
import { Body, Controller, Get, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { CorrectionShown, MeetingPatch, OpinionPatch, ParticipantPatch } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

const MEETING_ID = new IdPipe('meeting', '座谈会');
const PARTICIPANT_ID = new IdPipe('participant', '参会代表');
const OPINION_ID = new IdPipe('opinion', '意见');

@ApiTags('meetings')
@Controller('api/meetings/:id')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Patch()
  @ApiOperation({
    summary: 'Corrects title, kind, day, place or host of a meeting',
    description: 'Until the first of its opinions was triaged; what was written before is kept.',
  })
  @Refuses(409, 422)
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  meeting(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Body() patch: MeetingPatch,
  ): Promise<void> {
    return this.corrections.meeting(actor, id, patch);
  }

  @Patch('participants/:participant')
  @ApiOperation({
    summary: 'Corrects name, standing or contact of a participant',
    description: 'Until something that this person said was triaged; from then on they are the raiser of a case.',
  })
  @Refuses(409)
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  participant(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Param('participant', PARTICIPANT_ID) participant: string,
    @Body() patch: ParticipantPatch,
  ): Promise<void> {
    return this.corrections.participant(actor, id, participant, patch);
  }

  @Patch('opinions/:opinion')
  @ApiOperation({
    summary: 'Corrects speaker, words or category of an opinion',
    description: 'Until it was triaged; afterwards its case is corrected, with a line in its history.',
  })
  @Refuses(409, 422)
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  opinion(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Param('opinion', OPINION_ID) opinion: string,
    @Body() patch: OpinionPatch,
  ): Promise<void> {
    return this.corrections.opinion(actor, id, opinion, patch);
  }

  @Get('corrections')
  @ApiOperation({ summary: 'Lists what was corrected at a meeting, with what was written before; the latest first' })
  @Allow('clerk')
  @ApiOkResponse({ type: [CorrectionShown] })
  list(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<CorrectionShown[]> {
    return this.corrections.list(actor, id);
  }
}
