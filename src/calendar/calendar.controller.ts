/** The working-day calendar, year by year. */
import { Body, Controller, Get, Injectable, Param, Patch, type PipeTransform, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { malformed } from '../domain/errors.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { CalendarYearView, DayEdits, LoadedYear } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

@Injectable()
class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^\d{4}$/.test(value) || value === '0000') throw malformed('年份应为四位数字', 'A year has four digits');
    return Number(value);
  }
}

const HOLIDAY_CN = {
  type: 'object',
  required: ['year', 'days'],
  properties: {
    year: { type: 'integer', example: 2027 },
    papers: { type: 'array', items: { type: 'string' } },
    days: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'date', 'isOffDay'],
        properties: {
          name: { type: 'string', example: '元旦' },
          date: { type: 'string', format: 'date' },
          isOffDay: { type: 'boolean' },
        },
      },
    },
  },
};

@ApiTags('calendar')
@ApiParam({ name: 'year', schema: { type: 'integer', minimum: 1, maximum: 9999 } })
@Controller('api/calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get(':year')
  @ApiOperation({ summary: 'Shows a year of the working-day calendar' })
  @Allow('signedIn')
  @ApiOkResponse({ type: CalendarYearView })
  year(@Param('year', YearPipe) year: number): Promise<CalendarYearView> {
    return this.calendar.year(year);
  }

  @Put(':year')
  @ApiOperation({ summary: 'Loads a year as published by holiday-cn; due days that reach into it are looked at again' })
  @Refuses(422)
  @Allow('administrator')
  @ApiBody({ schema: HOLIDAY_CN as object, description: 'A year as published by holiday-cn' })
  @ApiOkResponse({ type: LoadedYear })
  load(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Body() file: object): Promise<LoadedYear> {
    return this.calendar.load(actor, year, file);
  }

  @Patch(':year')
  @ApiOperation({
    summary: 'Changes single days of a year that are still to come; due days that reach into it are looked at again',
  })
  @Refuses(422)
  @Allow('administrator')
  @ApiOkResponse({ type: LoadedYear })
  edit(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { days }: DayEdits,
  ): Promise<LoadedYear> {
    return this.calendar.edit(actor, year, days);
  }
}
