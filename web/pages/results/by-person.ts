/** The lines of a meeting's results by who said them, in the order of the list of participants; those of nobody last. */
import type { components } from '../../api/schema.js';
import { i18n } from '../../language/words.js';

export type Results = components['schemas']['ResultsShown'];
export type ResultLineOf = components['schemas']['ResultLineShown'];
export type ResultLink = components['schemas']['ResultLinkShown'];

export interface Person {
  /** Empty for what nobody is noted to have said. */
  id: string;
  /** Null where it is sealed. */
  name: string | null;
  standing: string;
  lines: ResultLineOf[];
  link: ResultLink | undefined;
}

export function byPerson({ participants, lines, links }: Results): Person[] {
  const { t } = i18n.global;
  const persons = participants.map(({ id, name, standing }) => ({
    ...{ id, name, standing: t(`values.standings.${standing}`) },
    lines: lines.filter(({ participantId }) => participantId === id),
    link: links.find(({ participantId }) => participantId === id),
  }));
  const nobody = lines.filter(({ participantId }) => participantId === null);
  const rest = { id: '', name: t('meetingDesk.nobody'), standing: '', lines: nobody, link: undefined };
  return [...persons, rest].filter((one) => one.lines.length > 0);
}
