/** Looks the case up before anything of an upload is read: whoever may not add to it is refused with the body unread. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { notFound } from '../domain/errors.js';
import type { ActingRequest } from '../http/acting-request.js';
import { isUuid } from '../http/fields.js';
import { AttachmentsService } from './attachments.service.js';

@Injectable()
export class TakesFiles implements CanActivate {
  constructor(private readonly attachments: AttachmentsService) {}

  /** True, or refuses as AttachmentsService.admit does. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, params } = context.switchToHttp().getRequest<ActingRequest>();
    const caseId = String(params['id']);
    if (actor === undefined || !isUuid(caseId)) throw notFound('case', '事项', caseId.slice(0, 60));
    await this.attachments.admit(actor, caseId.toLowerCase());
    return true;
  }
}
