/** The encodings offices save CSV in. */
import { decodeText } from '../../../src/ledger/reading/decode-text.js';
import { gb18030 } from '../../support/workbook.js';

const TEXT = '序号,问题描述\n1,路灯不亮';

describe('decoding the text of a ledger', () => {
  test('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(Buffer.from(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8' });
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`))).toEqual({ text: TEXT, encoding: 'utf-8' });
  });

  test('reads GB18030, which is what Excel in China saves', () => {
    expect(decodeText(gb18030(TEXT))).toEqual({ text: TEXT, encoding: 'gb18030' });
  });

  test('reads the four-byte characters of GB18030 among others', () => {
    const bytes = Buffer.concat([gb18030('张'), Buffer.from([0x95, 0x32, 0x82, 0x36]), gb18030('反映路灯')]);
    expect(decodeText(bytes).text).toBe('张𠀀反映路灯');
  });

  test('reads UTF-16 in both orders by its mark', () => {
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    expect(decodeText(little)).toEqual({ text: TEXT, encoding: 'utf-16le' });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text: TEXT, encoding: 'utf-16be' });
  });

  test('refuses damaged UTF-8 with its line rather than reading it as GB18030', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${TEXT}${'问题描述'.repeat(20)}\n2,`),
      Buffer.from([0xff]),
      Buffer.from('好'),
    ]);
    expect(() => decodeText(bytes)).toThrow(
      expect.objectContaining({ code: 'ledger.file.undecodable', message: expect.stringContaining('line 3') }),
    );
    const marked = Buffer.concat([Buffer.from('\ufeff好'), Buffer.from([0xff])]);
    expect(() => decodeText(marked)).toThrow(expect.objectContaining({ code: 'ledger.file.undecodable' }));
  });

  test('refuses bytes that are no text', () => {
    const bytes = Buffer.from([0xff, 0xff, 0x80, 0x80, 0x00, 0x01]);
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'ledger.file.undecodable' }));
    const utf16WithoutMark = Buffer.from('id,title\n1,lamp', 'utf16le');
    expect(() => decodeText(utf16WithoutMark)).toThrow(expect.objectContaining({ code: 'ledger.file.undecodable' }));
  });
});
