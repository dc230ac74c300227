/** Holds one history against its case: every line's hash, the chain, and that replaying the lines gives the stored case. */
import { fullContext, type WorkflowRef } from '../../domain/case.js';
import { replay } from '../../engine/decide.js';
import type { StoredCase } from './archive.store.js';
import { genesis, lineHash, type ChainedLine } from '../cases/history-line.js';
import { entryOf } from '../cases/history.store.js';

export type Fault =
  | 'altered'
  | 'missing'
  | 'chainBroken'
  | 'headDiffers'
  | 'stateDiffers'
  | 'caseMissing'
  | 'numberDiffers'
  | 'archiveDiffers'
  | 'archiveMissing'
  | 'archiveDamaged';

/** Where history does not hold, and how. `seq` is the line, absent where the case as a whole is meant; `number` names the file where an
 *  archive file as a whole is meant. */
export interface HistoryFault {
  number: string;
  caseId?: string;
  seq?: number;
  fault: Fault;
  message: string;
  messageZh: string;
}

/** The faults of one case; a line that was altered is named itself, not all that follow it. */
export function faultsOf(stored: StoredCase, lines: readonly ChainedLine[]): HistoryFault[] {
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
  if (!replaysTo(stored, lines))
    say('stateDiffers', '事项现状与历史推演结果不符', 'The stored case is not what its history gives');
  return faults;
}

/** The case with the people who worked on it as its lines say. Of a case whose history was archived by a release that did not keep
 *  them it does not know them itself. */
export function withWorkersOf(stored: StoredCase, lines: readonly ChainedLine[]): StoredCase {
  const workers = replay(lines.map(entryOf))?.context.workers ?? [];
  return { ...stored, context: { ...stored.context, workers } };
}

const isSame = (a: WorkflowRef, b: WorkflowRef): boolean =>
  a.name === b.name && a.version === b.version && a.hash === b.hash;

function replaysTo(stored: StoredCase, lines: readonly ChainedLine[]): boolean {
  const replayed = replay(lines.map(entryOf));
  if (replayed === undefined) return false;
  const sorted = (context: object): string =>
    JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    JSON.stringify(replayed.value) === JSON.stringify(stored.state) &&
    (replayed.workflow === undefined || isSame(replayed.workflow, stored.workflow)) &&
    sorted(replayed.context) === sorted(fullContext(stored.context))
  );
}
