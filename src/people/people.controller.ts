/** People: listed for everybody who works here, changed by administrators. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { NewPerson, PeopleQuery, PersonPatch, PersonView } from './people.dto.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the people of a unit and of everything below it' })
  @Refuses(404)
  @Allow('signedIn')
  @ApiOkResponse({ type: [PersonView] })
  list(@CurrentActor() actor: Actor, @Query() { unitId }: PeopleQuery): Promise<PersonView[]> {
    return this.people.list(actor, unitId);
  }

  @Post()
  @ApiOperation({ summary: 'Opens an account with a start password' })
  @Refuses(404, 409, 422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: PersonView })
  add(@Body() person: NewPerson): Promise<PersonView> {
    return this.people.add(person);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes an account, its unit, its roles, or its start password' })
  @Refuses(409, 422)
  @Allow('administrator')
  @ApiOkResponse({ type: PersonView })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('person', '人员')) id: string,
    @Body() change: PersonPatch,
  ): Promise<PersonView> {
    return this.people.change(actor, id, change);
  }
}
