/** Wires the door: one for the whole process, since the order of arrival is kept inside it. */
import { Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Workflows } from '../engine/workflow.js';
import { CaseStore } from '../store/cases/case.store.js';
import { HistoryStore } from '../store/cases/history.store.js';
import { ReferenceStore } from '../store/reference/reference.store.js';
import { Door } from './door.js';
import type { Workshop } from './run-batch.js';
import { WORKSHOP } from './workshop-token.js';

@Global()
@Module({
  providers: [
    {
      provide: WORKSHOP,
      useFactory: (cases: CaseStore, reference: ReferenceStore, workflows: Workflows, clock: Clock): Workshop => ({
        cases,
        reference,
        workflows,
        now: () => clock.now(),
      }),
      inject: [CaseStore, ReferenceStore, Workflows, Clock],
    },
    {
      provide: Door,
      useFactory: (shop: Workshop, history: HistoryStore): Door => {
        const door = new Door(shop, history);
        const log = new Logger('door');
        door.onFault = (error, id) => log.error(`command ${id} failed`, error instanceof Error ? error.stack : error);
        return door;
      },
      inject: [WORKSHOP, HistoryStore],
    },
  ],
  exports: [WORKSHOP, Door],
})
export class DoorModule implements OnApplicationShutdown {
  constructor(private readonly door: Door) {}

  /** HTTP has stopped by now: what was taken is committed before the database goes. */
  onApplicationShutdown(): Promise<void> {
    return this.door.drain();
  }
}
