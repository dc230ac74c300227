/** Puts guard, validation and error contract around every route. */
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Admission, LeisureGuard } from './admission.js';
import { BodyGuard } from './body.guard.js';
import { RefusalFilter } from './refusal.filter.js';
import { RouteRules } from './route-rules.js';
import { SignedOutThrottle } from './signed-out-throttle.js';
import { requestPipe } from './validation.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    RouteRules,
    SignedOutThrottle,
    Admission,
    // In this order: whether it is the time for it, who calls, then what was sent.
    { provide: APP_GUARD, useClass: LeisureGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
    { provide: APP_PIPE, useFactory: requestPipe },
  ],
  exports: [Admission, SignedOutThrottle],
})
export class HttpModule {}
