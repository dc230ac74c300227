/** Takes in and hands out evidence: only what is on the list of types, only for those who may see the case. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { maySee } from '../domain/visibility.js';
import { type AttachmentRow, AttachmentStore, type NewAttachment } from '../store/attachment.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import { cleanName } from './file-name.js';
import { MEDIA_TYPES, mediaTypeOf } from './media-type.js';

/** A file as the multipart parser hands it over. */
export interface SentFile {
  originalname: string;
  buffer: Buffer;
}

export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 10;
/** Enough for any case; a case is no file store. */
const MOST_OF_A_CASE = 200;

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly store: AttachmentStore,
    private readonly references: ReferenceStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps the files, all or none; what was kept, in their order. 404 for a case the person may not see, 403 for people who only
   *  audit, 422 for types that are not taken, for an empty file, and for a case that is full. */
  async add(actor: Actor, caseId: string, sent: readonly SentFile[]): Promise<AttachmentRow[]> {
    const units = await this.store.unitsOf(caseId);
    if (units === undefined || !maySee(actor, units, this.references.current().units)) {
      throw notFound('case', '事项', caseId);
    }
    const working = { ...actor, roles: actor.roles.filter(({ role }) => role !== 'auditor') };
    if (!maySee(working, units, this.references.current().units)) {
      throw new Refused(403, 'attachment.readOnly', '审计员只能查看', 'Auditors only read');
    }
    if (sent.length === 0) {
      throw malformed('请至少选择一个文件（字段名 files）', 'At least one file is needed, in the field `files`');
    }
    const files = sent.map(accepted);
    if ((await this.store.countOf(caseId)) + files.length > MOST_OF_A_CASE) {
      throw new Refused(
        422,
        'attachment.tooMany',
        `每个事项最多 ${MOST_OF_A_CASE} 个附件`,
        `A case has at most ${MOST_OF_A_CASE} files`,
      );
    }
    return this.store.add(caseId, files, { personId: actor.userId, at: this.clock.now() });
  }

  /** The attachment; its bytes only when `read` is asked, so that an unchanged one costs nothing. 404 where there is none or the
   *  person may not see its case: both look the same. */
  async find(actor: Actor, id: string): Promise<AttachmentRow & { read: () => Promise<Buffer> }> {
    const found = await this.store.find(id);
    if (found === undefined || !maySee(actor, found, this.references.current().units)) {
      throw notFound('attachment', '附件', id);
    }
    const { caseId, sha256, name, mediaType, size, at } = found;
    return { id, caseId, sha256, name, mediaType, size, at, read: () => this.store.bytes(sha256) };
  }
}

function accepted({ originalname, buffer }: SentFile): NewAttachment {
  const mediaType = mediaTypeOf(buffer);
  const shown = originalname.slice(0, 80);
  if (mediaType === undefined) {
    const types = [...new Set(Object.values(MEDIA_TYPES))].join(', ');
    throw new Refused(
      422,
      'attachment.typeRefused',
      `不接受此类文件：${shown}；可上传 ${types}（按文件内容判断）`,
      `This kind of file is not taken: ${shown}; taken are ${types}, judged by content`,
    );
  }
  return { name: cleanName(originalname, mediaType), mediaType, bytes: buffer };
}
