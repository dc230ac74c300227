/** Excel's names of columns: A, B … Z, AA … */

/** Number from 0 of the column whose letters begin `reference` ('B7' and 'B' are 1). -1 when it begins with no letter. */
export function columnNumber(reference: string): number {
  let number = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number - 1;
}

/** Letters of the column with this number from 0: 1 is 'B', 26 is 'AA'. */
export function columnLetters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : columnLetters(Math.floor(number / 26) - 1) + last;
}
