/** Calls on the texts that units keep for replies and instructions. */
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { StandardTextInput, StandardTextShown } from './standard-texts.dto.js';
import { StandardTextsService } from './standard-texts.service.js';

const TEXT_ID = new IdPipe('text', '常用语');

@ApiTags('orders')
@Controller('api/texts')
export class StandardTextsController {
  constructor(private readonly texts: StandardTextsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the standard texts of one’s units and of those above' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [StandardTextShown] })
  list(@CurrentActor() actor: Actor): Promise<StandardTextShown[]> {
    return this.texts.list(actor);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Keeps a standard text of a unit',
    description:
      'The id is made by the client; the same again changes nothing. For the unit leader and liaison of the unit or of one above, and the clerks, supervisors and leaders of the office that serves it.',
  })
  @Refuses(409)
  @Allow('signedIn')
  @ApiOkResponse({ type: StandardTextShown })
  put(
    @CurrentActor() actor: Actor,
    @Param('id', TEXT_ID) id: string,
    @Body() input: StandardTextInput,
  ): Promise<StandardTextShown> {
    return this.texts.put(actor, id, input);
  }

  @Delete(':id')
  @ApiOperation({
    summary: 'Takes a standard text away',
    description: 'For whoever may change it.',
  })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', TEXT_ID) id: string): Promise<void> {
    return this.texts.remove(actor, id);
  }
}
