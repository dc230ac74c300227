/** Whether a text that is to be shown to anybody names somebody who must not be named. */

/** Who must not be named: as written down, null where nothing was. */
export interface Named {
  name: string | null;
  contact: string | null;
}

/** As it is compared: one width and case of letters, nothing between them. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** A name of one character, or a few digits, stand in any text. */
const SHORTEST_NAME = 2;
const SHORTEST_CONTACT = 6;

/** True where the text holds the name or the contact, also with blanks or marks between the characters. Only what was written down is found: a
 *  nickname or a house number is for whoever releases the text to see. */
export function isNamedIn(text: string, { name, contact }: Named): boolean {
  const where = bare(text);
  const holds = (part: string | null, shortest: number): boolean => {
    const sought = bare(part ?? '');
    return [...sought].length >= shortest && where.includes(sought);
  };
  return holds(name, SHORTEST_NAME) || holds(contact, SHORTEST_CONTACT);
}
