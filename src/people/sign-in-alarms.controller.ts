/** Accounts at which somebody guessed, for those who look after accounts and those who watch over them. */
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { GuessingService } from './guessing.service.js';
import { SignInAlarmShown } from './sign-in-alarms.dto.js';

@ApiTags('people')
@Controller('api/sign-in-alarms')
export class SignInAlarmsController {
  constructor(private readonly guessing: GuessingService) {}

  /** Of the last 30 days, newest first, 200 at most. */
  @Get()
  @Allow('administrator', 'auditor')
  @ApiOkResponse({ type: [SignInAlarmShown] })
  list(): Promise<SignInAlarmShown[]> {
    return this.guessing.alarms();
  }
}
