/** Takes an import back for a day: every case that it made and nobody has touched since is withdrawn, with a line in its history. */
import { Injectable } from '@nestjs/common';
import { v5 as named } from 'uuid';
import { Clock } from '../../clock.js';
import type { Actor } from '../../domain/command.js';
import { Refused } from '../../domain/errors.js';
import { UNDO_IMPORT } from '../../engine/undo-import.js';
import { CommandExecutor } from '../../executor/command-executor.js';
import { commandIntent } from '../../executor/intent.js';
import { LedgerRowStore, type LedgerRowShown } from '../../store/encrypted/ledger-row.store.js';
import { LedgerStore } from '../../store/files/ledger.store.js';
import { said } from '../plan/said.js';
import type { ImportUndone, UndoneCase } from './draft.dto.js';
import { ImportRuns } from './import-runs.js';

const TOGETHER = 200;

@Injectable()
export class UndoImportService {
  constructor(
    private readonly runs: ImportRuns,
    private readonly rows: LedgerRowStore,
    private readonly store: LedgerStore,
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  /** What was withdrawn, and each case that stays with why: somebody touched it, or it was there before. 409 where the import runs still, its day is
   *  over or it was undone already. Units that it made stay. */
  async undo(by: Actor, id: string): Promise<ImportUndone> {
    const found = await this.runs.own(by, id);
    const now = this.clock.now();
    if (this.runs.shown(found).undoUntil === null) {
      throw new Refused(
        409,
        'ledger.import.notUndoable',
        '导入仍在进行、已撤销或已过一天，不能撤销',
        'The import runs still, was undone already, or its day is over',
      );
    }
    const rows = await this.rows.of(id);
    const made = rows.filter(isMade);
    const kept: UndoneCase[] = rows.filter(isAdded).map((row) => shown(row, ADDED));
    const actor: Actor = { ...by, via: 'import' };
    const withdrawn: string[] = [];
    for (let from = 0; from < made.length; from += TOGETHER) {
      const some = made.slice(from, from + TOGETHER);
      const outcomes = await this.executor.executeAll(
        some.map(({ caseId, caseVersion }) =>
          commandIntent({
            // The same case of the same import is taken back once, however often that is asked.
            id: named(`undo ${caseId!}`, id),
            type: UNDO_IMPORT,
            caseId: caseId!,
            actor,
            at: now,
            payload: { file: found.fileName },
            ...(caseVersion === null ? {} : { expectedVersion: caseVersion }),
          }),
        ),
      );
      some.forEach((row, at) => {
        const outcome = outcomes[at]!;
        if (outcome instanceof Refused) kept.push(shown(row, outcome));
        else withdrawn.push(row.caseId!);
      });
    }
    await this.store.forgetKeys(withdrawn);
    await this.store.undone(id, now);
    return { withdrawn: withdrawn.length, kept };
  }
}

const isMade = ({ became, caseId, presentVersion }: LedgerRowShown): boolean =>
  became === 'new' && caseId !== null && presentVersion !== null;

/** It wrote into a case that it did not make. */
const isAdded = ({ became, caseVersion, joinsLine }: LedgerRowShown): boolean =>
  became !== 'new' && caseVersion !== null && joinsLine === null;

const ADDED = said(
  'wasThere',
  '事项在导入之前就有：所作的改派、更正和留言保留在其经过中，不随撤销收回',
  'The case was there before: what was changed and added stays in its history',
);

function shown(
  { caseId, caseNumber }: LedgerRowShown,
  why: { code: string; message: string; messageZh: string },
): UndoneCase {
  const { code, message, messageZh } = why;
  return { caseId: caseId!, number: caseNumber ?? '', why: { code, message, messageZh } };
}
