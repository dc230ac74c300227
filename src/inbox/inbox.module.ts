/** Wires the inbox. */
import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';
import { InboxPace, InboxStream } from './inbox-stream.js';
import { InboxService } from './inbox.service.js';

@Module({
  controllers: [InboxController],
  providers: [InboxService, InboxStream, InboxPace],
})
export class InboxModule {}
