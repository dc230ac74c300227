/** The calls with which a person chooses where messages reach them. */
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { CHANNELS, type Channel } from '../domain/words.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { ChannelPipe } from './channel-pipe.js';
import { TestResult } from './channels.dto.js';
import {
  CodeInput,
  GivenAddresses,
  OwnChannels,
  OwnChannelsInput,
  OwnPush,
  PersonReached,
  PushSubscriptionInput,
  PushSubscriptionView,
} from './own-channels.dto.js';
import { OwnChannelsService } from './own-channels.service.js';

const NAME = { name: 'name', enum: CHANNELS, enumName: 'Channel' };
const PERSON_ID = new IdPipe('person', '人员');

@ApiTags('channels')
@Controller('api')
export class OwnChannelsController {
  constructor(private readonly own: OwnChannelsService) {}

  @Get('me/channels')
  @ApiOperation({ summary: 'Tells where messages reach me' })
  @Allow('signedIn')
  @ApiOkResponse({ type: OwnChannels })
  mine(@CurrentActor() actor: Actor): Promise<OwnChannels> {
    return this.own.of(actor.userId!);
  }

  @Put('me/channels')
  @ApiOperation({ summary: 'Chooses where messages reach me; a new address waits for its code' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiOkResponse({ type: OwnChannels })
  choose(@CurrentActor() actor: Actor, @Body() input: OwnChannelsInput): Promise<OwnChannels> {
    return this.own.choose(actor, input);
  }

  @Post('me/channels/:name/code')
  @ApiOperation({ summary: 'Sends a code to my address on a channel' })
  @ApiParam(NAME)
  @Refuses(422)
  @HttpCode(200)
  @Allow('signedIn')
  @ApiOkResponse({ type: TestResult })
  sendCode(@CurrentActor() actor: Actor, @Param('name', ChannelPipe) name: Channel): Promise<TestResult> {
    return this.own.sendCode(actor, name);
  }

  @Post('me/channels/:name/verify')
  @ApiOperation({ summary: 'Confirms my address on a channel by the code that was sent there' })
  @ApiParam(NAME)
  @Refuses(422)
  @HttpCode(200)
  @Allow('signedIn')
  @ApiOkResponse({ type: OwnChannels })
  verify(
    @CurrentActor() actor: Actor,
    @Param('name', ChannelPipe) name: Channel,
    @Body() { code }: CodeInput,
  ): Promise<OwnChannels> {
    return this.own.confirm(actor, name, code);
  }

  @Get('me/push')
  @ApiOperation({ summary: 'Gives the key with which a browser subscribes, and my browsers' })
  @Allow('signedIn')
  @ApiOkResponse({ type: OwnPush })
  push(@CurrentActor() actor: Actor): Promise<OwnPush> {
    return this.own.push(actor.userId!);
  }

  @Post('me/push')
  @ApiOperation({ summary: 'Lets this browser be woken; the same browser twice is one' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiCreatedResponse({ type: PushSubscriptionView })
  subscribe(
    @CurrentActor() actor: Actor,
    @Body() input: PushSubscriptionInput,
    @Headers('user-agent') device = '',
  ): Promise<PushSubscriptionView> {
    return this.own.subscribe(actor, input, device);
  }

  @Delete('me/push/:id')
  @ApiOperation({ summary: 'Wakes a browser of mine no more' })
  @HttpCode(204)
  @Allow('signedIn')
  @ApiNoContentResponse()
  unsubscribe(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('subscription', '推送订阅')) id: string,
  ): Promise<void> {
    return this.own.unsubscribe(actor, id);
  }

  @Post('channels/:name/test')
  @ApiOperation({ summary: 'Sends a test to the administrator who asks for it and tells what came back' })
  @ApiParam(NAME)
  @Refuses(422)
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: TestResult })
  test(@CurrentActor() actor: Actor, @Param('name', ChannelPipe) name: Channel): Promise<TestResult> {
    return this.own.test(actor, name);
  }

  @Get('people/:id/channels')
  @ApiOperation({ summary: 'Tells where a person is reached, addresses blotted out in part' })
  @Allow('administrator')
  @ApiOkResponse({ type: PersonReached })
  reached(@Param('id', PERSON_ID) id: string): Promise<PersonReached> {
    return this.own.reached(id);
  }

  @Put('people/:id/channels')
  @ApiOperation({ summary: 'Enters addresses of a person, known from the directory of the office' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: PersonReached })
  give(@Param('id', PERSON_ID) id: string, @Body() input: GivenAddresses): Promise<PersonReached> {
    return this.own.give(id, input);
  }
}
