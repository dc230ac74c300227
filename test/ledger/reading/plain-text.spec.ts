/** Text of cells, kept as text. */
import { lineText, plainText } from '../../../src/ledger/reading/plain-text.js';

describe('text of a cell', () => {
  test('turns HTML into text with its line ends', () => {
    expect(plainText('<p>您好：</p><div style="a>b">路灯<b>不亮</b><br/>请修</div>')).toBe('您好：\n\n路灯不亮\n请修');
  });

  test('leaves titles in angle brackets and sums alone', () => {
    const text = '根据<陕西省住宅专项维修资金管理办法>，<<资格证书>>，a<b 且 b>c，x <3';
    expect(plainText(text)).toBe(text);
  });

  test('drops scripts, styles and comments with what they hold', () => {
    expect(plainText('前<script>alert("x")</script><STYLE>p{}</STYLE><!-- 注 -->后')).toBe('前后');
    expect(plainText('<script>没有结尾')).toBe('没有结尾');
  });

  test('decodes entities once', () => {
    expect(plainText('A&amp;B&nbsp;&lt;b&gt;&#20013;&#x56fd;&amp;lt;')).toBe('A&B <b>中国&lt;');
    expect(plainText('a=1&taskid=2&150&unknown;&#xD800;&#99999999;')).toBe(
      'a=1&taskid=2&150&unknown;&#xD800;&#99999999;',
    );
  });

  test('strips control characters and direction marks, keeps lines', () => {
    expect(plainText('a\u0000b\u0007\u200b\u202ec\r\nd\re\t f')).toBe('abc\nd\ne f');
    expect(lineText(' 责任\n单位\u0001\u3000名 ')).toBe('责任 单位 名');
  });

  test('replaces half a character by the mark for it and keeps whole ones', () => {
    expect(plainText('𠮷a\ud83d')).toBe('𠮷a\ufffd');
  });

  test('copes with text made to be slow', () => {
    for (const text of ['<script '.repeat(4000), '<!--'.repeat(8000), '<a "'.repeat(8000), `<p ${'x'.repeat(32000)}`]) {
      expect(plainText(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});
