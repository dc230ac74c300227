/** Accounts at which somebody guessed, as they are listed. */
import { DayField, InstantField, Text, Uuid, Whole } from '../http/fields.js';

/** A day on which attempts to sign in as somebody were slowed down. */
export class SignInAlarmShown {
  @Uuid() personId: string;
  @Text({ max: 60 }) username: string;
  @Text({ max: 100 }) personName: string;
  @Uuid() unitId: string;
  @DayField() day: string;
  @Whole({ min: 1, max: 1_000_000_000, description: 'Attempts that had to wait' }) refused: number;
  @InstantField() firstAt: string;
  @InstantField() lastAt: string;
}
