/** People, sessions and the bureau's reference data. */
import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/authenticator.js';
import { AccountService } from './account.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { ReferenceController } from './reference.controller.js';
import { ReferenceService } from './reference.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

/** Global, since the guard of every route asks it who is calling. */
@Global()
@Module({
  controllers: [SessionController, ReferenceController, PeopleController],
  providers: [
    SessionService,
    { provide: Authenticator, useExisting: SessionService },
    AccountService,
    ReferenceService,
    PeopleService,
  ],
  exports: [Authenticator],
})
export class PeopleModule {}
