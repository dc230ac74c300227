/** What anybody may read without signing in: cases in their public notice. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/access.js';
import { NoticesShown } from './notices.dto.js';
import { NoticesService } from './notices.service.js';

@ApiTags('notices')
@Controller('api')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get('notices')
  @ApiOperation({ summary: 'Shows the cases in their public notice, without persons' })
  @Public()
  // The same for everybody: a proxy may keep it for a minute, a browser shows what is so now.
  @Header('Cache-Control', 'public, max-age=0, s-maxage=60')
  @ApiOkResponse({ type: NoticesShown })
  shown(): Promise<NoticesShown> {
    return this.notices.shown();
  }
}
