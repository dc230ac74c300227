/** Wires the inbox. */
import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller.js';
import { InboxPace, InboxStream } from './inbox-stream.js';
import { MessagesTableController } from './messages-table.controller.js';
import { InboxService } from './inbox.service.js';

@Module({
  controllers: [InboxController, MessagesTableController],
  providers: [InboxService, InboxStream, InboxPace],
})
export class InboxModule {}
