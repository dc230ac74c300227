/** Accounts at which somebody guessed, for those who look after accounts and those who watch over them. */
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { GuessingService } from './guessing.service.js';
import { SignInAlarmShown } from './sign-in-alarms.dto.js';

@ApiTags('people')
@Controller('api/sign-in-alarms')
export class SignInAlarmsController {
  constructor(private readonly guessing: GuessingService) {}

  @Get()
  @ApiOperation({
    summary: 'Lists accounts at which somebody guessed',
    description: 'Of the last 30 days, the newest first, at most 200.',
  })
  @Allow('administrator', 'auditor')
  @ApiOkResponse({ type: [SignInAlarmShown] })
  list(): Promise<SignInAlarmShown[]> {
    return this.guessing.alarms();
  }
}
