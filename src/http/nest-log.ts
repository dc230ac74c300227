/** Lets Nest's Logger write through pino, so that the process has one log in one form. */
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  /** Nest tells of its own start on this level, which nobody needs to read. */
  log(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(this.fields(rest), String(message));
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.pino.fatal(this.fields(rest), String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.pino.error(this.fields(rest), String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.pino.warn(this.fields(rest), String(message));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.pino.debug(this.fields(rest), String(message));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.pino.trace(this.fields(rest), String(message));
  }

  /** Nest gives the context last and, with errors, the stack before it. */
  private fields(rest: unknown[]): object {
    return { context: rest.at(-1), ...(rest.length > 1 ? { detail: rest.slice(0, -1).map(String).join('\n') } : {}) };
  }
}
