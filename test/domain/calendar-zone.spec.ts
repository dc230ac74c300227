/** Office time: days and hours in zones with and without summer time, whatever zone the process itself runs in. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import fc from 'fast-check';
import { Calendar } from '../../src/domain/calendar.js';
import { addDays } from '../../src/domain/day.js';
import { calendarYearsFromChineseDays } from '../../src/store/reference-data/chinese-days.js';

const HOUR = 3_600_000;
const years = calendarYearsFromChineseDays();
const inZone = (zone: string): Calendar => new Calendar(years, zone);
const shanghai = inZone('Asia/Shanghai');
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Europe/London', 'Pacific/Apia', 'UTC'];
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('the office’s day', () => {
  it('begins at midnight in Shanghai', () => {
    expect(shanghai.startOf('2026-03-02')).toBe(Date.parse('2026-03-02T00:00:00+08:00'));
    expect(shanghai.dayOf(Date.parse('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(shanghai.dayOf(Date.parse('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
    expect(shanghai.at('2026-03-02', 17, 30)).toBe(Date.parse('2026-03-02T17:30:00+08:00'));
  });

  it('has 23 and 25 hours where New York changes its clocks', () => {
    const newYork = inZone('America/New_York');
    expect(newYork.startOf('2026-03-09') - newYork.startOf('2026-03-08')).toBe(23 * HOUR);
    expect(newYork.startOf('2026-11-02') - newYork.startOf('2026-11-01')).toBe(25 * HOUR);
    expect(newYork.at('2026-03-08', 1)).toBe(Date.parse('2026-03-08T01:00:00-05:00'));
    expect(newYork.at('2026-03-08', 2, 30)).toBe(Date.parse('2026-03-08T03:30:00-04:00'));
    expect(newYork.at('2026-03-08', 3, 30)).toBe(Date.parse('2026-03-08T03:30:00-04:00'));
    expect(newYork.at('2026-03-08', 9)).toBe(Date.parse('2026-03-08T09:00:00-04:00'));
    expect(newYork.at('2026-11-01', 1, 30)).toBe(Date.parse('2026-11-01T01:30:00-04:00'));
    expect(newYork.at('2026-11-01', 2)).toBe(Date.parse('2026-11-01T02:00:00-05:00'));
    expect(newYork.at('2026-11-01', 9)).toBe(Date.parse('2026-11-01T09:00:00-05:00'));
    expect(newYork.dayOf(Date.parse('2026-11-02T04:59:59Z'))).toBe('2026-11-01');
  });

  it('starts a quarter of an hour off the others in Kathmandu', () => {
    const kathmandu = inZone('Asia/Kathmandu');
    expect(kathmandu.startOf('2026-03-02')).toBe(Date.parse('2026-03-01T18:15:00Z'));
    expect(kathmandu.dayOf(Date.parse('2026-03-01T18:14:59Z'))).toBe('2026-03-01');
  });

  it('starts at half past midnight in the Toronto of 1919, whose clocks jumped an hour at half past eleven', () => {
    const toronto = inZone('America/Toronto');
    expect(toronto.startOf('1919-03-31')).toBe(Date.parse('1919-03-31T00:30:00-04:00'));
    expect(toronto.at('1919-03-31', 0, 15)).toBe(Date.parse('1919-03-31T01:15:00-04:00'));
  });

  it('follows the summer time China had in 1990, a midnight jumped over in Beirut, and a day skipped in Apia', () => {
    expect(shanghai.startOf('1990-07-01')).toBe(Date.parse('1990-07-01T00:00:00+09:00'));
    const beirut = inZone('Asia/Beirut');
    expect(beirut.startOf('2026-03-29')).toBe(Date.parse('2026-03-29T01:00:00+03:00'));
    expect(beirut.dayOf(beirut.startOf('2026-03-29') - 1)).toBe('2026-03-28');
    const apia = inZone('Pacific/Apia');
    expect(apia.dayOf(Date.parse('2011-12-30T09:59:59Z'))).toBe('2011-12-29');
    expect(apia.dayOf(Date.parse('2011-12-30T10:00:00Z'))).toBe('2011-12-31');
  });

  it.each(ZONES)('is the one the platform’s own formatter names in %s', (zone) => {
    const calendar = inZone(zone);
    const format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const day = calendar.dayOf(instant);
        expect(format.format(instant).slice(0, 10)).toBe(day);
        expect(calendar.startOf(day)).toBeLessThanOrEqual(instant);
        expect(calendar.startOf(addDays(day, 1))).toBeGreaterThan(instant);
        expect(format.format(calendar.at(day, 9))).toBe(`${day}, 09:00`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('delivery', () => {
  const at = (text: string): number => Date.parse(`${text}+08:00`);
  it.each([
    ['before the office opens', '2026-03-02T03:00:00', '2026-03-02T09:00:00'],
    ['as it opens', '2026-03-02T09:00:00', '2026-03-02T09:00:00'],
    ['in working hours', '2026-03-02T12:34:56.789', '2026-03-02T12:34:56.789'],
    ['in the last minute', '2026-03-02T17:29:59.999', '2026-03-02T17:29:59.999'],
    ['as it closes', '2026-03-02T17:30:00', '2026-03-03T09:00:00'],
    ['on a Friday night', '2026-03-06T23:59:59', '2026-03-09T09:00:00'],
    ['on a make-up Saturday', '2026-02-14T10:00:00', '2026-02-14T10:00:00'],
    ['after a make-up Saturday, into the festival', '2026-02-14T20:00:00', '2026-02-24T09:00:00'],
    ['at noon of a holiday', '2026-10-01T12:00:00', '2026-10-08T09:00:00'],
  ])('what is ready %s (%s) goes out at %s', (_when, ready, out) => {
    expect(new Date(shanghai.nextDelivery(at(ready))).toISOString()).toBe(new Date(at(out)).toISOString());
  });

  it('goes out on the morning of the first working day after a due day', () => {
    expect(shanghai.nextMorning('2026-09-30')).toBe(at('2026-10-08T09:00:00'));
    expect(shanghai.nextMorning('2026-10-03')).toBe(at('2026-10-08T09:00:00'));
    expect(shanghai.nextMorning('2026-03-02')).toBe(at('2026-03-03T09:00:00'));
  });

  it.each(ZONES)('is never early, never out of hours, and settled once given, in %s', (zone) => {
    const calendar = inZone(zone);
    fc.assert(
      fc.property(instants, (instant) => {
        const delivery = calendar.nextDelivery(instant);
        const day = calendar.dayOf(delivery);
        expect(delivery).toBeGreaterThanOrEqual(instant);
        expect(calendar.nextDelivery(delivery)).toBe(delivery);
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(delivery).toBeGreaterThanOrEqual(calendar.at(day, 9));
        expect(delivery).toBeLessThan(calendar.at(day, 17, 30));
        if (delivery > instant) expect(delivery).toBe(calendar.at(day, 9));
      }),
    );
  });
});

describe('the zone of the process', () => {
  /** Run here and, as text, in child processes: must use nothing but its arguments. */
  const answers = (make: (zone: string) => Calendar, zones: string[]): unknown[] =>
    zones.flatMap((zone) => {
      const calendar = make(zone);
      return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => {
        const instant = Date.UTC(2026, month, month * 2 + 1, month * 2, 30);
        const day = calendar.dayOf(instant);
        return [
          zone,
          day,
          calendar.startOf(day),
          calendar.at(day, 9),
          calendar.nextDelivery(instant),
          calendar.dueDay(day, 15),
        ];
      });
    });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC', 'Asia/Shanghai'])(
    'changes nothing: %s',
    (processZone) => {
      const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
      try {
        for (const name of ['errors', 'day', 'calendar-ranks', 'office-clock', 'calendar']) {
          const source = readFileSync(resolve(__dirname, `../../src/domain/${name}.ts`), 'utf8');
          const compiled = transformSync(source, {
            swcrc: false,
            jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
            module: { type: 'commonjs' },
          });
          writeFileSync(join(folder, `${name}.js`), compiled.code);
        }
        writeFileSync(
          join(folder, 'ask.js'),
          `const { Calendar } = require('./calendar.js');
         const { years, zones } = JSON.parse(process.argv[2]);
         const answers = ${answers.toString()};
         const here = new Date(2026, 6, 1).getTimezoneOffset();
         console.log(JSON.stringify({ here, said: answers((zone) => new Calendar(years, zone), zones) }));`,
        );
        const recent = years.filter(({ year }) => year >= 2025);
        const output = execFileSync(
          process.execPath,
          ['--no-warnings', 'ask.js', JSON.stringify({ years: recent, zones: ZONES })],
          {
            cwd: folder,
            encoding: 'utf8',
            env: { ...process.env, TZ: processZone, NODE_PATH: resolve(__dirname, '../../node_modules') },
          },
        );
        const { here, said } = JSON.parse(output) as { here: number; said: unknown };
        const offsets: Record<string, number> = {
          'America/Los_Angeles': 420,
          'Pacific/Kiritimati': -840,
          UTC: 0,
          'Asia/Shanghai': -480,
        };
        expect(here).toBe(offsets[processZone]);
        expect(said).toEqual(answers(inZone, ZONES));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
