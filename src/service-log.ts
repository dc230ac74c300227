/** The log of the process: one JSON line a fact, with its level by name, the time and the release; secrets are left out. On a terminal a
 *  person reads it: a line of words, and warnings only unless LOG_LEVEL asks for more. */
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { RELEASE } from './release.js';

/** Where the log goes, and whether somebody sits there. */
interface Output extends DestinationStream {
  isTTY?: boolean;
}

/** Writes to standard output unless told. */
export function serviceLog(level: LogLevel | undefined, to?: Output): Logger {
  const isTerminal = (to ?? process.stdout).isTTY === true;
  const settings = {
    level: level ?? (isTerminal ? 'warn' : 'info'),
    base: { version: RELEASE, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['password', 'token', 'secret'],
  };
  if (isTerminal) return pino(settings, { write: (line) => (to ?? process.stdout).write(inWords(line)) });
  return to === undefined ? pino(settings) : pino(settings, to);
}

/** What a terminal has no use for: it is one process of one release, and a stack is shown as it is. */
const APART = new Set(['level', 'time', 'version', 'pid', 'msg', 'err']);

/** One fact of the log for a person: the time of this machine, the level, what happened, then its values as `name=value`. */
function inWords(line: string): string {
  const fact = JSON.parse(line) as Record<string, unknown> & { err?: { stack?: string } };
  const values = Object.entries(fact)
    .filter(([name, value]) => !APART.has(name) && value !== null)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const time = new Date(String(fact['time'])).toTimeString().slice(0, 8);
  const head = [time, String(fact['level']), String(fact['msg'] ?? ''), ...values].filter(Boolean).join(' ');
  return [head, fact.err?.stack].filter(Boolean).join('\n') + '\n';
}
