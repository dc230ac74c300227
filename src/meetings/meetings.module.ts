/** Wires what the office does with meetings. */
import { type FactoryProvider, Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import { OpinionStore } from '../store/meetings/opinion.store.js';
import { SearchStore } from '../store/lists/search.store.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipantSeal } from './participant-seal.js';
import { TriageController } from './triage.controller.js';
import { TriageService } from './triage.service.js';

const overPool = <T>(store: new (pool: Database['pool']) => T): FactoryProvider => ({
  provide: store,
  useFactory: ({ pool }: Database) => new store(pool),
  inject: [DATABASE],
});

@Module({
  imports: [CasesModule],
  controllers: [MeetingsController, TriageController],
  providers: [
    overPool(MeetingStore),
    overPool(OpinionStore),
    overPool(SearchStore),
    ParticipantSeal,
    MeetingsService,
    ParticipantsService,
    TriageService,
  ],
})
export class MeetingsModule {}
