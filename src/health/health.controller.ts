/** Tells machines whether the service lives, whether it can serve, and how it is doing. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Machines, Public } from '../http/access.js';
import { OneOf } from '../http/fields.js';
import { RELEASE } from '../release.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

export class Health {
  @OneOf(['ok']) status: 'ok';
  @ApiProperty({ description: 'The release that runs', example: '0.1.0' }) version: string;
}

/** What a process that answers says. */
export const HEALTHY: Health = { status: 'ok', version: RELEASE };

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
    return HEALTHY;
  }

  @Get('api/health/ready')
  @ApiOperation({ summary: 'Tells that the database takes writes; otherwise 503 within two seconds, with the reason' })
  @Public()
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    await this.readiness.require();
    return HEALTHY;
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
