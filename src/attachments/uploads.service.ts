/** Takes files in pieces: begun, continued where they stopped, and made evidence when they are whole. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { typeRefused } from '../evidence/clean-file.js';
import { mayBeTaken } from '../evidence/media-type.js';
import { type UploadRow, UploadStore } from '../store/files/upload.store.js';
import { AttachmentsService } from './attachments.service.js';
import { Incoming } from './incoming.js';
import { MOST_BYTES, UPLOAD_BOUNDS, UPLOAD_KEPT } from './limits.js';

export interface Begun {
  /** The sender's own UUID for this file: beginning again with it answers where the first one has come to. */
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** In whose name the command will be that it is for. */
  absentId?: string | undefined;
}

@Injectable()
export class UploadsService {
  constructor(
    private readonly store: UploadStore,
    private readonly attachments: AttachmentsService,
    private readonly incoming: Incoming,
    private readonly clock: Clock,
  ) {}

  /** The upload, begun now or before. Refuses as AttachmentsService.admit does; 413 for a file over the limit, 409 for a key that is in
   *  use for something else, 429 where the person, and 503 where the tenant, has too much under way. */
  async begin(actor: Actor, caseId: string, { key, name, size, absentId }: Begun): Promise<UploadRow> {
    const personId = idOf(actor);
    if (size > MOST_BYTES) {
      throw new Refused(
        413,
        'upload.tooLarge',
        `文件过大：每个文件最多 ${MOST_BYTES / 2 ** 20} MB`,
        `The file is too large: at most ${MOST_BYTES / 2 ** 20} MB each`,
        { mostBytes: MOST_BYTES },
      );
    }
    await this.attachments.admit(actor, caseId, 1, absentId);
    const now = this.clock.now();
    const begun = await this.store.begin(
      { personId, key, caseId, name, size, now, expiresAt: now + UPLOAD_KEPT },
      UPLOAD_BOUNDS,
    );
    if (begun === 'person') {
      throw new Refused(
        429,
        'upload.tooManyOpen',
        '您未传完的文件过多，请等它们传完或删除后再试',
        'You have too many unfinished uploads; let them finish or remove them first',
        { retryAfterSeconds: 60 },
      );
    }
    if (begun === 'all') {
      throw new Refused(
        503,
        'upload.full',
        '系统中未传完的文件过多，请稍后再试',
        'Too many unfinished uploads; try again later',
        {
          retryAfterSeconds: 300,
        },
      );
    }
    if (begun.caseId !== caseId || begun.size !== size) {
      throw new Refused(
        409,
        'upload.keyInUse',
        '这个上传编号已用于另一个文件',
        'This upload key is in use for another file',
      );
    }
    return begun;
  }

  /** The person's upload. 404 where there is none, its time is over, or the case is no longer theirs to see. */
  async find(actor: Actor, id: string): Promise<UploadRow> {
    const found = await this.store.find(id, idOf(actor), this.clock.now());
    if (found === undefined) throw notFound('upload', '上传', id);
    await this.attachments.see(actor, found.caseId);
    return found;
  }

  /** The upload with the bytes appended at `start`. 409 where that is not where it has come to, 422 at the first piece for a kind of
   *  file that is not taken; the upload is forgotten then. */
  async append(upload: UploadRow, start: number, bytes: Buffer): Promise<UploadRow> {
    if (upload.attachmentId !== null || bytes.length === 0) return upload;
    if (start === 0 && !mayBeTaken(bytes)) {
      await this.store.forget(upload.id);
      throw typeRefused(upload.name);
    }
    const taken = await this.store.append(upload.id, start, bytes, this.clock.now() + UPLOAD_KEPT);
    if (taken === undefined) throw elsewhere(upload.taken);
    return { ...upload, taken };
  }

  /** The upload, made evidence if it is whole. Refuses as AttachmentsService.add does, and forgets it then: no more of it would help. */
  async finish(actor: Actor, upload: UploadRow): Promise<UploadRow> {
    const { id, caseId, name, taken, size } = upload;
    if (taken < size || upload.attachmentId !== null) return upload;
    const read = async (): Promise<Buffer> => {
      const bytes = await this.store.bytes(id);
      if (bytes.length < size) throw notFound('upload', '上传', id);
      return bytes;
    };
    try {
      const [kept] = await this.incoming.using([], (park) =>
        this.attachments.add(actor, caseId, [{ name, read, park, id }]),
      );
      await this.store.finished(id, kept!.id);
      return { ...upload, attachmentId: kept!.id };
    } catch (error) {
      // a sender whose line was cut asks again while the first time is still under way; what came of that is the answer
      const now = await this.store.find(id, idOf(actor), this.clock.now());
      if (now !== undefined && now.attachmentId !== null) return now;
      if (error instanceof Refused && error.status < 429) await this.store.forget(id);
      throw error;
    }
  }

  /** Forgets the person's upload; what has become evidence stays. */
  async forget(upload: UploadRow): Promise<void> {
    await this.store.forget(upload.id);
  }
}

/** 409: the file has come to another place than the sender thinks. */
export const elsewhere = (offset: number): Refused =>
  new Refused(
    409,
    'upload.offset',
    `已收到 ${offset} 字节，请从那里继续`,
    `${offset} bytes are here; continue from there`,
    { offset },
  );

function idOf({ userId }: Actor): string {
  if (userId === null) throw new Error('an upload without a person');
  return userId;
}
