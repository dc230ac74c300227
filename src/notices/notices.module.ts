/** Wires the public notice. */
import { Module } from '@nestjs/common';
import { Moment } from './moment.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';
import { ObjectionsService } from './objections.service.js';

@Module({
  controllers: [NoticesController],
  providers: [Moment, NoticesService, ObjectionsService],
})
export class NoticesModule {}
