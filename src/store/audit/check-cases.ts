/** Checks everything that hangs on cases: timers, history, orders, effects, columns, figures, numbers and files, in one snapshot. */
import type { Pool } from 'pg';
import { fullContext, type CaseContext, StateValue, WorkflowRef } from '../../domain/case.js';
import { COUNTED_EFFECTS } from '../../engine/effects.js';
import type { ReferenceData } from '../../engine/env.js';
import type { Workflow, Workflows } from '../../engine/workflow.js';
import type { ArchiveFolder } from '../archive/archive-folder.js';
import { archivedRows } from '../archive/archive.store.js';
import type { Connection } from '../cases/case.store.js';
import { casesWithoutDate, type CaseWithoutDate } from '../cases/without-date.js';
import { columnFaults, timerFaults, type CaseFault, type CheckedCase } from './check-case.js';
import { evidenceFaults } from './evidence-faults.js';
import { orphanFaults } from './orphan-faults.js';
import { linesOf } from '../cases/history.store.js';
import { recount } from './report-recount.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';
import { historyFaults, type HistoryVerdict, verifyHistory } from './verify-history.js';

export interface CaseVerdict {
  cases: number;
  open: number;
  events: number;
  /** Timers that are armed, and those parked with an error; parked ones are shown, they are no fault of the books. */
  timers: { armed: number; deadLettered: number };
  /** Late cases with no next date that are no fault of the books: the ladder of version 1 ended with a reply or a waiver, or a timer failed. Of
   *  any later version one without a failed timer is the fault `lateWithoutDate`. */
  withoutDate: CaseWithoutDate[];
  /** All faults; none: the books are right. */
  faults: CaseFault[];
  /** The digest of verify-history. */
  digest: string;
  /** Cases whose history is archived, and how many of these were not read. */
  archived: HistoryVerdict['archived'];
}

const CHUNK = 1000;

/** The verdict over the whole database. All is read in one snapshot, so it may run beside the service; memory does not grow with
 *  the number of cases. Archived histories are read from `folder` where it is given; what is late is judged at `now`. Timers of a case whose workflow this release does not know cannot be judged and are a fault. */
export async function checkCases(
  pool: Pool,
  workflows: Workflows,
  refs: ReferenceData,
  folder?: ArchiveFolder,
  now = Date.now(),
): Promise<CaseVerdict> {
  return inTransaction(
    pool,
    async (on) => {
      await on.query('SET LOCAL statement_timeout = 0');
      const history = await verifyHistory(on, folder);
      const verdict: CaseVerdict = {
        cases: history.cases,
        open: 0,
        events: history.events,
        timers: await countTimers(on),
        withoutDate: [],
        faults: history.faults.map(({ number, fault, message, messageZh }) => ({ number, fault, message, messageZh })),
        digest: history.digest,
        archived: history.archived,
      };
      await checkEachCase(on, workflows, refs, verdict);
      await checkDates(on, workflows, refs, now, verdict);
      verdict.faults.push(
        ...(await orderFaults(on)),
        ...(await effectFaults(on)),
        ...(await numberFaults(on)),
        ...(await figureFaults(on, refs)),
        ...(await evidenceFaults(on)),
        ...(await orphanFaults(on)),
      );
      return verdict;
    },
    ONE_SNAPSHOT,
  );
}

/** Every late case that is not parked has a next date, whatever was done to it. */
async function checkDates(
  on: Connection,
  workflows: Workflows,
  { calendar }: ReferenceData,
  now: number,
  verdict: CaseVerdict,
): Promise<void> {
  for (const found of await casesWithoutDate(on, now, calendar.dayOf(now))) {
    const known = workflows.all().find(({ hash }) => hash === found.workflow.hash);
    if (found.hasFailed || known?.policy.promises === undefined) verdict.withoutDate.push(found);
    else {
      const message = 'Late, and nothing is armed that brings it up again';
      verdict.faults.push({
        ...{ number: found.number, fault: 'lateWithoutDate', message },
        messageZh: '已逾期，却没有下次期限',
      });
    }
  }
}

async function countTimers(on: Connection): Promise<CaseVerdict['timers']> {
  const { rows } = await on.query<{ armed: number; deadLettered: number }>(
    `SELECT count(*) FILTER (WHERE poisoned_at IS NULL)::int AS armed, count(poisoned_at)::int AS "deadLettered" FROM case_timer`,
  );
  return rows[0]!;
}

type CheckRow = Omit<CheckedCase, 'workflow' | 'timers'> & {
  id: string;
  state: StateValue;
  context: CaseContext;
  workflow_name: string;
  workflow_version: number;
  workflow_hash: string;
  timers: [string, number, boolean][];
};

const CHECKED_COLUMNS = `c.id, c.number, c.state, c.context, c.stage, c.place, c.outcome, c.clock_mode, c.due_on, c.closed_on, c.lead_unit_id,
         c.category_id, c.is_key, c.extension_pending, c.due_provisional, c.waits_for, array_to_string(c.waits_beside, ' ') AS waits_beside,
         c.workflow_name, c.workflow_version, c.workflow_hash,
         coalesce((SELECT json_agg(json_build_array(t.timer_id, floor(extract(epoch FROM t.due_at) * 1000), t.poisoned_at IS NOT NULL))
           FROM case_timer t WHERE t.case_id = c.id), '[]') AS timers`;

async function checkEachCase(
  on: Connection,
  workflows: Workflows,
  refs: ReferenceData,
  verdict: CaseVerdict,
): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await on.query<CheckRow>(
      `SELECT ${CHECKED_COLUMNS} FROM rectification_case c WHERE c.number > $1 ORDER BY c.number LIMIT ${CHUNK}`,
      [after],
    );
    if (rows.length === 0) return;
    after = rows.at(-1)!.number;
    verdict.open += rows.filter(({ stage }) => stage !== 'closed').length;
    verdict.faults.push(...(await rowsFaults(on, rows, workflows, refs)));
  }
}

/** What does not hold of these cases: history, columns and timers; none where all is right. A thousand at most, in one go. */
export async function checkThese(
  on: Connection,
  ids: readonly string[],
  workflows: Workflows,
  refs: ReferenceData,
): Promise<CaseFault[]> {
  const { rows } = await on.query<CheckRow>(
    `SELECT ${CHECKED_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[]) ORDER BY c.number`,
    [ids],
  );
  return [...(await historyFaults(on, ids)), ...(await rowsFaults(on, rows, workflows, refs))];
}

async function rowsFaults(
  on: Connection,
  rows: readonly CheckRow[],
  workflows: Workflows,
  refs: ReferenceData,
): Promise<CaseFault[]> {
  const found: CaseFault[] = [];
  const doubtful: CheckedCase[] = [];
  for (const row of rows) {
    const checked = checkedCase(row);
    found.push(...columnFaults(checked, knownWorkflow(checked, workflows), refs));
    const faults = timersOf(checked, workflows, refs);
    if (faults === 'askHistory') doubtful.push(checked);
    else found.push(...faults);
  }
  const ids = doubtful.map(({ id }) => id);
  const lines = await linesOf(on, ids);
  const archived = await archivedRows(on, ids);
  // Nothing was armed when they were archived, and nothing can have been since.
  for (const checked of doubtful.filter(({ id }) => !archived.has(id))) {
    const own = lines.filter(({ caseId }) => caseId === checked.id);
    found.push(...(timersOf(checked, workflows, refs, own) as CaseFault[]));
  }
  return found;
}

function checkedCase(row: CheckRow): CheckedCase {
  const workflow: WorkflowRef = { name: row.workflow_name, version: row.workflow_version, hash: row.workflow_hash };
  return {
    ...row,
    context: fullContext(row.context),
    workflow,
    timers: row.timers.map(([id, dueAt, deadLettered]) => ({ id, dueAt, deadLettered })),
  };
}

function knownWorkflow({ workflow }: CheckedCase, workflows: Workflows): Workflow | undefined {
  return workflows.all().find(({ hash }) => hash === workflow.hash);
}

function timersOf(
  checked: CheckedCase,
  workflows: Workflows,
  refs: ReferenceData,
  lines?: Parameters<typeof timerFaults>[3],
): CaseFault[] | 'askHistory' {
  const known = knownWorkflow(checked, workflows);
  if (known !== undefined) return timerFaults(checked, known, refs, lines);
  const { name, version } = checked.workflow;
  const message = `Its workflow ${name} v${version} is not known to this release`;
  return [{ number: checked.number, fault: 'workflowUnknown', message, messageZh: `流程 ${name} v${version} 未载入` }];
}

/** Orders on record in the case and orders in the table: each period and rung once in both, with one status, and of an open case in both or in none. */
async function orderFaults(on: Connection): Promise<CaseFault[]> {
  const { rows } = await on.query<{ number: string; said: string }>(
    `WITH told AS (SELECT c.id AS case_id, o.period, o.rung, o.status, c.stage <> 'closed' AS case_open
       FROM rectification_case c, json_to_recordset(c.context -> 'orders') AS o(period int, rung text, status text)),
     kept AS (SELECT case_id, period, rung, status, case_open FROM supervision_order),
     odd AS ((TABLE told EXCEPT ALL TABLE kept) UNION ALL (TABLE kept EXCEPT ALL TABLE told))
     SELECT DISTINCT c.number, format('%s/%s', odd.period, odd.rung) AS said
     FROM odd JOIN rectification_case c ON c.id = odd.case_id ORDER BY 1, 2`,
  );
  return rows.map(({ number, said }) => ({
    number,
    fault: 'orderDiffers',
    message: `Order ${said} is not the same on the case and in the list of orders`,
    messageZh: `督办单 ${said} 在事项与督办单表中不一致`,
  }));
}

/** What history says was brought about, and the rows that stand for it: as many of each kind. */
async function effectFaults(on: Connection): Promise<CaseFault[]> {
  const { rows } = await on.query<{ number: string; kind: string; told: number; kept: number }>(
    `WITH told AS (SELECT e.case_id, f ->> 'kind' AS kind, count(*) AS n
       FROM case_event e, json_array_elements(e.body -> 'effects') f WHERE f ->> 'kind' = ANY($1) GROUP BY 1, 2
       UNION ALL SELECT a.case_id, e.key, e.value::bigint FROM case_archive a, json_each_text(a.effects) e WHERE a.returned_at IS NULL),
     kept AS (SELECT case_id, 'order' AS kind, count(*) AS n FROM supervision_order GROUP BY 1
       UNION ALL SELECT case_id, 'visit', count(*) FROM visit GROUP BY 1
       UNION ALL SELECT case_id, 'message', count(*) FROM message WHERE facts IS NULL GROUP BY 1
       UNION ALL SELECT (context -> 'origin' ->> 'caseId')::uuid, 'collect', count(*) FROM rectification_case WHERE context -> 'origin' IS NOT NULL GROUP BY 1
       UNION ALL SELECT o.case_id, 'orderAct', count(*) FROM order_act a JOIN supervision_order o ON o.id = a.order_id GROUP BY 1)
     SELECT c.number, kind, coalesce(told.n, 0)::int AS told, coalesce(kept.n, 0)::int AS kept
     FROM told FULL JOIN kept USING (case_id, kind) JOIN rectification_case c ON c.id = case_id
     WHERE coalesce(told.n, 0) <> coalesce(kept.n, 0) ORDER BY 1, 2`,
    [[...COUNTED_EFFECTS]],
  );
  return rows.map(({ number, kind, told, kept }) => ({
    number,
    fault: 'effectDiffers',
    message: `History tells of ${told} effects of kind ${kind}, the tables hold ${kept}`,
    messageZh: `历史记有 ${told} 项 ${kind}，表中有 ${kept} 项`,
  }));
}

/** Numbers that were given although the counter never reached them; holes are found by verify-history. */
async function numberFaults(on: Connection): Promise<CaseFault[]> {
  const { rows } = await on.query<{ number: string }>(
    `SELECT number FROM rectification_case c LEFT JOIN case_counter k ON k.year = split_part(c.number, '-', 2)::int
     WHERE split_part(c.number, '-', 3)::int > coalesce(k.last, 0) ORDER BY 1`,
  );
  return rows.map(({ number }) => ({
    number,
    fault: 'numberBeyondCounter',
    message: 'The counter of the year never gave this number',
    messageZh: '年度编号从未发到这个号',
  }));
}

/** Figures of the reports against a recount of the cases as they stand. */
async function figureFaults(on: Connection, { calendar }: ReferenceData): Promise<CaseFault[]> {
  const { differences, differing } = await recount(on, calendar, '9999-12-31', 'standing');
  const faults = differences.map(({ caseId, figure, recorded, recounted }) => ({
    number: caseId,
    fault: 'figureDiffers',
    message: `The deltas give ${recorded} for ${figure}, the case ${recounted}`,
    messageZh: `报表增量得 ${recorded}，重新计数得 ${recounted}：${figure}`,
  }));
  if (differing > faults.length) {
    const more = differing - faults.length;
    faults.push({
      number: '',
      fault: 'figureDiffers',
      message: `${more} more figures differ`,
      messageZh: `另有 ${more} 项数字不符`,
    });
  }
  return faults;
}
