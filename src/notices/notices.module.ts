/** Wires the public notice. */
import { Module } from '@nestjs/common';
import { Moment } from './moment.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';

@Module({
  controllers: [NoticesController],
  providers: [Moment, NoticesService],
})
export class NoticesModule {}
