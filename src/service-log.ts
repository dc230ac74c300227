/** The log of the process: one JSON line a fact, with its level by name, the time and the release; secrets are left out. */
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { RELEASE } from './release.js';

/** Writes to standard output unless told. */
export function serviceLog(level: LogLevel, to?: DestinationStream): Logger {
  const settings = {
    level,
    base: { version: RELEASE, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['password', 'token', 'secret'],
  };
  return to === undefined ? pino(settings) : pino(settings, to);
}
