/** Tells machines whether the service lives, whether it can serve, and how it is doing. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Machines, Public } from '../http/access.js';
import { OneOf } from '../http/fields.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { Metrics } from './metrics.js';

export class Health {
  @OneOf(['ok']) status: 'ok';
}

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly referenceData: ReferenceDataStore,
    private readonly metrics: Metrics,
  ) {}

  @Get('api/health/live')
  @ApiOperation({ summary: 'Tells that the process answers' })
  @Public()
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('api/health/ready')
  @ApiOperation({ summary: 'Tells that the database answers too; 503 otherwise' })
  @Public()
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    await this.referenceData.refresh();
    return { status: 'ok' };
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Gives the metrics, in the text format of Prometheus' })
  @Machines()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ type: String })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
