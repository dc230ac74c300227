/** Mappings. */
import { parseMapping } from '../../../src/ledger/reading/mapping.js';

describe('a mapping', () => {
  test('is taken as JSON or as an object', () => {
    const mapping = {
      columns: { title: 'case_title' },
      zone: 'America/New_York',
      headerRow: 2,
      closedValues: ['Closed'],
    };
    expect(parseMapping(JSON.stringify(mapping))).toEqual({ ...mapping, columns: { title: ['case_title'] } });
    expect(parseMapping({})).toEqual({ columns: {} });
  });

  test.each([
    ['{', 'mapping'],
    [[], 'mapping'],
    [null, 'mapping'],
    [{ colums: {} }, 'colums'],
    [{ columns: [] }, 'columns'],
    [{ columns: { leadUnit: 'x' } }, 'columns'],
    [{ columns: { title: 7 } }, 'columns.title'],
    [{ columns: { title: ['a', ''] } }, 'columns.title[1]'],
    [{ zone: 'Mars/Olympus' }, 'zone'],
    [{ dateFormat: 'YDM' }, 'dateFormat'],
    [{ headerRow: 0 }, 'headerRow'],
    [{ sheet: 3 }, 'sheet'],
    [{ closedValues: '是' }, 'closedValues'],
    [{ repeatedIds: 'drop' }, 'repeatedIds'],
    [{ constants: { source: 'rumour' } }, 'constants.source'],
    [{ constants: { rank: 'x' } }, 'constants'],
  ])('that is wrong is refused by the name of its field: %j', (json, field) => {
    expect(() => parseMapping(json)).toThrow(
      expect.objectContaining({
        status: 400,
        code: 'request.malformed',
        details: { field },
        message: expect.stringContaining(field),
        messageZh: expect.stringContaining(field),
      }),
    );
  });
});
