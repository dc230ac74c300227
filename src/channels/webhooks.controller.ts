/** The calls with which an administrator connects other systems and group robots. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { TestResult } from './channels.dto.js';
import { NewWebhook, WebhookInput, WebhookView, WebhookWithSecret } from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

const WEBHOOK_ID = new IdPipe('webhook', '对接');

@ApiTags('channels')
@Controller('api/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the systems and robots that hear of messages' })
  @Allow('administrator')
  @ApiOkResponse({ type: [WebhookView] })
  list(): Promise<WebhookView[]> {
    return this.webhooks.list();
  }

  @Post()
  @ApiOperation({ summary: 'Connects a system or a robot; its secret is shown once' })
  @Refuses(422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: WebhookWithSecret })
  add(@CurrentActor() actor: Actor, @Body() input: NewWebhook): Promise<WebhookWithSecret> {
    return this.webhooks.add(actor, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes what a system or robot hears of, and where' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: WebhookView })
  change(@Param('id', WEBHOOK_ID) id: string, @Body() input: WebhookInput): Promise<WebhookView> {
    return this.webhooks.change(id, input);
  }

  @Post(':id/secret')
  @ApiOperation({ summary: 'Makes a new secret, shown once; the former one signs for another day' })
  @Refuses(422)
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: WebhookWithSecret })
  rotate(@Param('id', WEBHOOK_ID) id: string): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(id);
  }

  @Post(':id/test')
  @ApiOperation({ summary: 'Sends a test to a system or robot and tells what came back' })
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: TestResult })
  test(@Param('id', WEBHOOK_ID) id: string): Promise<TestResult> {
    return this.webhooks.test(id);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Disconnects a system or robot' })
  @HttpCode(204)
  @Allow('administrator')
  @ApiNoContentResponse()
  remove(@Param('id', WEBHOOK_ID) id: string): Promise<void> {
    return this.webhooks.remove(id);
  }
}
