/** Wires hotline platforms: what they send, what they are answered, and what is owed. */
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { HotlineAnswersService } from './hotline-answers.service.js';
import { HotlineController } from './hotline.controller.js';
import { HotlineNews } from './hotline-news.js';
import { HotlineOwedService } from './hotline-owed.service.js';
import { HotlinePlatformsController } from './hotline-platforms.controller.js';
import { HotlinePlatformsService } from './hotline-platforms.service.js';
import { HotlineReceivingService } from './hotline-receiving.service.js';

@Module({
  imports: [CasesModule],
  controllers: [HotlineController, HotlinePlatformsController],
  providers: [HotlineAnswersService, HotlineNews, HotlineOwedService, HotlinePlatformsService, HotlineReceivingService],
  exports: [HotlineOwedService],
})
export class HotlineModule {}
