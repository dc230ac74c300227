/** Wires the workflows: reading them, trying drafts, saving versions, moving cases. */
import { Module } from '@nestjs/common';
import { Simulator } from './simulator.js';
import { WorkflowListService } from './workflow-list.service.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsService } from './workflows.service.js';

@Module({ controllers: [WorkflowsController], providers: [WorkflowsService, WorkflowListService, Simulator] })
export class WorkflowsModule {}
