/** How a line of history is written and chained: its body as text, and a hash over that text and the hash before it. */
import { hash as digestOf } from 'node:crypto';
import type { EventRecord } from '../../engine/decide.js';

export interface ChainedLine {
  caseId: string;
  seq: number;
  type: string;
  at: number;
  recordedAt: number;
  actorId: string | null;
  actorName: string;
  actorUnitId: string | null;
  via: string;
  commandId: string | null;
  /** Digest of what was sent, hex; tells a repeat from a different command under the same id. */
  digest: string | null;
  /** JSON text, kept to the letter. */
  body: string;
  /** SHA-256, hex. */
  hash: string;
}

/** SHA-256 of the text as UTF-8, hex. */
const sha256 = (text: string): string => digestOf('sha256', text, 'hex');

/** The hash before the first line of a case: bound to the case, so that whole histories cannot be swapped. */
export function genesis(caseId: string, number: string): string {
  return sha256(`xiaohao\n${caseId}\n${number}`);
}

/** SHA-256 (hex) over the hash before and every field of the line. */
export function lineHash(previous: string, line: OpenLine): string {
  const { caseId, seq, type, at, recordedAt, actorId, actorName, actorUnitId, via, commandId, digest, body } = line;
  const head = JSON.stringify([
    previous,
    caseId,
    seq,
    type,
    at,
    recordedAt,
    actorId,
    actorName,
    actorUnitId,
    via,
    commandId,
    digest,
  ]);
  return sha256(`${head}\n${body}`);
}

/** A line that is not chained yet. */
export type OpenLine = Omit<ChainedLine, 'hash'>;

/** The hash (hex) of each of the lines as they follow the head of a chain. */
export function chained(head: string, lines: readonly OpenLine[]): string[] {
  let previous = head;
  return lines.map((line) => (previous = lineHash(previous, line)));
}

/** The events of one decision as lines that are not chained yet. */
export function openLines(
  caseId: string,
  events: readonly EventRecord[],
  recordedAt: number,
  digests: ReadonlyMap<string, string>,
): OpenLine[] {
  return events.map((event) => {
    const { payload, before, after, effects, inNameOf } = event;
    return {
      caseId,
      seq: event.seq,
      type: event.type,
      at: event.at,
      recordedAt,
      actorId: event.actor.userId,
      actorName: event.actor.name,
      actorUnitId: event.actor.unitId,
      via: event.actor.via,
      commandId: event.commandId,
      digest: event.commandId === null ? null : (digests.get(event.commandId) ?? null),
      body: JSON.stringify({
        ...{ payload, before, after },
        ...(effects.length > 0 ? { effects } : {}),
        ...(inNameOf === undefined ? {} : { inNameOf }),
      }),
    };
  });
}

/** SHA-256 (hex) of a command's content without its id and moment: equal for a retry, different for another command. */
export function commandDigest(content: unknown): string {
  return sha256(canonical(content));
}

/** JSON with keys in order, so that two spellings of one object are one. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const held = (value as Record<string, unknown>)[key];
    if (held !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(held)}`;
  }
  return `{${text}}`;
}
