/** Checks all of history: every line's hash, the chain, the numbers, and that folding the lines gives the stored case. */
import type { Connection } from './case.store.js';
import { fullContext, type CaseContext, type StateValue } from '../domain/case.js';
import { fold } from '../engine/decide.js';
import { createHash } from 'node:crypto';
import { genesis, lineHash, type SealedLine } from './history-line.js';
import { entryOf, HistoryStore } from './history.store.js';

export type Fault =
  'altered' | 'missing' | 'chainBroken' | 'headDiffers' | 'stateDiffers' | 'caseMissing' | 'numberDiffers';

/** Where history does not hold, and how. `seq` is the line, absent where the case as a whole is meant. */
export interface HistoryFault {
  number: string;
  caseId?: string;
  seq?: number;
  fault: Fault;
  message: string;
  messageZh: string;
}

export interface HistoryVerdict {
  cases: number;
  events: number;
  faults: HistoryFault[];
  /** SHA-256 over the heads of all cases in order of their numbers: note it down, and nobody can rewrite history later. */
  seal: string;
}

interface Stored {
  id: string;
  number: string;
  version: number;
  head: string;
  state: StateValue;
  context: CaseContext;
}

const CHUNK = 500;

/** The verdict over the whole database, read in chunks; memory does not grow with history. */
export async function verifyHistory(pool: Connection): Promise<HistoryVerdict> {
  const history = new HistoryStore(pool);
  const verdict: HistoryVerdict = { cases: 0, events: 0, faults: await missingCases(pool), seal: '' };
  const seal = createHash('sha256');
  for (let after = ''; ;) {
    const { rows } = await pool.query<Stored>(
      `SELECT id, number, version, encode(head, 'hex') AS head, state, context FROM rectification_case
       WHERE number > $1 ORDER BY number LIMIT ${CHUNK}`,
      [after],
    );
    if (rows.length === 0) break;
    after = rows.at(-1)!.number;
    const lines = await history.lines(rows.map(({ id }) => id));
    const byCase = new Map<string, SealedLine[]>(rows.map(({ id }) => [id, []]));
    for (const line of lines) byCase.get(line.caseId)!.push(line);
    for (const stored of rows) {
      verdict.faults.push(...faultsOf(stored, byCase.get(stored.id)!));
      seal.update(`${stored.number} ${stored.head}\n`);
    }
    verdict.cases += rows.length;
    verdict.events += lines.length;
  }
  verdict.seal = seal.digest('hex');
  return verdict;
}

/** The faults of one case; a line that was altered is named itself, not all that follow it. */
export function faultsOf(stored: Stored, lines: readonly SealedLine[]): HistoryFault[] {
  const faults: HistoryFault[] = [];
  const say = (fault: Fault, messageZh: string, message: string, seq?: number): void => {
    faults.push({
      number: stored.number,
      caseId: stored.id,
      ...(seq === undefined ? {} : { seq }),
      fault,
      message,
      messageZh,
    });
  };
  let previous = genesis(stored.id, stored.number);
  let expected = 1;
  for (const line of lines) {
    for (; expected < line.seq; expected += 1)
      say('missing', `第 ${expected} 条记录被删除`, `Line ${expected} was removed`, expected);
    if (lineHash(previous, line) !== line.hash) {
      const first = expected === 1 ? '（或编号被改动）' : '';
      say(
        'altered',
        `第 ${line.seq} 条记录（${line.type}）或其前一条被改动、调换${first}`,
        `Line ${line.seq} (${line.type}) or the one before it was altered or swapped`,
        line.seq,
      );
    }
    previous = line.hash;
    expected = line.seq + 1;
  }
  for (; expected <= stored.version; expected += 1) {
    say('missing', `第 ${expected} 条记录被删除`, `Line ${expected} was removed`, expected);
  }
  if (expected - 1 > stored.version) {
    say('chainBroken', '历史比事项多出记录', 'History has more lines than the case', stored.version + 1);
  }
  if (faults.length > 0) return faults;
  if (previous !== stored.head)
    say('headDiffers', '事项与最后一条记录不符', 'The case does not carry the hash of its last line');
  if (!foldsTo(stored, lines))
    say('stateDiffers', '事项现状与历史推演结果不符', 'The stored case is not what its history gives');
  return faults;
}

function foldsTo(stored: Stored, lines: readonly SealedLine[]): boolean {
  const folded = fold(lines.map(entryOf));
  if (folded === undefined) return false;
  const sorted = (context: object): string =>
    JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    JSON.stringify(folded.value) === JSON.stringify(stored.state) &&
    sorted(folded.context) === sorted(fullContext(stored.context))
  );
}

/** Numbers are given without gaps, so a case that was removed whole leaves a hole. */
async function missingCases(pool: Connection): Promise<HistoryFault[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT format('ZG-%s-%s', k.year, lpad(n::text, greatest(6, length(n::text)), '0')) AS number
       FROM case_counter k, generate_series(1, k.last) n
     EXCEPT SELECT number FROM rectification_case ORDER BY 1`,
  );
  return rows.map(({ number }) => ({
    number,
    fault: 'caseMissing' as const,
    message: `Case ${number} was removed as a whole`,
    messageZh: `事项 ${number} 被整件删除`,
  }));
}
