/** Takes in and hands out evidence: only what is on the list of types, only for those who may see the case, never with what a camera wrote. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { inNameOf } from '../domain/deputies.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { mayReadFileName, plainName } from '../domain/evidence.js';
import { maySee } from '../domain/visibility.js';
import { cleanFile, sha256Of } from '../evidence/clean-file.js';
import { cleanStored } from '../evidence/clean-stored.js';
import { CLEANING, KEEPING } from '../evidence/turns.js';
import {
  type AttachmentRow,
  AttachmentStore,
  type CaseUnitsRow,
  type NewAttachment,
} from '../store/files/attachment.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { cleanName } from './file-name.js';
import type { Park } from './incoming.js';
import { MOST_OF_A_CASE, WEIGHTY } from './limits.js';

/** A file that is here; `read` loads it, and what was made of it goes through `park`, which answers how to load that. */
export interface ArrivedFile {
  name: string;
  read: () => Promise<Buffer>;
  /** Keeps the clean bytes until all files are clean and it is their turn. */
  park: Park;
  /** Id of the attachment, where it is known beforehand. */
  id?: string;
}

export interface ShownAttachment extends AttachmentRow {
  /** What is kept and served. */
  read: () => Promise<Buffer>;
  /** Of what is kept the bytes from `first` to `last`, both counted, from 0. */
  part: (first: number, last: number) => Promise<Buffer>;
  thumbnail: () => Promise<Buffer | undefined>;
}

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly store: AttachmentStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The units of the case. 404 for a case the person may not see; 403 where that is because they are no deputy of `absentId` any more. */
  async see(actor: Actor, caseId: string, absentId?: string): Promise<CaseUnitsRow> {
    const units = await this.store.unitsOf(caseId);
    if (units === undefined || !maySee(actor, units, this.referenceData.current().units)) {
      const acting = absentId === undefined ? undefined : inNameOf(actor, absentId);
      throw acting instanceof Refused ? acting : notFound('case', '事项', caseId);
    }
    return units;
  }

  /** Looks before a byte is taken. 404 for a case the person may not see, 403 for people who only audit, 422 for a case that is full
   *  with `more` files. */
  async admit(actor: Actor, caseId: string, more = 1, absentId?: string): Promise<void> {
    const units = await this.see(actor, caseId, absentId);
    const working = { ...actor, roles: actor.roles.filter(({ role }) => role !== 'auditor') };
    if (!maySee(working, units, this.referenceData.current().units)) {
      throw new Refused(403, 'attachment.readOnly', '审计员只能查看', 'Auditors only read');
    }
    if ((await this.store.countOf(caseId)) + more > MOST_OF_A_CASE) {
      throw new Refused(
        422,
        'attachment.tooMany',
        `每个事项最多 ${MOST_OF_A_CASE} 个附件`,
        `A case has at most ${MOST_OF_A_CASE} files`,
      );
    }
  }

  /** Keeps the files, all or none; what was kept, in their order. Refuses as `admit` does, and 422 for types that are not taken, for
   *  an empty file, and for pictures that cannot be drawn anew. */
  async add(actor: Actor, caseId: string, arrived: readonly ArrivedFile[]): Promise<AttachmentRow[]> {
    await this.admit(actor, caseId, arrived.length);
    if (arrived.length === 0) {
      throw malformed('请至少选择一个文件（字段名 files）', 'At least one file is needed, in the field `files`');
    }
    const files: NewAttachment[] = [];
    for (const file of arrived) files.push(await CLEANING.take(() => accepted(file)));
    const keep = (): Promise<AttachmentRow[]> =>
      this.store.add(caseId, files, { personId: actor.userId, at: this.clock.now() });
    // A photograph does not wait behind two hundred megabytes.
    const isWeighty = files.reduce((sum, { size }) => sum + size, 0) > WEIGHTY;
    return isWeighty ? KEEPING.take(keep) : keep();
  }

  /** The attachment under the name this person may read; its bytes only when asked. 404 where there is none or the person may not see
   *  its case: both look the same. 403 where it could not be cleaned and the person is neither its sender nor of the office. */
  async find(actor: Actor, id: string): Promise<ShownAttachment> {
    const { units } = this.referenceData.current();
    let found = await this.store.find(id);
    if (found === undefined || !maySee(actor, found, units)) throw notFound('attachment', '附件', id);
    if (found.cleaning === 'waiting') {
      await cleanStored(this.store, found.originalSha256);
      found = (await this.store.find(id))!;
    }
    const { caseId, sha256, mediaType, size, at, personId, cleaning } = found;
    const named = mayReadFileName(actor, personId, found, units);
    if (cleaning === 'withheld' && !named) {
      throw new Refused(
        403,
        'attachment.withheld',
        '这张照片无法去除拍摄信息，只有上传人和整改办可以查看',
        'What the camera wrote into this picture could not be removed: only its sender and the office see it',
      );
    }
    return {
      ...{ id, caseId, sha256, mediaType, size, at },
      name: named ? found.name : plainName(found),
      read: () => this.store.bytes(sha256),
      part: (first, last) => this.store.part(sha256, first, last),
      thumbnail: () => this.store.thumbnail(sha256),
    };
  }
}

async function accepted({ name, read, park, id }: ArrivedFile): Promise<NewAttachment> {
  const { bytes, mediaType, originalSha256, thumbnail, cleaning } = await cleanFile(await read(), name);
  const pieces = await park(bytes);
  return {
    ...{ name: cleanName(name, mediaType), mediaType, originalSha256, thumbnail, cleaning },
    sha256: sha256Of(bytes),
    size: bytes.length,
    pieces,
    ...(id === undefined ? {} : { id }),
  };
}
