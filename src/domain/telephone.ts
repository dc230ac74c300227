/** Telephone numbers in what people write down as a contact, in the one form in which they are compared. */

const MOBILE = /(?<!\d)(?:(?:\+|00)?86[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)/g;
const OTHER = /(?<!\d)\+?\d(?:[\s\-().]{0,2}\d){6,14}(?!\d)/g;
/** An area code: two digits after the 0 for the largest cities (010, 02x), else three. */
const AREA_CODE = /^0(?:10|2\d|[3-9]\d\d)(\d{7,8})$/;

/** The full numbers in a text, digits only: mobile ones without +86, fixed ones as written and without their area code. */
export function telephoneNumbers(text: string): string[] {
  const plain = text.normalize('NFKC');
  const found = new Set<string>();
  const rest = plain.replace(MOBILE, (_whole, number: string) => {
    found.add(digitsOf(number));
    return ' | ';
  });
  for (const [written] of rest.matchAll(OTHER)) {
    const digits = digitsOf(written);
    found.add(digits);
    const local = AREA_CODE.exec(digits)?.[1];
    if (local !== undefined) found.add(local);
  }
  return [...found];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The number that somebody searches by; undefined where the text is not one full number and nothing else. */
export function telephoneSought(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!/^[+(\d][\d\s\-().]*$/.test(plain)) return undefined;
  const [first, ...more] = telephoneNumbers(plain);
  // An area code gives the local number beside the whole one: the whole one is meant.
  return more.length === 0 || (more.length === 1 && first!.endsWith(more[0]!)) ? first : undefined;
}
