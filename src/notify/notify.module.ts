/** What tells people outside of the inbox. */
import { Global, Module } from '@nestjs/common';
import { Dispatch } from './dispatch.js';
import { OfficeNews } from './office-news.js';
import { Senders } from './senders.js';

@Global()
@Module({ providers: [Senders, Dispatch, OfficeNews], exports: [Senders, Dispatch, OfficeNews] })
export class NotifyModule {}
