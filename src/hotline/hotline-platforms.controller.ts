/** The calls with which an administrator lets hotline platforms send cases. */
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { NewPlatformInput, PlatformInput, PlatformView, PlatformWithSecret } from './hotline.dto.js';
import { HotlinePlatformsService } from './hotline-platforms.service.js';

const PLATFORM_ID = new IdPipe('hotline platform', '热线平台');

@ApiTags('hotline')
@Controller('api/hotline-platforms')
export class HotlinePlatformsController {
  constructor(private readonly platforms: HotlinePlatformsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the hotline platforms that may send cases' })
  @Allow('administrator')
  @ApiOkResponse({ type: [PlatformView] })
  list(): Promise<PlatformView[]> {
    return this.platforms.list();
  }

  @Post()
  @ApiOperation({ summary: 'Lets a hotline platform send cases; its secret is shown once' })
  @Refuses(404, 409, 422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: PlatformWithSecret })
  add(@CurrentActor() actor: Actor, @Body() input: NewPlatformInput): Promise<PlatformWithSecret> {
    return this.platforms.add(actor, input);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Changes a hotline platform, or switches it off' })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: PlatformView })
  change(@Param('id', PLATFORM_ID) id: string, @Body() input: PlatformInput): Promise<PlatformView> {
    return this.platforms.change(id, input);
  }

  @Post(':id/secret')
  @ApiOperation({ summary: 'Makes a new secret, shown once; the former one is taken for another day' })
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: PlatformWithSecret })
  rotate(@Param('id', PLATFORM_ID) id: string): Promise<PlatformWithSecret> {
    return this.platforms.rotate(id);
  }
}
