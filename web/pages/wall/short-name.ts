/** Names of units on the wall, which has two short lines for each. */

/** How many Chinese characters the two lines hold; two Latin ones take the room of one. */
const ROOM = 17;
const KEPT = 8;

/** Its width in Chinese characters. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\x20-\x7e]/.test(letter) ? 0.5 : 1), 0);

/** As many letters from the front as fit into `room`. */
function front(letters: readonly string[], room: number): string[] {
  let width = 0;
  const at = letters.findIndex((letter) => (width += widthOf(letter)) > room);
  return at < 0 ? [...letters] : letters.slice(0, at);
}

/** The name, or its beginning and its end where it is too long: units of one house often differ in their last letters alone. */
export function shortName(name: string): string {
  const letters = [...name];
  if (widthOf(name) <= ROOM) return name;
  const end = front([...letters].reverse(), KEPT).reverse();
  return `${front(letters, KEPT).join('')}…${end.join('')}`;
}
