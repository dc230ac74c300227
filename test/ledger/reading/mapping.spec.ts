/** Mappings and headers. */
import { headerKeyWithoutNote } from '../../../src/ledger/reading/header-words.js';
import { recogniseHeaders } from '../../../src/ledger/reading/headers.js';
import { parseMapping } from '../../../src/ledger/reading/mapping.js';

const OFFICE =
  '序号 问题来源 问题类别 问题描述 整改措施 责任单位 责任领导 责任人 整改时限 完成时间 是否销号 备注'.split(' ');

describe('recognising headers', () => {
  test('knows the columns of an office ledger', () => {
    expect(recogniseHeaders(OFFICE)).toEqual({
      columns: {
        serial: ['序号'],
        source: ['问题来源'],
        categoryName: ['问题类别'],
        description: ['问题描述'],
        measure: ['整改措施'],
        unitName: ['责任单位'],
        leaderName: ['责任领导'],
        handlerName: ['责任人'],
        dueOn: ['整改时限'],
        closedOn: ['完成时间'],
        isClosed: ['是否销号'],
        remark: ['备注'],
      },
      unknown: [],
      missing: [],
    });
  });

  test('knows the columns of the mailbox file', () => {
    const headers = ['mail_id', 'title', 'query', 'query_date', 'reply', 'reply_date', 'reply_agency'];
    expect(recogniseHeaders(headers)).toEqual({
      columns: {
        externalId: ['mail_id'],
        title: ['title'],
        description: ['query'],
        raisedOn: ['query_date'],
        measure: ['reply'],
        closedOn: ['reply_date'],
        unitName: ['reply_agency'],
      },
      unknown: [],
      missing: [],
    });
  });

  test('knows English headers in any case and spacing', () => {
    const { columns, missing } = recogniseHeaders([
      'No.',
      'Description',
      'Lead Unit',
      'DUE DATE',
      'closed_on',
      'Remarks',
    ]);
    expect(missing).toEqual([]);
    expect(Object.keys(columns).sort()).toEqual(['closedOn', 'description', 'dueOn', 'remark', 'serial', 'unitName']);
  });

  test('overlooks notes in brackets, stars, blanks and width', () => {
    const { columns } = recogniseHeaders(['*问题 描述', '整改时限（年/月/日）', '是否销号(是/否）', '责任单位：']);
    expect(Object.keys(columns).sort()).toEqual(['description', 'dueOn', 'isClosed', 'unitName']);
    expect(headerKeyWithoutNote('整改时限（年/月/日）')).toBe('整改时限');
  });

  test('takes the surer of two columns for a name, and both for a text', () => {
    const { columns, unknown } = recogniseHeaders(['单位', '责任单位', '整改措施', '整改情况', '问题描述']);
    expect(columns.unitName).toEqual(['责任单位']);
    expect(columns.measure).toEqual(['整改措施', '整改情况']);
    expect(unknown).toEqual(['单位']);
  });

  test('says what is missing', () => {
    expect(recogniseHeaders(['序号', '责任单位']).missing).toEqual(['description']);
    const mapping = parseMapping({ columns: { description: 'Text', title: '不存在' } });
    expect(recogniseHeaders(['序号', 'text'], mapping)).toMatchObject({
      columns: { description: ['text'] },
      missing: ['不存在'],
    });
  });

  test('follows the mapping before the usual words, also in leaving a field out', () => {
    const mapping = parseMapping({ columns: { externalId: '序号', description: ['备注', '问题描述'], measure: [] } });
    const { columns, unknown } = recogniseHeaders(['序号', '问题描述', '整改措施', '备注'], mapping);
    expect(columns.externalId).toEqual(['序号']);
    expect(columns.description).toEqual(['备注', '问题描述']);
    expect(columns.serial).toBeUndefined();
    expect(unknown).toEqual(['整改措施']);
  });
});

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
