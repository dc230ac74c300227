/** Wires how messages leave the house: the administrator's settings, each person's choice, other systems, and what could not be sent. */
import { Module } from '@nestjs/common';
import { NotifyModule } from '../notify/notify.module.js';
import { ChannelsController } from './channels.controller.js';
import { ChannelsService } from './channels.service.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLettersService } from './dead-letters.service.js';
import { DeliveryMetrics } from './delivery-metrics.js';
import { OwnChannelsController } from './own-channels.controller.js';
import { OwnChannelsService } from './own-channels.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [NotifyModule],
  controllers: [OwnChannelsController, ChannelsController, WebhooksController, DeadLettersController],
  providers: [ChannelsService, OwnChannelsService, WebhooksService, DeadLettersService, DeliveryMetrics],
})
export class ChannelsModule {}
