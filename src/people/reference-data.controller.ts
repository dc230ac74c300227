/** Reads reference data for everybody, and lets administrators change it. */
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import {
  CategoryPatch,
  CategoryView,
  NewCategory,
  NewUnit,
  UnitPatch,
  UnitView,
  WorkflowLine,
  WorkflowView,
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
  addCategory(@Body() category: NewCategory): Promise<CategoryView> {
    return this.referenceData.addCategory(category);
  }

  @Patch('categories/:id')
  @ApiOperation({ summary: 'Changes a category' })
  @Refuses(409, 422)
  @Allow('administrator')
  @ApiOkResponse({ type: CategoryView })
  changeCategory(@Param('id', CATEGORY) id: string, @Body() change: CategoryPatch): Promise<CategoryView> {
    return this.referenceData.changeCategory(id, change);
  }

  @Get('workflows')
  @ApiOperation({ summary: 'Lists the workflows in all their versions' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [WorkflowLine] })
  workflows(): WorkflowLine[] {
    return this.referenceData.workflows();
  }

  @Get('workflows/:name/:version')
  @ApiOperation({ summary: 'Shows one version of a workflow with labels and policy' })
  @Refuses(422)
  @Allow('signedIn')
  @ApiOkResponse({ type: WorkflowView })
  workflow(@Param('name') name: string, @Param('version') version: string): WorkflowView {
    return this.referenceData.workflow(name, version);
  }
}
