/** What whoever holds the code of a receipt may read and say, without signing in. */
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { BodyLimit, OBJECTION_BYTES } from '../http/body-limit.js';
import { Refuses } from '../http/refusal-statuses.js';
import { networkOf } from '../http/signed-out-throttle.js';
import { IdPipe } from '../http/validation.js';
import { ReceiptReadingService } from './receipt-reading.service.js';
import { NewObjection, NewQuestion, NewRating, ReceiptShown, ReceiptTaken } from './receipts.dto.js';
import { SayingsService } from './sayings.service.js';

const addressOf = ({ ip }: ActingRequest): string => networkOf(ip ?? '');

@ApiTags('receipts')
@Controller('api/receipts/:code')
export class ReceiptsController {
  constructor(
    private readonly reading: ReceiptReadingService,
    private readonly sayings: SayingsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Tells a raiser, by the code of their receipt, what became of what they said',
    description:
      'Nothing personal, and of what others said nothing. A wrong code and a withdrawn one are answered alike.',
  })
  @Refuses(404)
  @Public()
  @ApiOkResponse({ type: ReceiptShown })
  read(@Param('code') code: string, @Req() request: ActingRequest): Promise<ReceiptShown> {
    return this.reading.read(code, addressOf(request));
  }

  @Get('photos/:id')
  @ApiOperation({ summary: 'A picture that the office released to the raiser' })
  @Refuses(404)
  @Public()
  @ApiOkResponse({
    description: 'The picture',
    content: { 'image/*': { schema: { type: 'string', format: 'binary' } } },
  })
  async photo(
    @Param('code') code: string,
    @Param('id', new IdPipe('photo', '照片')) id: string,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, bytes } = await this.reading.photo(code, id, addressOf(request));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Content-Type', mediaType);
    response.end(await bytes());
  }

  @Post('rating')
  @ApiOperation({
    summary: 'Rates the result by the code of a receipt',
    description: 'Once for each round of work; the same again within some days changes it.',
  })
  @Refuses(404, 409, 422)
  @BodyLimit(OBJECTION_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptTaken })
  rate(@Param('code') code: string, @Body() input: NewRating, @Req() request: ActingRequest): Promise<ReceiptTaken> {
    return this.sayings.rate(code, input, addressOf(request));
  }

  @Post('objection')
  @ApiOperation({
    summary: 'Objects to a public notice, or says of a closed case that it is not solved, by the code of a receipt',
    description:
      'It stops the notice until the supervisors have decided, once to each notice; a closed case they reopen or say why not, once to each closing and within the look-back.',
  })
  @Refuses(404, 409, 422)
  @BodyLimit(OBJECTION_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptTaken })
  object(
    @Param('code') code: string,
    @Body() input: NewObjection,
    @Req() request: ActingRequest,
  ): Promise<ReceiptTaken> {
    return this.sayings.object(code, input, addressOf(request));
  }

  @Post('question')
  @ApiOperation({
    summary: 'Asks the office by the code of a receipt',
    description: 'One at a time: the next once this one is answered.',
  })
  @Refuses(404, 409, 422)
  @BodyLimit(OBJECTION_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ReceiptTaken })
  ask(@Param('code') code: string, @Body() input: NewQuestion, @Req() request: ActingRequest): Promise<ReceiptTaken> {
    return this.sayings.ask(code, input, addressOf(request));
  }
}
