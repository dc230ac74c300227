/** Wires what users do with cases. */
import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { AlikeController } from './alike.controller.js';
import { CaseCourseService } from './case-course.service.js';
import { CaseReadingService } from './case-reading.service.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { DueDayController } from './due-day.controller.js';
import { DueDayService } from './due-day.service.js';
import { EventNames } from './event-names.js';
import { ComingInService } from './coming-in.service.js';
import { NoticeTextService } from './notice-text.service.js';
import { RaiserController } from './raiser.controller.js';
import { RaiserService } from './raiser.service.js';

@Module({
  imports: [AccessLogModule],
  controllers: [AlikeController, CasesController, DueDayController, RaiserController],
  providers: [
    ...[CasesService, CaseCourseService, CaseReadingService, ComingInService],
    ...[DueDayService, EventNames, NoticeTextService, RaiserService],
  ],
  exports: [CasesService, CaseReadingService, RaiserService],
})
export class CasesModule {}
