/** What tells people outside of the inbox. */
import { Global, Module } from '@nestjs/common';
import { Dispatch } from './dispatch.js';
import { Senders } from './senders.js';

@Global()
@Module({ providers: [Senders, Dispatch], exports: [Senders, Dispatch] })
export class NotifyModule {}
