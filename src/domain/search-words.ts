/** The words of a search: what blanks part, each of which must occur, in any order. */

/** Words in their order, each once; blanks of both widths part them. */
export const wordsOf = (q: string): string[] => [...new Set(q.split(/[\s\u3000]+/u).filter((word) => word !== ''))];
