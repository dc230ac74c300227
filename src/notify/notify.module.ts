/** What tells people outside of the inbox. */
import { Global, Module } from '@nestjs/common';
import { Senders } from './senders.js';

@Global()
@Module({ providers: [Senders], exports: [Senders] })
export class NotifyModule {}
