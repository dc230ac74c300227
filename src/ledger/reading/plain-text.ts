/** Cell text made safe to keep: no control characters, no markup, and nothing lost that a person wrote. */

/** Control characters but tab and line ends, byte order marks, and the marks that turn the direction of writing. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069]/g;

/** Tags of HTML that mailboxes and editors leave behind; only these are taken for markup, and only with attributes that have
 *  values, so <陕西省…办法> and a<b and b>c stay. */
const TAG =
  /<(\/?)(p|br|div|span|a|b|i|u|s|em|strong|font|img|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|hr|pre|blockquote|center|small|sub|sup|o:p|st1:[a-z]+|html|head|body|title|meta|link|script|style|iframe|object|embed|form|input|button|svg|video|audio)(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s<>"']+)|\s+nowrap)*\s*\/?>/gi;

/** What opens a stretch that is no text at all. */
const NO_TEXT = /<!--|<(script|style|iframe|object|svg)(?=[\s>/])/gi;
const LINE_MAKERS = /^(p|br|div|li|tr|h[1-6]|hr|pre|blockquote|table|ul|ol)$/i;

const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  emsp: ' ',
  ensp: ' ',
  copy: '©',
  deg: '°',
  yen: '¥',
};

/** One line of text: control characters stripped, every run of blanks one blank. */
export function lineText(text: string): string {
  const seen = strippedOfControls(text);
  return /\s/.test(seen) ? seen.replace(/\s+/g, ' ').trim() : seen;
}

/** Text of several lines: control characters stripped, HTML tags taken out (scripts and styles with what they hold), entities decoded
 *  once, line ends as \n, at most one empty line in a row. The result may hold '<' and '&' and is text, never markup. */
export function plainText(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return tidied(strippedOfControls(text.replace(/\r\n?/g, '\n')));
  const bare = withoutHiddenParts(text.replace(/\r\n?/g, '\n')).replace(TAG, (_, _closing: string, name: string) =>
    LINE_MAKERS.test(name) ? '\n' : '',
  );
  return tidied(strippedOfControls(decodedOnce(bare)));
}

function tidied(text: string): string {
  if (!/\s/.test(text)) return text;
  const oneLine = text.replace(/[^\S\n]+/g, ' ').trim();
  return oneLine.includes('\n') ? oneLine.replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n') : oneLine;
}

/** Control characters, direction marks and NULs out, halves of surrogate pairs to U+FFFD. Tabs and line ends stay. */
export function strippedOfControls(text: string): string {
  const seen = text.replace(UNSEEN, '');
  return /[\ud800-\udfff]/.test(seen) ? seen.replace(/\p{Surrogate}/gu, '\ufffd') : seen;
}

function decodedOnce(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? whole : String.fromCodePoint(code);
    },
  );
}

/** Comments, scripts and the like with what they hold. One that never closes is left to the tags. Linear in the length of the text. */
function withoutHiddenParts(text: string): string {
  if (!text.includes('<')) return text;
  const lower = text.toLowerCase();
  const neverCloses = new Set<string>();
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(NO_TEXT)) {
    const closing = match[1] === undefined ? '-->' : `</${match[1].toLowerCase()}`;
    if (match.index < from || neverCloses.has(closing)) continue;
    const closes = lower.indexOf(closing, match.index);
    const end = closes === -1 ? -1 : lower.indexOf('>', closes);
    if (end === -1) {
      neverCloses.add(closing);
      continue;
    }
    kept += text.slice(from, match.index);
    from = end + 1;
  }
  return kept + text.slice(from);
}
