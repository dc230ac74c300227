/** Puts guard, validation and error contract around every route. */
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { RefusalFilter } from './refusal.filter.js';
import { RouteRules } from './route-rules.js';
import { requestPipe } from './validation.js';

@Module({
  imports: [DiscoveryModule],
  providers: [
    RouteRules,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
    { provide: APP_PIPE, useFactory: requestPipe },
  ],
})
export class HttpModule {}
