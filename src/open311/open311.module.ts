/** Wires the interface for citizens' apps. */
import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Open311Controller } from './open311.controller.js';
import { Open311Service } from './open311.service.js';

@Module({ imports: [CasesModule, PeopleModule], controllers: [Open311Controller], providers: [Open311Service] })
export class Open311Module {}
