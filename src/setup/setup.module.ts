/** The first hour of an office: what is still to be set up, and lists of units and people that are pasted. */
import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PeopleListService } from './people-list.service.js';
import { SetupController } from './setup.controller.js';
import { StepsService } from './steps.service.js';
import { UnitListService } from './unit-list.service.js';

@Module({
  imports: [LedgerModule],
  controllers: [SetupController],
  providers: [StepsService, UnitListService, PeopleListService],
})
export class SetupModule {}
