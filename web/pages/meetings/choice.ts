/** What a ChoiceBox offers. */
import type { Category, Unit } from '../../api/types.js';
import { say } from '../../language/say.js';

export interface Choice {
  id: string;
  label: string;
  hint?: string;
  /** Other names of the same, by which it is found: a sheet may be in another language than the page. */
  also?: readonly string[];
  /** Level in a tree, from 0. */
  depth?: number;
}

/** Units, indented as the organisation is. */
export const unitChoices = (units: readonly Unit[]): Choice[] =>
  units.map(({ id, name, depth }) => ({ id, label: name, depth }));

/** Categories in the reader's language, those of the second level indented. */
export const categoryChoices = (categories: readonly Category[]): Choice[] =>
  categories.map(({ id, labels, parentId }) => ({
    id,
    label: say(labels),
    also: Object.values(labels),
    depth: parentId === null ? 0 : 1,
  }));

/** The choice a pasted or typed name means: the same words, else the only one that contains them; undefined where that is not clear. */
export function meant(choices: readonly Choice[], words: string): Choice | undefined {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return undefined;
  const names = ({ label, also = [] }: Choice): string[] => [label, ...also].map((name) => name.toLowerCase());
  const same = choices.filter((one) => names(one).includes(wanted));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const fitting = choices.filter((one) =>
    names(one).some((name) => name !== '' && (name.includes(wanted) || wanted.includes(name))),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The only choice of this very name, spaces apart; undefined where there is none, or several. */
export function called(choices: readonly Choice[], name: string): Choice | undefined {
  const plain = (words: string): string => words.toLowerCase().replace(/\s/g, '');
  const wanted = plain(name);
  const same = wanted === '' ? [] : choices.filter(({ label }) => plain(label) === wanted);
  return same.length === 1 ? same[0] : undefined;
}
