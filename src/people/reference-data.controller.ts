/** Reads reference data for everybody, and lets administrators change it. */
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import {
  CategoryPatch,
  CategoryView,
  DaysSetView,
  NewCategory,
  NewUnit,
  UnitPatch,
  UnitView,
} from './reference-data.dto.js';
import { ReferenceDataService } from './reference-data.service.js';

const UNIT = new IdPipe('unit', '单位');
const CATEGORY = new IdPipe('category', '问题类别');

@ApiTags('reference')
@Controller('api')
export class ReferenceDataController {
  constructor(private readonly referenceData: ReferenceDataService) {}

  @Get('units')
  @ApiOperation({ summary: 'Lists the units' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [UnitView] })
  units(): Promise<UnitView[]> {
    return this.referenceData.units();
  }

  @Post('units')
  @ApiOperation({ summary: 'Adds a unit' })
  @Refuses(404, 409, 422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: UnitView })
  addUnit(@Body() unit: NewUnit): Promise<UnitView> {
    return this.referenceData.addUnit(unit);
  }

  @Patch('units/:id')
  @ApiOperation({ summary: 'Changes a unit' })
  @Refuses(409, 422)
  @Allow('administrator')
  @ApiOkResponse({ type: UnitView })
  changeUnit(@Param('id', UNIT) id: string, @Body() change: UnitPatch): Promise<UnitView> {
    return this.referenceData.changeUnit(id, change);
  }

  @Get('categories')
  @ApiOperation({ summary: 'Lists the categories of issues' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [CategoryView] })
  categories(): Promise<CategoryView[]> {
    return this.referenceData.categories();
  }

  @Post('categories')
  @ApiOperation({ summary: 'Adds a category' })
  @Refuses(404, 409, 422)
  @Allow('administrator')
  @ApiCreatedResponse({ type: CategoryView })
  addCategory(@CurrentActor() actor: Actor, @Body() category: NewCategory): Promise<CategoryView> {
    return this.referenceData.addCategory(actor, category);
  }

  @Patch('categories/:id')
  @ApiOperation({ summary: 'Changes a category' })
  @Refuses(409, 422)
  @Allow('administrator')
  @ApiOkResponse({ type: CategoryView })
  changeCategory(
    @CurrentActor() actor: Actor,
    @Param('id', CATEGORY) id: string,
    @Body() change: CategoryPatch,
  ): Promise<CategoryView> {
    return this.referenceData.changeCategory(actor, id, change);
  }

  @Get('categories/:id/days')
  @ApiOperation({ summary: 'Says who set the working days of a category when' })
  @Allow('administrator', 'auditor')
  @ApiOkResponse({ type: [DaysSetView] })
  daysSet(@Param('id', CATEGORY) id: string): Promise<DaysSetView[]> {
    return this.referenceData.daysSet(id);
  }
}
