/** Wires evidence. */
import { Module } from '@nestjs/common';
import { AttachmentStore } from '../store/attachment.store.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';

@Module({ controllers: [AttachmentsController], providers: [AttachmentsService, AttachmentStore] })
export class AttachmentsModule {}
