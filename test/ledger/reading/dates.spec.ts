/** Dates as they stand in ledgers. */
import { readDate, parseDay } from '../../../src/ledger/reading/dates.js';
import { serialMoment } from '../../../src/ledger/reading/excel-serial.js';

const refused = { problem: expect.objectContaining({ code: 'ledger.row.badDate' }) };

describe('days', () => {
  test.each([
    '2024-3-5',
    '2024-03-05',
    '2024/3/5',
    '2024.3.5',
    '2024．3．5',
    '2024年3月5日',
    '2024 年 3 月 5 日',
    '２０２４年３月５日',
    '2024年03月05号',
    '20240305',
    '2024-03-05 12:30',
    '2024-03-05T12:30:59',
    '2024/3/5 9:05:00',
    '2024年3月5日 12时30分',
    '2024年3月5日12:30',
    '2024年3月5日前',
    ' 2024-3-5 ',
  ])('reads %s', (text) => {
    expect(parseDay(text)).toBe('2024-03-05');
  });

  test.each([45356, 20240305, { day: '2024-03-05' }, { day: '2024-03-05', time: '12:30:00' }])(
    'reads the cell %j',
    (value) => {
      expect(parseDay(value)).toBe('2024-03-05');
    },
  );

  test.each(['', '  ', '-', '—', '/', '无', '暂无', 'N/A'])('takes “%s” for no date', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each([
    '2024年3月',
    '2024年3月底',
    '2024-3',
    '3月5日',
    '2月30日',
    '2024年2月30日',
    '2023-02-29',
    '2024-13-01',
    '20241301',
    '1989-12-31',
    '2101-01-01',
    '2024-3/5',
    '2024年3-5',
    '03/05/2024',
    '2024-03-05 25:00',
    '2024-03-05 12:00+99:99',
    '尽快',
    '45356天',
  ])('refuses %s', (text) => {
    expect(parseDay(text)).toEqual(refused);
  });

  test.each([true, 3, 20241301, { error: '#N/A' }, { day: '1970-01-01' }])('refuses the cell %j', (value) => {
    expect(parseDay(value)).toEqual(refused);
  });

  test('says in both languages what is wrong with a date', () => {
    const read = parseDay('2024年2月30日');
    expect(read).toEqual({
      problem: {
        code: 'ledger.row.badDate',
        message: '“2024年2月30日”: no such day',
        messageZh: '“2024年2月30日”没有这一天',
      },
    });
  });

  test('reads month and day in the order the mapping says', () => {
    expect(readDate('3/5/2024', { dateFormat: 'MDY' })).toEqual({ day: '2024-03-05' });
    expect(readDate('3/5/2024', { dateFormat: 'DMY' })).toEqual({ day: '2024-05-03' });
    expect(readDate('13/5/2024', { dateFormat: 'MDY' })).toEqual(refused);
  });
});

describe('instants', () => {
  const zone = 'America/New_York';

  test('takes a time in the zone of the mapping', () => {
    expect(readDate('2022-01-21 13:47:00', { zone })).toEqual({ day: '2022-01-21', instant: '2022-01-21T18:47:00Z' });
    expect(readDate('2022-07-21 13:47:00', { zone })).toEqual({ day: '2022-07-21', instant: '2022-07-21T17:47:00Z' });
    expect(readDate({ day: '2022-01-21', time: '13:47:00' }, { zone: 'Asia/Shanghai' })).toEqual({
      day: '2022-01-21',
      instant: '2022-01-21T05:47:00Z',
    });
  });

  test('takes halves of the day', () => {
    const how = { zone, dateFormat: 'MDY' as const };
    expect(readDate('01/21/2022 1:47:00 PM', how)).toEqual({ day: '2022-01-21', instant: '2022-01-21T18:47:00Z' });
    expect(readDate('01/21/2022 12:10 AM', how)).toEqual({ day: '2022-01-21', instant: '2022-01-21T05:10:00Z' });
  });

  test('takes an offset in the text before the zone', () => {
    expect(readDate('2022-01-21T13:47:00Z', { zone })).toEqual({ day: '2022-01-21', instant: '2022-01-21T13:47:00Z' });
    expect(readDate('2022-01-21 13:47:00+08:00')).toEqual({ day: '2022-01-21', instant: '2022-01-21T05:47:00Z' });
  });

  test('gives only the day where the zone is unknown, or where there is no more than a midnight', () => {
    expect(readDate('2022-01-21 13:47:00')).toEqual({ day: '2022-01-21' });
    expect(readDate('2022-01-21 00:00:00', { zone })).toEqual({ day: '2022-01-21' });
  });
});

describe('serials of Excel', () => {
  test('counts from 1900 with the day that never was, or from 1904', () => {
    expect(serialMoment(1, false)).toEqual({ day: '1900-01-01' });
    expect(serialMoment(59, false)).toEqual({ day: '1900-02-28' });
    expect(serialMoment(61, false)).toEqual({ day: '1900-03-01' });
    expect(serialMoment(45356, false)).toEqual({ day: '2024-03-05' });
    expect(serialMoment(45356 - 1462, true)).toEqual({ day: '2024-03-05' });
  });

  test('reads the fraction as wall time to the second', () => {
    expect(serialMoment(45356.520833333336, false)).toEqual({ day: '2024-03-05', time: '12:30:00' });
    expect(serialMoment(45356.9999999, false)).toEqual({ day: '2024-03-06' });
  });

  test('knows no day outside 1900 to 9999', () => {
    expect(serialMoment(-1, false)).toBeUndefined();
    expect(serialMoment(2958466, false)).toBeUndefined();
    expect(serialMoment(Number.NaN, false)).toBeUndefined();
  });
});
