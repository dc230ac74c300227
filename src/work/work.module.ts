/** Wires everybody's list of what waits. */
import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { HotlineModule } from '../hotline/hotline.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { AdministratorTasks } from './administrator-tasks.js';
import { OfficeTasks } from './office-tasks.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

@Module({
  imports: [CasesModule, AdministrationModule, HotlineModule, MeetingsModule],
  controllers: [WorkController],
  providers: [WorkService, AdministratorTasks, OfficeTasks],
  exports: [WorkService],
})
export class WorkModule {}
