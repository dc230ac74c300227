/** Wires everybody's list of what waits. */
import { Module } from '@nestjs/common';
import { AdministrationModule } from '../administration/administration.module.js';
import { CasesModule } from '../cases/cases.module.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { TaskStore } from '../store/lists/task.store.js';
import { AdministratorTasks } from './administrator-tasks.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

@Module({
  imports: [CasesModule, AdministrationModule],
  controllers: [WorkController],
  providers: [
    WorkService,
    AdministratorTasks,
    { provide: TaskStore, useFactory: ({ pool }: Database) => new TaskStore(pool), inject: [DATABASE] },
  ],
})
export class WorkModule {}
