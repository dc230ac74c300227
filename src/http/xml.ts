/** Writes XML: for interfaces whose standard asks for it. Pure. */

/** A value to be written: a text or number, nothing (an empty element), the elements within by their names, or a list under the name of its elements. */
export type XmlValue = string | number | boolean | null | { readonly [element: string]: XmlValue } | XmlList;

/** Elements of one name. */
export class XmlList {
  constructor(
    readonly element: string,
    readonly items: readonly XmlValue[],
  ) {}
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML makes a line feed of it otherwise.
  '\r': '&#13;',
};
/** What XML 1.0 cannot hold, however it is written (section 2.2): controls, halves of characters, U+FFFE and U+FFFF. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** The text as content of an element; characters that XML cannot hold are left out. */
const xmlText = (text: string): string =>
  text.replace(UNSPEAKABLE, '').replace(/[&<>"\r]/g, (character) => ESCAPED[character]!);

/** A whole document in UTF-8 with `root` around the value. Names of elements come from the code and are written as they are. */
export const xmlDocument = (root: string, value: XmlValue): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`;

function element(name: string, value: XmlValue): string {
  const inner = contentOf(value);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function contentOf(value: XmlValue): string {
  if (value === null) return '';
  if (value instanceof XmlList) return value.items.map((item) => element(value.element, item)).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, inner]) => element(name, inner))
      .join('');
  return xmlText(String(value));
}
