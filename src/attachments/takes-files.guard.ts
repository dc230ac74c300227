/** Looks at the length and at the case before anything of an upload is read: what is too long, and whoever may not add to the case, is
 *  refused with the body unread. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { notFound, Refused } from '../domain/errors.js';
import type { ActingRequest } from '../http/acting-request.js';
import { isUuid } from '../http/fields.js';
import { AttachmentsService } from './attachments.service.js';
import { MOST_BYTES, MOST_FILES, MOST_OF_A_CALL } from './limits.js';

function callTooLarge(): Refused {
  return new Refused(
    413,
    'attachment.callTooLarge',
    `一次最多上传 ${MOST_FILES} 个文件、共 ${(MOST_BYTES * MOST_FILES) / 2 ** 20} MB`,
    `One call takes at most ${MOST_FILES} files, ${(MOST_BYTES * MOST_FILES) / 2 ** 20} MB together`,
    { mostBytes: MOST_BYTES * MOST_FILES },
  );
}

@Injectable()
export class TakesFiles implements CanActivate {
  constructor(private readonly attachments: AttachmentsService) {}

  /** True, or refuses as AttachmentsService.admit does, and 413 for more than all files of a call may have together. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, headers, params } = context.switchToHttp().getRequest<ActingRequest>();
    if (Number(headers['content-length'] ?? 0) > MOST_OF_A_CALL) throw callTooLarge();
    const caseId = String(params['id']);
    if (actor === undefined || !isUuid(caseId)) throw notFound('case', '事项', caseId.slice(0, 60));
    await this.attachments.admit(actor, caseId.toLowerCase());
    return true;
  }
}
