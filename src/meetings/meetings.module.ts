/** Wires what the office does with meetings. */
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { Joiners } from './joiners.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantsService } from './participants.service.js';
import { ParticipantCipher } from './participant-cipher.js';
import { TriageController } from './triage.controller.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [CasesModule],
  controllers: [MeetingsController, TriageController],
  providers: [Joiners, ParticipantCipher, MeetingsService, ParticipantsService, TriageService],
})
export class MeetingsModule {}
