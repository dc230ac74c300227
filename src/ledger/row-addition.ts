/** What a row adds to a case that is there already: a comment with its own words, under an id that the same words always have. */
import { createHash } from 'node:crypto';
import { v5 as named } from 'uuid';
import type { Actor } from '../domain/command.js';
import type { Intent } from '../executor/intent.js';
import { inParts, LONGEST_COMMENT } from './ledger-note.js';
import type { LedgerEntry } from './reading/entry.js';

/** Namespace of the ids of additions; never to be changed, or additions would be written twice. */
const ADDITIONS = '6f1c1b0e-5a37-4b0c-9d0a-3d2f8c6f5b11';

export interface Addition {
  /** Command ids of its parts, in order. */
  ids: string[];
  parts: string[];
}

/** The words of a row, or the given lines of them, as an addition. The same words of the same issue get the same ids in whichever file and on whichever line. */
export function additionOf(
  entry: LedgerEntry,
  identity: string,
  fileName: string,
  lines?: readonly string[],
): Addition {
  const said = lines?.join('\n') ?? saidIn(entry);
  const hash = createHash('sha256').update(said).digest('hex');
  const number = entry.externalId === undefined ? '' : `（编号 ${entry.externalId}）`;
  const parts = inParts(`【台账并入】${fileName} 第 ${entry.line} 行${number}\n${said}`, LONGEST_COMMENT);
  return { parts, ids: parts.map((_, part) => named(`${identity}\n${hash}\n${part}`, ADDITIONS)) };
}

/** The intent that writes the addition to the case. */
export function additionIntent(addition: Addition, caseId: string, actor: Actor, at: number): Intent {
  return {
    steps: addition.parts.map((text, part) => ({
      kind: 'command',
      command: { id: addition.ids[part]!, type: 'COMMENT', caseId, actor, at, payload: { text } },
    })),
  };
}

/** Whether two rows say the same to the last word that would be kept. */
export function saysTheSame(a: LedgerEntry, b: LedgerEntry): boolean {
  return saidIn(a) === saidIn(b);
}

function saidIn(entry: LedgerEntry): string {
  const lines: [string, string | undefined][] = [
    ['标题', entry.title],
    ['内容', entry.description],
    ['责任单位', entry.unitName],
    ['反映时间', entry.raisedAt ?? entry.raisedOn],
    ['完成时间', entry.closedAt ?? entry.closedOn],
    ['整改措施', entry.measure],
    ['备注', entry.remark],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}：${value}`])).join('\n');
}
