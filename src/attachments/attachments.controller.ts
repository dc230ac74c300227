/** Calls on evidence: upload to a case, fetch one file. */
import { isUtf8 } from 'node:buffer';
import { Controller, Get, Headers, Param, Post, Res, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { IdPipe } from '../http/validation.js';
import { AttachmentsService, MOST_BYTES, MOST_FILES, type SentFile } from './attachments.service.js';
import { disposition } from './file-name.js';

class AttachmentShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty({ description: 'Hex' }) sha256: string;
  @ApiProperty() name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size: number;
  @ApiProperty({ format: 'date-time', type: String }) at: Date;
}

const CASE_ID = new IdPipe('case', '事项');
const ATTACHMENT_ID = new IdPipe('attachment', '附件');
const LIMITS = { fileSize: MOST_BYTES, files: MOST_FILES, fields: 10, fieldSize: 10_000, parts: MOST_FILES + 10 };

/** Texts are kept as they came: UTF-8, or GB 18030 as older offices write. */
const textType = (bytes: Buffer): string => `text/plain; charset=${isUtf8(bytes) ? 'utf-8' : 'gb18030'}`;

@ApiTags('attachments')
@Controller('api')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post('cases/:id/attachments')
  @Allow('clerk', 'liaison', 'handler', 'unitLeader', 'supervisor', 'visitor', 'leader')
  @UseInterceptors(FilesInterceptor('files', MOST_FILES, { limits: LIMITS, defParamCharset: 'utf8' }))
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
    @UploadedFiles() files: SentFile[] | undefined,
  ): Promise<AttachmentShown[]> {
    return this.attachments.add(actor, id, files ?? []);
  }

  /** The bytes. Pictures may be shown in place; everything else is downloaded, and nothing in it may run. */
  @Get('attachments/:id')
  @Allow('signedIn')
  @ApiOkResponse({ description: 'The bytes', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id', ATTACHMENT_ID) id: string,
    @Res() response: Response,
    @Headers('if-none-match') seen?: string,
  ): Promise<void> {
    const { name, mediaType, sha256, read } = await this.attachments.find(actor, id);
    const inline = mediaType.startsWith('image/') && mediaType !== 'image/heic';
    response.setHeader('ETag', `"${sha256}"`);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (seen === `"${sha256}"`) {
      response.status(304).end();
      return;
    }
    const bytes = await read();
    response.setHeader('Content-Type', mediaType === 'text/plain' ? textType(bytes) : mediaType);
    response.setHeader('Content-Disposition', disposition(name, inline));
    response.setHeader('Content-Length', String(bytes.length));
    response.end(bytes);
  }
}
