/** Says why the database cannot be used as asked, so that the person at the console knows what to do next. */
import type { Said } from '../../domain/errors.js';

/** A fault of the surroundings (folder, server, version, backup file), never of a request: it ends a start or a console command. */
export class StoreRefusal extends Error implements Said {
  constructor(
    readonly code: string,
    readonly messageZh: string,
    message: string,
    readonly details?: Record<string, unknown>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreRefusal';
  }
}

/** The `code` of a Node or PostgreSQL error (`ENOENT`, `57P03`), or undefined when it has none. */
export function faultCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
