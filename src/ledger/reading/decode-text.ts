/** Bytes of a CSV file to text: UTF-8, UTF-16 with a mark, else GB18030; never a guess that garbles silently. */
import { undecodable } from './file-refusals.js';

export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** The text without its byte order mark, and the encoding it was found in. Strict UTF-8 first; GB18030 (which contains GBK and
 *  GB2312) only when the bytes are no UTF-8 and do not look like UTF-8 with a few broken bytes. Refuses everything else. */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: strict(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: strict(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: notBinary(utf8), encoding: 'utf-8' };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw brokenUtf8(bytes);
  if (isMostlyUtf8(bytes)) throw brokenUtf8(bytes);
  return { text: notBinary(strict(bytes, 'gb18030')), encoding: 'gb18030' };
}

function attempt(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function strict(bytes: Buffer, encoding: string): string {
  const text = attempt(bytes, encoding);
  if (text === undefined) throw undecodable(`not valid ${encoding}`, `不是有效的 ${encoding} 文本`);
  return text;
}

/** Chinese UTF-8 has no U+FFFD of its own, so a handful of them among many well-formed characters is damage, not GB18030. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let wellFormed = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7ff) wellFormed++;
  }
  return wellFormed > broken * 10;
}

function brokenUtf8(bytes: Buffer) {
  const good = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  const line = good.split('\n').length;
  return undecodable(
    `UTF-8 with damaged bytes, first on line ${line}`,
    `UTF-8 文本中有损坏的字节，首处在第 ${line} 行`,
  );
}

/** Text has next to no NULs; one in a thousand means UTF-16 without a mark, or no text at all. */
function notBinary(text: string): string {
  let nuls = 0;
  for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) nuls++;
  if (nuls * 1000 > text.length) throw undecodable('it holds binary data', '含有二进制内容');
  return text;
}
