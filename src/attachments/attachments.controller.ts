/** Calls on evidence: upload to a case, fetch one file. */
import { isUtf8 } from 'node:buffer';
import {
  Controller,
  Get,
  Headers,
  Param,
  Post,
  Query,
  Res,
  UploadedFiles,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../domain/command.js';
import { notFound } from '../domain/errors.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { OneOf } from '../http/fields.js';
import { AtMost } from '../http/at-most.js';
import { IdPipe } from '../http/validation.js';
import { AttachmentsService } from './attachments.service.js';
import { disposition } from './file-name.js';
import { Incoming, type ReceivedFile } from './incoming.js';
import { CALLS_AT_ONCE, MOST_BYTES, MOST_FILES } from './limits.js';
import { TakesFiles } from './takes-files.guard.js';

class AttachmentShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty({ description: 'Hex, of what is kept: a picture is drawn anew without what the camera wrote' })
  sha256: string;
  @ApiProperty() name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size: number;
  @ApiProperty({ format: 'date-time', type: String }) at: Date;
}

class AttachmentQuery {
  @OneOf(['thumb'], { optional: true, description: 'thumb: a small JPEG of a picture' }) size?: 'thumb';
}

const CASE_ID = new IdPipe('case', '事项');
const ATTACHMENT_ID = new IdPipe('attachment', '附件');
const LIMITS = { fileSize: MOST_BYTES, files: MOST_FILES, fields: 10, fieldSize: 10_000, parts: MOST_FILES + 10 };

/** Texts are kept as they came: UTF-8, or GB 18030 as older offices write. */
const textType = (bytes: Buffer): string => `text/plain; charset=${isUtf8(bytes) ? 'utf-8' : 'gb18030'}`;

/** The part of so many bytes that a request asks for: one part, as films are asked for. Undefined for all of it, and for what is no such part: it is
 *  answered whole then, as the standard allows (RFC 9110, 14.2). */
function rangeOf(header: string | undefined, size: number): { first: number; last: number } | undefined {
  const [, from, to] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(header ?? '') ?? [];
  if (from === undefined) return undefined;
  const [first, last] = [Number(from), to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  return first <= last ? { first, last } : undefined;
}

@ApiTags('attachments')
@Controller('api')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly incoming: Incoming,
  ) {}

  @Post('cases/:id/attachments')
  @ApiOperation({ summary: 'Adds evidence to a case, as whole files' })
  @Refuses(409, 422)
  @ForAbsentToo()
  @Allow('clerk', 'liaison', 'handler', 'unitLeader', 'supervisor', 'visitor', 'leader')
  @UseGuards(TakesFiles)
  @UseInterceptors(
    AtMost(CALLS_AT_ONCE),
    FilesInterceptor('files', MOST_FILES, { limits: LIMITS, defParamCharset: 'utf8' }),
  )
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['files'],
      properties: { files: { type: 'array', maxItems: MOST_FILES, items: { type: 'string', format: 'binary' } } },
    },
  })
  @ApiCreatedResponse({ type: [AttachmentShown] })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @UploadedFiles() files: ReceivedFile[] = [],
  ): Promise<AttachmentShown[]> {
    return this.incoming.using(files, (park) =>
      this.attachments.add(
        actor,
        id,
        files.map((file) => ({ name: file.originalname, read: () => this.incoming.read(file), park })),
      ),
    );
  }

  @Get('attachments/:id')
  @ApiOperation({
    summary: 'Gives the bytes of a file',
    description:
      'Pictures, films and PDF may be shown in place, a film in parts (`Range`); everything else is downloaded, and nothing in it may run.',
  })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiResponse({
    status: 206,
    description: 'The part that `Range` asked for',
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 304, description: 'The bytes are those whose ETag was sent' })
  @ApiOkResponse({ description: 'The bytes', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id', ATTACHMENT_ID) id: string,
    @Query() { size }: AttachmentQuery,
    @Res() response: Response,
    @Headers('if-none-match') seen?: string,
    @Headers('range') range?: string,
  ): Promise<void> {
    const { name, mediaType, sha256, size: bytesInAll, read, part, thumbnail } = await this.attachments.find(actor, id);
    const small = size === 'thumb';
    const isPdf = mediaType === 'application/pdf' && !small;
    const inline = isPdf || (/^(image|video)\//.test(mediaType) && mediaType !== 'image/heic');
    const tag = `"${sha256}${small ? '-thumb' : ''}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // a browser draws no PDF in a sandbox; its own viewer runs nothing in this origin
    response.setHeader('Content-Security-Policy', isPdf ? "frame-ancestors 'self'" : "default-src 'none'; sandbox");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (seen === tag) {
      response.status(304).end();
      return;
    }
    const asked = small ? undefined : rangeOf(range, bytesInAll);
    const bytes = small ? await thumbnail() : asked === undefined ? await read() : await part(asked.first, asked.last);
    if (bytes === undefined) throw notFound('attachment', '缩略图', id);
    const type = small ? 'image/jpeg' : mediaType === 'text/plain' ? textType(bytes) : mediaType;
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Disposition', disposition(small ? `${name}.jpg` : name, inline));
    response.setHeader('Content-Length', String(bytes.length));
    if (!small) response.setHeader('Accept-Ranges', 'bytes');
    if (asked !== undefined) {
      response.status(206).setHeader('Content-Range', `bytes ${asked.first}-${asked.last}/${bytesInAll}`);
    }
    response.end(bytes);
  }
}
