/** Deliveries that could not be sent, as the administrator sees them: of whom, on what way and why, never what they say. */
import { WAYS, type Way } from '../domain/words.js';
import { InstantField, ListOf, OneOf, Text, Texts, Uuid, Whole } from '../http/fields.js';

const MANY = 1_000_000_000;
export const MOST_DEAD_LETTERS = 500;

export class DeadLetter {
  @Uuid({ description: 'Of what goes out together, the same for every attempt' }) id: string;
  @OneOf(WAYS, { name: 'DeliveryChannel' }) channel: Way;
  @Text({ max: 100, description: 'The person’s or the webhook’s' }) name: string;
  @Texts({ max: 200, each: 100, description: 'Of the messages in it', example: ['order.blue'] }) topics: string[];
  @Whole({ min: 1, max: MANY, description: 'Messages in it' }) messages: number;
  @Whole({ min: 0, max: MANY }) attempts: number;
  @Text({ max: 2000, multiline: true, min: 0, description: 'What came back last' }) lastError: string;
  @InstantField() queuedAt: string;
}

export class DeadLetters {
  @Whole({ min: 0, max: MANY, description: 'All there are' }) total: number;
  @ListOf(() => DeadLetter, { max: MOST_DEAD_LETTERS, description: 'The oldest first' }) items: DeadLetter[];
}

export class RetryInput {
  @OneOf(WAYS, { name: 'DeliveryChannel', optional: true, description: 'Absent: of all of them' })
  channel?: Way;
}
