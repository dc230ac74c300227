/** Hands the open database, the reference data and the stores to whoever asks for them by class. */
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Workflows } from '../engine/workflow.js';
import { ArchivedHistory } from './archive/archived-history.js';
import type { Database } from './database/database.js';
import { DATABASE } from './database/database-token.js';
import { PeopleStore } from './people/people.store.js';
import { CalendarStore } from './reference/reference-calendar.store.js';
import { CategoryStore } from './reference/reference-categories.store.js';
import { UnitStore } from './reference/reference-units.store.js';
import { ReferenceStore } from './reference/reference.store.js';
import { Seal } from './sealed/seal.js';
import { SessionStore } from './people/session.store.js';

/** What must be open before the application is built. */
export interface OpenStore {
  database: Database;
  workflows: Workflows;
  references: ReferenceStore;
  seal: Seal;
  archived: ArchivedHistory;
}

const STORES = [PeopleStore, SessionStore, UnitStore, CategoryStore, CalendarStore];

@Global()
@Module({})
export class StoreModule {
  /** The module around what is open; a feature keeps its own stores as providers of its own module. */
  static of({ database, workflows, references, seal, archived }: OpenStore): DynamicModule {
    const open = [
      { provide: DATABASE, useValue: database },
      { provide: Workflows, useValue: workflows },
      { provide: ReferenceStore, useValue: references },
      { provide: Seal, useValue: seal },
      { provide: ArchivedHistory, useValue: archived },
    ];
    return {
      module: StoreModule,
      providers: [...open, ...STORES],
      exports: [DATABASE, Workflows, ReferenceStore, Seal, ArchivedHistory, ...STORES],
    };
  }
}
