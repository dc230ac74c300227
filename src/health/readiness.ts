/** Whether this server can serve, told within two seconds whatever the database does, and however many ask. */
import { Inject, Injectable } from '@nestjs/common';
import { Refused, type Said } from '../domain/errors.js';
import { inTime } from '../domain/in-time.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { SILENT, whyNotWritable } from '../store/database/writable.js';

/** Looks longer than this count as no answer, milliseconds. */
const ANSWER_MS = 1_500;
/** A good look serves everybody who asks within, milliseconds: anybody may ask, and as often as they like. */
const SERVES_MS = 500;
const RETRY_SECONDS = 5;

@Injectable()
export class Readiness {
  private looking: Promise<Said | undefined> | undefined;
  private wellAt = -Infinity;

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Returns when the database takes writes. 503 otherwise, with the reason in words and its code as `details.reason`. */
  async require(): Promise<void> {
    const why = await this.look();
    if (why === undefined) return;
    const details = { reason: why.code, retryAfterSeconds: RETRY_SECONDS };
    throw new Refused(503, 'service.unavailable', why.messageZh, why.message, details);
  }

  private async look(): Promise<Said | undefined> {
    if (performance.now() - this.wellAt < SERVES_MS) return undefined;
    // One that takes long is joined, so that questions do not pile up in front of a database that is silent.
    this.looking ??= whyNotWritable(this.database)
      .then((found) => {
        if (found === undefined) this.wellAt = performance.now();
        return found;
      })
      .finally(() => (this.looking = undefined));
    return inTime(this.looking, ANSWER_MS, SILENT);
  }
}
