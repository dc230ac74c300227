/** The calls with which an administrator looks after what could not be sent. */
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { IdPipe } from '../http/validation.js';
import { DeadLetters, RetryInput } from './dead-letters.dto.js';
import { DeadLettersService } from './dead-letters.service.js';

@ApiTags('administration')
@Controller('api/admin/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  @Get()
  @ApiOperation({ summary: 'Lists messages that could not be sent, without what they say' })
  @Allow('administrator')
  @ApiOkResponse({ type: DeadLetters })
  list(): Promise<DeadLetters> {
    return this.letters.list();
  }

  @Post('retry')
  @ApiOperation({ summary: 'Lets everything that could not be sent be tried again' })
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: DeadLetters })
  retryAll(@Body() input: RetryInput): Promise<DeadLetters> {
    return this.letters.retryAll(input);
  }

  @Post(':id/retry')
  @ApiOperation({ summary: 'Lets a message that could not be sent be tried again' })
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: DeadLetters })
  retry(@Param('id', new IdPipe('deadLetter', '发送失败的消息')) id: string): Promise<DeadLetters> {
    return this.letters.retry(id);
  }
}
