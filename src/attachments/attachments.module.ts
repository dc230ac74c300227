/** Wires evidence. */
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { CONFIG, type Config } from '../config.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { Incoming } from './incoming.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ dest: new Incoming(config).folder }),
    }),
  ],
  controllers: [AttachmentsController, UploadsController],
  providers: [AttachmentsService, UploadsService, Incoming],
})
export class AttachmentsModule {}
