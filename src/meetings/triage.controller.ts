/** Calls that decide what becomes of an opinion. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { IdPipe } from '../http/validation.js';
import {
  AdoptInput,
  AnswerInput,
  DeclineInput,
  MergeInput,
  TriageLineInput,
  TriageResult,
  TriageShown,
} from './triage.dto.js';
import { triageLines } from './triage-lines.js';
import { TriageService, type Triaged } from './triage.service.js';

const OPINION_ID = new IdPipe('opinion', '意见建议');
/** As many as one meeting may log at once. */
const MOST_LINES = 500;

@ApiTags('meetings')
@Controller('api/opinions')
export class TriageController {
  constructor(private readonly triage: TriageService) {}

  @Post('triage')
  @ApiOperation({ summary: 'Decides what becomes of many opinions, each with its own result' })
  @BodyLimit(LIST_BYTES)
  @HttpCode(200)
  @Allow('clerk')
  @ApiBody({ type: [TriageLineInput] })
  @ApiOkResponse({ type: [TriageResult] })
  async many(@CurrentActor() actor: Actor, @Body() body: object): Promise<TriageResult[]> {
    const lines = await triageLines(body, MOST_LINES);
    const sound = lines.map(({ read }) => read).filter((read): read is Triaged => !(read instanceof Refused));
    const outcomes = await this.triage.many(actor, sound);
    let next = 0;
    return lines.map(({ opinionId, read }) => {
      const outcome = read instanceof Refused ? read : outcomes[next++]!;
      return outcome instanceof Refused
        ? { opinionId, ok: false, error: outcome.toJSON() }
        : { opinionId, ok: true, answer: outcome };
    });
  }

  @Post(':id/adopt')
  @ApiOperation({ summary: 'Adopts an opinion: a case is opened and assigned' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: TriageShown })
  adopt(
    @CurrentActor() actor: Actor,
    @Param('id', OPINION_ID) opinionId: string,
    @Body() input: AdoptInput,
  ): Promise<TriageShown> {
    return this.triage.one(actor, { opinionId, action: 'adopt', input });
  }

  @Post(':id/merge')
  @ApiOperation({ summary: 'Merges an opinion into a case that is open' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: TriageShown })
  merge(
    @CurrentActor() actor: Actor,
    @Param('id', OPINION_ID) opinionId: string,
    @Body() input: MergeInput,
  ): Promise<TriageShown> {
    return this.triage.one(actor, { opinionId, action: 'merge', input });
  }

  @Post(':id/answer')
  @ApiOperation({ summary: 'Notes that an opinion was answered on the spot' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: TriageShown })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', OPINION_ID) opinionId: string,
    @Body() input: AnswerInput,
  ): Promise<TriageShown> {
    return this.triage.one(actor, { opinionId, action: 'answer', input });
  }

  @Post(':id/decline')
  @ApiOperation({ summary: 'Declines an opinion, with the reason' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: TriageShown })
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', OPINION_ID) opinionId: string,
    @Body() input: DeclineInput,
  ): Promise<TriageShown> {
    return this.triage.one(actor, { opinionId, action: 'decline', input });
  }
}
