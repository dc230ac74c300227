/** Telephone numbers in the search box of the list: a caller's number is asked for by a call of its own and stands in no address, where
 *  histories and logs would keep it. */

const SHAPE = /^[+(]?\d[\d\s\-().]*$/;
const FEWEST_DIGITS = 7;
/** A mobile number, or a fixed one with its area code. */
const SURE = /^(?:(?:0{0,2}86)?1[3-9]\d{9}|0\d{9,11})$/;
const digitsOf = (words: string): string => words.replace(/\D/g, '');
const plain = (words: string): string => words.normalize('NFKC').trim();

/** True for what may be one full number; the service has the last word. */
export const mayBeNumber = (words: string): boolean =>
  SHAPE.test(plain(words)) && digitsOf(plain(words)).length >= FEWEST_DIGITS;

/** True for what is a telephone number and hardly anything else. */
export const isSurelyNumber = (words: string): boolean => mayBeNumber(words) && SURE.test(digitsOf(plain(words)));
