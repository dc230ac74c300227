/** Wires what the office does with meetings. */
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { Joiners } from './joiners.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipantCipher } from './participant-cipher.js';
import { AgendaService } from './results/agenda.service.js';
import { AnswersOfService } from './results/answers-of.service.js';
import { OwedNews } from './results/owed-news.js';
import { OwedService } from './results/owed.service.js';
import { ResultLinksService } from './results/result-links.service.js';
import { ResultPageService } from './results/result-page.service.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';
import { TriageController } from './triage.controller.js';
import { TriageNews } from './triage-news.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [CasesModule],
  // Before the meetings: `meetings/owed` must not be taken for the id of one.
  controllers: [ResultsController, MeetingsController, CorrectionsController, TriageController],
  providers: [
    ...[Joiners, ParticipantCipher, MeetingsService, ParticipantsService, TriageService, TriageNews],
    CorrectionsService,
    ...[AnswersOfService, ResultsService, ResultLinksService, ResultPageService, AgendaService, OwedService, OwedNews],
  ],
  exports: [MeetingsService, OwedService],
})
export class MeetingsModule {}
