/** People, sessions and the tenant's reference data. */
import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/authenticator.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { GuessingService } from './guessing.service.js';
import { InNameService } from './in-name.service.js';
import { KnownDevices } from './known-devices.js';
import { OwnPasswordService } from './own-password.service.js';
import { PasswordService } from './password.service.js';
import { DeputiesController } from './deputies.controller.js';
import { DeputiesService } from './deputies.service.js';
import { DraftKeys } from './draft-keys.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { ReferenceDataController } from './reference-data.controller.js';
import { ReferenceDataService } from './reference-data.service.js';
import { SignInAlarmsController } from './sign-in-alarms.controller.js';
import { SecretCodesService } from './secret-codes.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

/** Global, since the guard of every route asks it who is calling. */
@Global()
@Module({
  controllers: [
    SessionController,
    AccountController,
    SignInAlarmsController,
    ReferenceDataController,
    PeopleController,
    DeputiesController,
  ],
  providers: [
    SessionService,
    { provide: Authenticator, useExisting: SessionService },
    AccountService,
    OwnPasswordService,
    PasswordService,
    GuessingService,
    KnownDevices,
    DraftKeys,
    ReferenceDataService,
    PeopleService,
    DeputiesService,
    InNameService,
    SecretCodesService,
  ],
  exports: [Authenticator, SecretCodesService, PasswordService],
})
export class PeopleModule {}
