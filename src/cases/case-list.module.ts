/** Wires the list of cases. */
import { Module } from '@nestjs/common';
import { CaseListController } from './case-list.controller.js';
import { CaseListService } from './case-list.service.js';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { CasesModule } from './cases.module.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsService } from './saved-views.service.js';
import { FindByTelephoneController } from './find-by-telephone.controller.js';
import { FindByTelephoneService } from './find-by-telephone.service.js';

@Module({
  imports: [CasesModule, AccessLogModule],
  controllers: [CaseListController, FindByTelephoneController, SavedViewsController],
  providers: [CaseListService, FindByTelephoneService, SavedViewsService],
  exports: [CaseListService],
})
export class CaseListModule {}
