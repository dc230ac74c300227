/** The calls with which an administrator sets up the channels. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import {
  ChannelsView,
  DingtalkChannel,
  DingtalkInput,
  EmailChannel,
  EmailInput,
  PushChannel,
  PushInput,
  SmsChannel,
  SmsInput,
  WecomChannel,
  WecomInput,
} from './channels.dto.js';
import { ChannelsService } from './channels.service.js';

@ApiTags('channels')
@Controller('api/channels')
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Get()
  @ApiOperation({ summary: 'Tells which channels are switched on and what waits on them' })
  @Allow('administrator')
  @ApiOkResponse({ type: ChannelsView })
  overview(): Promise<ChannelsView> {
    return this.channels.overview();
  }

  @Get('email')
  @ApiOperation({ summary: 'Shows how e-mail is set up, without its password' })
  @Allow('administrator')
  @ApiOkResponse({ type: EmailChannel })
  email(): Promise<EmailChannel> {
    return this.channels.settings('email');
  }

  @Put('email')
  @ApiOperation({ summary: 'Sets up e-mail' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: EmailChannel })
  setEmail(@CurrentActor() actor: Actor, @Body() input: EmailInput): Promise<EmailChannel> {
    return this.channels.set(actor, 'email', input);
  }

  @Get('wecom')
  @ApiOperation({ summary: 'Shows how WeCom is set up, without its secret' })
  @Allow('administrator')
  @ApiOkResponse({ type: WecomChannel })
  wecom(): Promise<WecomChannel> {
    return this.channels.settings('wecom');
  }

  @Put('wecom')
  @ApiOperation({ summary: 'Sets up WeCom' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: WecomChannel })
  setWecom(@CurrentActor() actor: Actor, @Body() input: WecomInput): Promise<WecomChannel> {
    return this.channels.set(actor, 'wecom', input);
  }

  @Get('dingtalk')
  @ApiOperation({ summary: 'Shows how DingTalk is set up, without its secret' })
  @Allow('administrator')
  @ApiOkResponse({ type: DingtalkChannel })
  dingtalk(): Promise<DingtalkChannel> {
    return this.channels.settings('dingtalk');
  }

  @Put('dingtalk')
  @ApiOperation({ summary: 'Sets up DingTalk' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: DingtalkChannel })
  setDingtalk(@CurrentActor() actor: Actor, @Body() input: DingtalkInput): Promise<DingtalkChannel> {
    return this.channels.set(actor, 'dingtalk', input);
  }

  @Get('sms')
  @ApiOperation({ summary: 'Shows how text messages are set up, without the secret' })
  @Allow('administrator')
  @ApiOkResponse({ type: SmsChannel })
  sms(): Promise<SmsChannel> {
    return this.channels.settings('sms');
  }

  @Put('sms')
  @ApiOperation({ summary: 'Sets up text messages by the template of a gateway' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: SmsChannel })
  setSms(@CurrentActor() actor: Actor, @Body() input: SmsInput): Promise<SmsChannel> {
    return this.channels.set(actor, 'sms', input);
  }

  @Get('push')
  @ApiOperation({ summary: 'Shows how push is set up, with its public key' })
  @Allow('administrator')
  @ApiOkResponse({ type: PushChannel })
  push(): Promise<PushChannel> {
    return this.channels.settings('push');
  }

  @Put('push')
  @ApiOperation({ summary: 'Sets up push; its keys are made once' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: PushChannel })
  setPush(@CurrentActor() actor: Actor, @Body() input: PushInput): Promise<PushChannel> {
    return this.channels.set(actor, 'push', input);
  }
}
