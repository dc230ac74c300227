/** Tells which closed cases of a unit are like one: learning from one 举一反三. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { visibleUnits } from '../domain/visibility.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { IdPipe } from '../http/validation.js';
import { AlikeStore } from '../store/lists/alike.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { AlikeQuery, AlikeShown } from './alike.dto.js';
import { CasesService } from './cases.service.js';

const OFFERED = 3;

@ApiTags('cases')
@Controller('api')
export class AlikeController {
  constructor(
    private readonly cases: CasesService,
    private readonly alike: AlikeStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  @Get('cases/:id/alike')
  @ApiOperation({
    summary: 'Tells the closed cases of a unit that are like this one, with the lasting measure promised then',
    description: 'At most three, the most alike first, of those that this person may see.',
  })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: [AlikeShown] })
  async of(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('case', '事项')) id: string,
    @Query() { unitId }: AlikeQuery,
  ): Promise<AlikeShown[]> {
    const state = await this.cases.visible(actor, id);
    const { units } = this.referenceData.current();
    const unit = unitId?.toLowerCase() ?? state.context.leadUnitId;
    if (unit === null) return [];
    const visible = visibleUnits(actor, units);
    return this.alike.closed({ caseId: id, unitIds: units.subtree(unit), visible, limit: OFFERED });
  }
}
