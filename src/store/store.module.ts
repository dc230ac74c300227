/** Hands the open database, the reference data and every store to whoever asks for them by class: each store once in a process. */
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { Workflows } from '../engine/workflow.js';
import type { ArchivedHistory } from './archive/archived-history.js';
import { CaseStore } from './cases/case.store.js';
import { ArchivedLines, HistoryStore } from './cases/history.store.js';
import { TimerStore } from './cases/timer.store.js';
import type { Database } from './database/database.js';
import { DATABASE } from './database/database-token.js';
import { AttachmentStore } from './files/attachment.store.js';
import { LedgerStore } from './files/ledger.store.js';
import { UploadStore } from './files/upload.store.js';
import { CaseListStore } from './lists/case-list.store.js';
import { CaseViewStore } from './lists/case-view.store.js';
import { ElsewhereStore } from './lists/elsewhere.store.js';
import { OrderStore } from './lists/order.store.js';
import { OverdueStore } from './lists/overdue.store.js';
import { SearchStore } from './lists/search.store.js';
import { TaskStore } from './lists/task.store.js';
import { WallStore } from './lists/wall.store.js';
import { WorkStore } from './lists/work.store.js';
import { MeetingStore } from './meetings/meeting.store.js';
import { OpinionStore } from './meetings/opinion.store.js';
import { GuessStore } from './people/guess.store.js';
import { PeopleStore } from './people/people.store.js';
import { ReachStore } from './people/reach.store.js';
import { SessionStore } from './people/session.store.js';
import { CalendarStore } from './reference/reference-calendar.store.js';
import { CategoryStore } from './reference/reference-categories.store.js';
import { UnitStore } from './reference/reference-units.store.js';
import { ReferenceStore } from './reference/reference.store.js';
import { ReportStore } from './reports/report.store.js';
import { LookListStore } from './sealed/look-list.store.js';
import { LookStore } from './sealed/look.store.js';
import { RaiserStore } from './sealed/raiser.store.js';
import { Seal } from './sealed/seal.js';

/** What must be open before the application is built. */
export interface OpenStore {
  database: Database;
  workflows: Workflows;
  references: ReferenceStore;
  seal: Seal;
  archived: ArchivedHistory;
}

/** Every store, by wing. A feature names the store in a constructor and lists it nowhere: two modules that list a class make two of it. */
export const STORES: readonly Type[] = [
  ...[UnitStore, CategoryStore, CalendarStore],
  ...[PeopleStore, SessionStore, GuessStore, ReachStore],
  ...[CaseStore, HistoryStore, TimerStore],
  ...[MeetingStore, OpinionStore],
  ...[RaiserStore, LookStore, LookListStore],
  ReportStore,
  ...[AttachmentStore, UploadStore, LedgerStore],
  ...[CaseListStore, CaseViewStore, ElsewhereStore, OrderStore, OverdueStore],
  ...[SearchStore, TaskStore, WallStore, WorkStore],
];

@Global()
@Module({})
export class StoreModule {
  /** The module around what is open. */
  static of({ database, workflows, references, seal, archived }: OpenStore): DynamicModule {
    const open = [
      { provide: DATABASE, useValue: database },
      { provide: Workflows, useValue: workflows },
      { provide: ReferenceStore, useValue: references },
      { provide: Seal, useValue: seal },
      { provide: ArchivedLines, useValue: archived },
    ];
    return {
      module: StoreModule,
      providers: [...open, ...STORES],
      exports: [...open.map(({ provide }) => provide), ...STORES],
    };
  }
}
