/** Shows what could not be sent, and lets an administrator have it tried again. */
import { Injectable } from '@nestjs/common';
import { notFound } from '../domain/errors.js';
import { DeliveryFiguresStore } from '../store/messages/delivery-figures.store.js';
import { type DeadLetters, MOST_DEAD_LETTERS, type RetryInput } from './dead-letters.dto.js';

@Injectable()
export class DeadLettersService {
  constructor(private readonly figures: DeliveryFiguresStore) {}

  /** What failed for good. */
  async list(): Promise<DeadLetters> {
    const { total, items } = await this.figures.dead(MOST_DEAD_LETTERS);
    return { total, items: items.map(({ queuedAt, ...item }) => ({ ...item, queuedAt: queuedAt.toISOString() })) };
  }

  /** Lets one be tried again under the id it had. 404 where it is not dead: it was tried already, or never failed. */
  async retry(id: string): Promise<DeadLetters> {
    if (!(await this.figures.retry(id))) throw notFound('deadLetter', '发送失败的消息', id);
    return this.list();
  }

  /** Lets all be tried again, those of one person together. */
  async retryAll({ channel }: RetryInput): Promise<DeadLetters> {
    await this.figures.retryAll(channel);
    return this.list();
  }
}
