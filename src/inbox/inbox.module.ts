/** Wires the inbox: what people are told, and what changed since they last looked. */
import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { WorkModule } from '../work/work.module.js';
import { BriefingController } from './briefing.controller.js';
import { BriefingService } from './briefing.service.js';
import { DigestService } from './digest.service.js';
import { InboxController } from './inbox.controller.js';
import { InboxPace, InboxStream } from './inbox-stream.js';
import { InboxService } from './inbox.service.js';
import { MessagesTableController } from './messages-table.controller.js';
import { MorningService } from './morning.service.js';
import { SinceController } from './since.controller.js';
import { SinceService } from './since.service.js';
import { ToldController } from './told.controller.js';
import { ToldService } from './told.service.js';

@Module({
  imports: [ReportsModule, WorkModule],
  controllers: [BriefingController, InboxController, MessagesTableController, SinceController, ToldController],
  providers: [BriefingService, InboxService, InboxStream, InboxPace, SinceService, DigestService, ToldService],
  exports: [DigestService],
})
export class InboxModule {}

/** The digests of the morning; a server started without `jobs` in RUN leaves this module out. */
@Module({ imports: [InboxModule], providers: [MorningService], exports: [MorningService] })
export class MorningModule {}
