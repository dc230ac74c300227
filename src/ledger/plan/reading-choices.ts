/** The choices as the reading takes them: it knows no units of the office, so answers that name one are put in its words. */
import type { UnitTree } from '../../domain/units.js';
import { noUnit } from '../reading/unit-cell.js';
import type { Choices } from '../reading/reading.js';
import { matchUnit } from '../unit-names.js';

const UNIT = 'unit:';

/** What is answered on names that look like units is for the plan alone; on others it says that they are units, or none. */
export function readingChoices(choices: Choices, units: UnitTree, office: string): Choices {
  const { answers } = choices;
  if (answers === undefined) return choices;
  const isUnit = knownUnit(units, office);
  const translated = Object.entries(answers).flatMap(([key, answer]) => {
    if (!key.startsWith(UNIT)) return [[key, answer]];
    const name = key.slice(UNIT.length).replace(/@\d+$/, '');
    if (isUnit(name) || noUnit(name) === undefined) return [];
    const found = units.get(answer.replace(/^unit:/, ''));
    return [
      [key, found?.name ?? (answer === 'leave' ? 'none' : answer === 'make' || answer === 'split' ? 'keep' : answer)],
    ];
  });
  return { ...choices, answers: Object.fromEntries(translated) as Record<string, string> };
}

/** Whether a name is that of a unit of the office, in whole: by its ending, 交警支队、城管局 would be 城管局. */
export function knownUnit(units: UnitTree, office: string): (name: string) => boolean {
  // A ledger asks for as many names as it has rows.
  const known = new Map<string, boolean>();
  return (name) => {
    let is = known.get(name);
    if (is === undefined) known.set(name, (is = matchUnit(name, units, office).how === 'exact'));
    return is;
  };
}
