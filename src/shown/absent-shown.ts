/** Those who are absent and for whom a reader stands in. */
import type { StoodFor } from '../domain/command.js';
import { DayField, Text, Uuid } from '../http/fields.js';

/** Somebody absent for whom the person stands in. */
export class AbsentShown {
  @Uuid() id: string;
  @Text({ max: 100 }) name: string;
  @DayField({ description: 'The last day of it' }) untilOn: string;
}

export const absentShown = ({ person, untilOn }: StoodFor): AbsentShown => ({
  ...{ id: person.userId!, name: person.name, untilOn },
});
