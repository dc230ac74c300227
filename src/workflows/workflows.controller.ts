/** Workflows as everybody reads them, and what an administrator does with them: tries a draft on the past, saves a version, moves open cases to one. */
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { CanWait } from '../http/admission.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { Refuses } from '../http/refusal-statuses.js';
import { WorkflowLine, WorkflowView } from './workflow-line.dto.js';
import { WorkflowListService } from './workflow-list.service.js';
import {
  MigrationOrder,
  MigrationShown,
  OwnVersion,
  SimulationOrder,
  SimulationShown,
  Withdrawn,
} from './workflows.dto.js';
import { WorkflowsService } from './workflows.service.js';

@ApiTags('reference')
@Controller('api/workflows')
export class WorkflowsController {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly lists: WorkflowListService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the workflows in all their versions' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [WorkflowLine] })
  list(): Promise<WorkflowLine[]> {
    return this.lists.list();
  }

  @Get(':name/:version')
  @ApiOperation({ summary: 'Shows one version of a workflow with labels and policy' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiOkResponse({ type: WorkflowView })
  one(@Param('name') name: string, @Param('version') version: string): Promise<WorkflowView> {
    return this.lists.one(name, version);
  }

  @Post('simulate')
  @CanWait()
  @ApiOperation({
    summary: 'Plays the real histories through a drafted workflow and says what would have been different',
  })
  @Refuses(404, 422, 429)
  @HttpCode(200)
  @BodyLimit(LIST_BYTES)
  @Allow('administrator')
  @ApiOkResponse({ type: SimulationShown })
  simulate(@Body() order: SimulationOrder): Promise<SimulationShown> {
    return this.workflows.simulate(order);
  }

  @Post(':name/migrate')
  @ApiOperation({ summary: 'Moves open cases to another version of their workflow, a bounded number with each call' })
  @Refuses(404, 422)
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: MigrationShown })
  migrate(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Body() order: MigrationOrder,
  ): Promise<MigrationShown> {
    return this.workflows.migrate(actor, name, order);
  }

  @Post(':name/:version/withdraw')
  @ApiOperation({ summary: 'Withdraws a version for new cases, which get the newest that is left; open cases go on' })
  @Refuses(404, 409, 422)
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: WorkflowLine })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Param('version') version: string,
    @Body() why: Withdrawn,
  ): Promise<WorkflowLine> {
    return this.workflows.withdraw(actor, name, Number(version), why);
  }

  @Post(':name/versions')
  @ApiOperation({ summary: 'Saves a version of the office’s own, with other numbers; new cases get it at once' })
  @Refuses(404, 422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: WorkflowLine })
  save(@CurrentActor() actor: Actor, @Param('name') name: string, @Body() version: OwnVersion): Promise<WorkflowLine> {
    return this.workflows.save(actor, name, version);
  }
}
