/** Tells machines whether the service lives, whether it can serve, and how it is doing. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Machines, Public } from '../http/access.js';
import { OneOf } from '../http/fields.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

export class Health {
  @OneOf(['ok']) status: 'ok';
}

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
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
  @ApiOperation({ summary: 'Tells that the database takes writes; otherwise 503 within two seconds, with the reason' })
  @Public()
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    await this.readiness.require();
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
