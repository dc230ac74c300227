/** Calls on files that arrive in pieces, by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation,
 *  expiration and termination. Added to it: `key` among the metadata, and `Upload-Attachment` once the file is evidence. */
import { Controller, Delete, Get, Head, Headers, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { Req, Res, UseInterceptors } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiCreatedResponse, ApiProperty } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { MEDIA_TYPES } from '../evidence/media-type.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import type { ActingRequest } from '../http/acting-request.js';
import { Uuid } from '../http/fields.js';
import { AtMost } from '../http/at-most.js';
import { IdPipe } from '../http/validation.js';
import type { UploadRow } from '../store/files/upload.store.js';
import { MOST_BYTES, MOST_FILES, MOST_OF_A_CASE, MOST_PIECE, PIECES_AT_ONCE } from './limits.js';
import { receivePiece } from './receive-piece.js';
import { metadataOf, TUS, wholeOf } from './tus.js';
import { elsewhere, UploadsService } from './uploads.service.js';

class UploadPolicy {
  @ApiProperty({ type: 'integer', description: 'Pixels: longer photographs are made smaller before they are sent' })
  longestSide: number;
  @ApiProperty({ type: 'integer', description: 'JPEG quality they are drawn with, 1 to 100' }) quality: number;
  @ApiProperty({ type: 'integer', description: 'Bytes of one file' }) mostBytes: number;
  @ApiProperty({ type: 'integer', description: 'Files of one step' }) mostFiles: number;
  @ApiProperty({ type: 'integer', description: 'Files of one case' }) mostOfCase: number;
  @ApiProperty({ type: 'integer', description: 'Bytes of one piece' }) mostPieceBytes: number;
  @ApiProperty({ type: [String], description: 'Extensions of the kinds that are taken; judged by content' })
  extensions: string[];
}

class UploadQuery {
  @Uuid({ optional: true, description: 'In whose name it is done, where what the file is for is sent by a deputy' })
  absentId?: string;
}

class UploadShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size: number;
  @ApiProperty({ type: 'integer', description: 'Bytes that are there' }) taken: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Once it is evidence' })
  attachmentId: string | null;
}

const CASE_ID = new IdPipe('case', '事项');
const UPLOAD_ID = new IdPipe('upload', '上传');
const ROLES = ['clerk', 'liaison', 'handler', 'unitLeader', 'supervisor', 'visitor', 'leader'] as const;

@ApiTags('attachments')
@Controller('api')
export class UploadsController {
  constructor(
    private readonly uploads: UploadsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('uploads/policy')
  @ApiOperation({ summary: 'Tells which files are taken, and how photographs are made smaller before they travel' })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: UploadPolicy })
  policy(): UploadPolicy {
    return {
      ...this.config.photo,
      mostBytes: MOST_BYTES,
      mostFiles: MOST_FILES,
      mostOfCase: MOST_OF_A_CASE,
      mostPieceBytes: MOST_PIECE,
      extensions: Object.entries(MEDIA_TYPES).flatMap(([type, extension]) => (type === 'image/heic' ? [] : extension)),
    };
  }

  @Post('cases/:id/uploads')
  @ApiOperation({
    summary: 'Begins a file that arrives in pieces, or tells where the one with this key has come to',
    description: 'By the tus protocol 1.0.0.',
  })
  @Refuses(409, 412, 422)
  @ForAbsentToo()
  @Allow(...ROLES)
  @ApiHeader({ name: 'Tus-Resumable', description: '1.0.0' })
  @ApiHeader({ name: 'Upload-Length', description: 'Bytes' })
  @ApiHeader({ name: 'Upload-Metadata', description: '`filename` and, if wished, `key` (a UUID), each in base64' })
  @ApiCreatedResponse({ type: UploadShown, description: 'Also headers Location, Upload-Offset, Upload-Expires' })
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) caseId: string,
    @Headers() headers: Record<string, string | undefined>,
    @Query() { absentId }: UploadQuery,
    @Res() response: Response,
  ): Promise<void> {
    requireTus(headers);
    const size = wholeOf(headers['upload-length'], 'Upload-Length');
    const { key, name } = metadataOf(headers['upload-metadata']);
    const upload = await this.uploads.begin(actor, caseId, { key, name, size, absentId });
    response.setHeader('Location', `/api/uploads/${upload.id}`);
    const { id, taken, attachmentId } = upload;
    say(response, upload)
      .status(201)
      .json({ id, size, taken, attachmentId } satisfies UploadShown);
  }

  @Head('uploads/:id')
  @ApiOperation({ summary: 'Tells how much of a file is there', description: 'By the tus protocol 1.0.0.' })
  @Refuses(412)
  @ForAbsentToo()
  @Allow(...ROLES)
  @ApiOkResponse({ description: 'Headers Upload-Offset, Upload-Length, and Upload-Attachment once it is evidence' })
  async state(
    @CurrentActor() actor: Actor,
    @Param('id', UPLOAD_ID) id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Res() response: Response,
  ): Promise<void> {
    requireTus(headers);
    const upload = await this.uploads.find(actor, id);
    response.setHeader('Upload-Length', String(upload.size));
    say(response, upload).status(200).end();
  }

  @Patch('uploads/:id')
  @ApiOperation({
    summary: 'Brings the next piece of a file; the last one makes it evidence',
    description: 'By the tus protocol 1.0.0. An empty piece at the end tries the last step again.',
  })
  @Refuses(409, 412, 422)
  @HttpCode(204)
  @ForAbsentToo()
  @Allow(...ROLES)
  @UseInterceptors(AtMost(PIECES_AT_ONCE))
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'Upload-Offset', description: 'Where the piece begins' })
  @ApiNoContentResponse({ description: 'Headers Upload-Offset, and Upload-Attachment once it is evidence' })
  async append(
    @CurrentActor() actor: Actor,
    @Param('id', UPLOAD_ID) id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    requireTus(headers);
    if (headers['content-type'] !== 'application/offset+octet-stream') {
      throw new Refused(415, 'request.unsupportedMedia', '不支持的内容类型', 'Unsupported content type');
    }
    const start = wholeOf(headers['upload-offset'], 'Upload-Offset');
    const upload = await this.uploads.find(actor, id);
    if (start !== upload.taken) throw elsewhere(upload.taken);
    const { bytes, whole } = await receivePiece(request, Math.min(MOST_PIECE, upload.size - upload.taken));
    const longer = await this.uploads.append(upload, start, bytes);
    if (!whole) {
      response.destroy(); // nobody listens any more, or the line is dead; what came is kept
      return;
    }
    say(response, await this.uploads.finish(actor, longer))
      .status(204)
      .end();
  }

  @Delete('uploads/:id')
  @ApiOperation({ summary: 'Gives a file up that has not arrived whole', description: 'By the tus protocol 1.0.0.' })
  @Refuses(409, 412)
  @HttpCode(204)
  @ForAbsentToo()
  @Allow(...ROLES)
  @ApiNoContentResponse()
  async forget(
    @CurrentActor() actor: Actor,
    @Param('id', UPLOAD_ID) id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Res() response: Response,
  ): Promise<void> {
    requireTus(headers);
    const upload = await this.uploads.find(actor, id);
    await this.uploads.forget(upload);
    say(response, upload).status(204).end();
  }
}

function requireTus(headers: Record<string, string | undefined>): void {
  if (headers['tus-resumable'] === TUS) return;
  throw new Refused(
    412,
    'upload.protocol',
    `请求头 Tus-Resumable 应为 ${TUS}`,
    `The header Tus-Resumable must be ${TUS}`,
  );
}

function say(response: Response, { taken, attachmentId, expiresAt }: UploadRow): Response {
  response.setHeader('Tus-Resumable', TUS);
  response.setHeader('Upload-Offset', String(taken));
  response.setHeader('Upload-Expires', expiresAt.toUTCString());
  if (attachmentId !== null) response.setHeader('Upload-Attachment', attachmentId);
  return response;
}
