/** Wires the executor: one for the whole process, since the order of arrival is kept inside it. */
import { Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Workflows } from '../engine/workflow.js';
import { CaseStore } from '../store/cases/case.store.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { HistoryStore } from '../store/cases/history.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { CommandExecutor } from './command-executor.js';
import type { Dependencies } from './run-batch.js';
import { DEPENDENCIES } from './dependencies-token.js';

@Global()
@Module({
  providers: [
    {
      provide: DEPENDENCIES,
      useFactory: (
        cases: CaseStore,
        referenceData: ReferenceDataStore,
        workflows: Workflows,
        clock: Clock,
      ): Dependencies => ({
        cases,
        referenceData,
        workflows,
        now: () => clock.now(),
      }),
      inject: [CaseStore, ReferenceDataStore, Workflows, Clock],
    },
    {
      provide: CommandExecutor,
      useFactory: (dependencies: Dependencies, history: HistoryStore, { patience }: Database): CommandExecutor => {
        // A silent database is found, asked about and connected to once more; then its sender is to ask again.
        const executor = new CommandExecutor(dependencies, history, patience.silent + 2 * patience.connect);
        const log = new Logger('executor');
        executor.onFault = (error, id) =>
          log.error(`command ${id} failed`, error instanceof Error ? error.stack : error);
        return executor;
      },
      inject: [DEPENDENCIES, HistoryStore, DATABASE],
    },
  ],
  exports: [DEPENDENCIES, CommandExecutor],
})
export class ExecutorModule implements OnApplicationShutdown {
  constructor(private readonly executor: CommandExecutor) {}

  /** HTTP has stopped by now: what was taken is committed before the database goes. */
  onApplicationShutdown(): Promise<void> {
    return this.executor.drain();
  }
}
