/** What importing and exporting ledgers asks of the database: always for many rows at once. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { Any, IsNull, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CaseState } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import type { Outcome, Source, Stage } from '../../domain/words.js';
import { SAID_IN_LEDGERS } from '../archive/archive-cases.js';
import { CaseStore } from '../cases/case.store.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { entitiesOn } from '../database/one-pool.js';
import { inTransaction } from '../database/transaction.js';
import { ReferenceDataStore, type Stored } from '../reference-data/reference-data.store.js';

import { UnitEntity } from '../reference-data/unit.entity.js';
import { LedgerImport } from './ledger-import.entity.js';

/** A case that bears the number or key of a row. */
export interface KnownCase {
  id: string;
  number: string;
  externalKey: string | null;
  officeUnitId: string | null;
  stage: Stage;
  title: string;
  description: string;
  version: number;
  workflowVersion: number;
  outcome: Outcome | null;
  takenOver: boolean;
  leadUnitId: string | null;
  supportingUnitIds: string[];
  categoryId: string | null;
  dueOn: Day | null;
  closedOn: Day | null;
  /** Its place within the stage. */
  place: string;
  /** Working days that an extension is asked for and not decided; null where none is. */
  extensionDays: number | null;
}

export interface ImportBegun {
  id: string;
  fileName: string;
  sha256: string;
  personId: string | null;
  at: number;
  officeUnitId: string;
  /** Rows it has to write. */
  total: number;
}

export type ImportState = 'running' | 'cancelling' | 'cancelled' | 'done';

/** An import with how far it has come; instants in epoch milliseconds. */
export interface ImportKept {
  id: string;
  fileName: string;
  personId: string | null;
  officeUnitId: string | null;
  at: number;
  state: ImportState;
  total: number;
  done: number;
  movedAt: number | null;
  undoneAt: number | null;
  summary: object;
}

/** A case as an export shows it; units and category by name. */
export interface LedgerCase {
  id: string;
  number: string;
  externalKey: string | null;
  title: string;
  description: string;
  source: Source;
  categoryZh: string | null;
  leadUnit: string | null;
  supportingUnits: string[];
  leadUnitId: string | null;
  supportingUnitIds: string[];
  version: number;
  collectedOn: Day;
  assignedAt: number | null;
  dueOn: Day | null;
  closedOn: Day | null;
  outcome: Outcome | null;
  stage: Stage;
  takenOver: boolean;
  /** What the ledger it came from said beside the rest, by name; empty for a case of our own. */
  note: [name: string, value: string][];
  /** Lines of its history that say a measure, oldest first. */
  said: { type: string; payload: Record<string, unknown> }[];
}

/** Keys of one lookup; more are asked for in several. */
const KEYS_TOGETHER = 10_000;
const UNITS_TOGETHER = 1_000;

@Injectable()
export class LedgerStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly referenceData: ReferenceDataStore,
    private readonly cases: CaseStore,
  ) {}

  /** Cases with one of these external keys or case numbers. */
  async known(keys: readonly string[], numbers: readonly string[]): Promise<KnownCase[]> {
    const found: KnownCase[] = [];
    for (let from = 0; from < Math.max(keys.length, numbers.length); from += KEYS_TOGETHER) {
      const { rows } = await this.database.pool.query<KnownCase>(
        `SELECT c.id, c.number, c.external_key AS "externalKey", c.office_unit_id AS "officeUnitId", c.stage, t.title, t.description,
           c.version, c.workflow_version AS "workflowVersion", c.outcome, c.taken_over AS "takenOver", c.lead_unit_id AS "leadUnitId",
           c.supporting_unit_ids AS "supportingUnitIds", c.category_id AS "categoryId", c.due_on AS "dueOn", c.closed_on AS "closedOn",
           c.place, (c.context #>> '{extension,days}')::int AS "extensionDays"
         FROM rectification_case c JOIN case_text t ON t.case_id = c.id
         WHERE c.external_key = ANY($1::text[]) OR c.number = ANY($2::text[])`,
        [keys.slice(from, from + KEYS_TOGETHER), numbers.slice(from, from + KEYS_TOGETHER)],
      );
      found.push(...rows);
    }
    return found;
  }

  /** Those of the command ids that history has already. */
  async knownCommands(ids: readonly string[]): Promise<Set<string>> {
    const known = await this.cases.priorCommands(ids, this.database.pool);
    return new Set(known.keys());
  }

  /** The cases as decisions see them; for a dry run. */
  async load(ids: readonly string[]): Promise<Map<string, CaseState>> {
    return ids.length === 0 ? new Map() : (await this.cases.load(ids, this.database.pool)).cases;
  }

  /** Names of all categories. */
  async categories(): Promise<Stored['categories']> {
    return (await this.referenceData.stored()).categories;
  }

  /** Makes the units that are missing below `parentId`, all under one new version of the reference data; the ids by name. A unit
   *  of that name that another import has just made is taken, not made again. */
  async makeUnits(names: readonly string[], parentId: string): Promise<Map<string, string>> {
    return this.referenceData.change(async (entities) => {
      const present = await entities.findBy(UnitEntity, { parentId, name: Any([...names]) });
      const ids = new Map(present.map(({ id, name }) => [name, id]));
      const missing = names.filter((name) => !ids.has(name)).map((name) => ({ id: uuid(), name, parentId }));
      for (let from = 0; from < missing.length; from += UNITS_TOGETHER) {
        await entities.insert(UnitEntity, missing.slice(from, from + UNITS_TOGETHER));
      }
      for (const { id, name } of missing) ids.set(name, id);
      return ids;
    });
  }

  /** Notes that an import has begun. */
  async begin({ sha256, at, ...plain }: ImportBegun): Promise<void> {
    const row = { ...plain, fileSha256: Buffer.from(sha256, 'hex'), at: new Date(at), movedAt: new Date(at) };
    await this.imports.insert({ ...row, state: 'running', summary: {} });
  }

  /** Takes one back that never began to write. */
  async drop(id: string): Promise<void> {
    await this.imports.delete({ id });
  }

  /** Notes how many rows are written; false where somebody wants it to end. */
  async moved(id: string, done: number, now: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ state: ImportState }>(
      'UPDATE ledger_import SET done = $2, moved_at = $3 WHERE id = $1 RETURNING state',
      [id, done, new Date(now)],
    );
    return rows[0]?.state === 'running';
  }

  /** Asks a running import to end before its next portion; whether it was running. */
  async cancel(id: string): Promise<boolean> {
    const { affected } = await this.imports.update({ id, state: 'running' }, { state: 'cancelling' });
    return affected === 1;
  }

  /** Keeps what became of an import, and does `also` in the same transaction. */
  finish(
    id: string,
    state: 'done' | 'cancelled',
    summary: object,
    also: (client: ClientBase) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const { pool, dataSource } = this.database;
    return inTransaction(pool, async (client) => {
      await entitiesOn(dataSource, client).update(LedgerImport, { id }, { state, summary });
      await also(client);
    });
  }

  /** Notes that it was undone; of two the first counts. */
  async undone(id: string, now: number): Promise<boolean> {
    const { affected } = await this.imports.update({ id, undoneAt: IsNull() }, { undoneAt: new Date(now) });
    return affected === 1;
  }

  /** Lets go of the numbers and words under which these cases were known, so that their rows may come in again. */
  async forgetKeys(caseIds: readonly string[]): Promise<void> {
    await this.database.pool.query('UPDATE rectification_case SET external_key = NULL WHERE id = ANY($1::uuid[])', [
      caseIds,
    ]);
  }

  /** The import; null where there is none. */
  async imported(id: string): Promise<ImportKept | null> {
    const found = await this.imports.findOneBy({ id });
    return found === null ? null : keptImport(found);
  }

  /** The last `most` imports of the person or of the office, newest first. */
  async importsOf(personId: string, officeUnitId: string, most: number): Promise<ImportKept[]> {
    const found = await this.imports.find({
      where: [{ personId }, { officeUnitId }],
      order: { at: 'DESC', id: 'DESC' },
      take: most,
    });
    return found.map(keptImport);
  }

  private get imports(): Repository<LedgerImport> {
    return this.database.dataSource.manager.getRepository(LedgerImport);
  }

  /** The cases of these ids, in the order of the ids. */
  async forExport(ids: readonly string[]): Promise<LedgerCase[]> {
    const { rows } = await this.database.pool.query<LedgerCase>(
      `SELECT c.id, c.number, c.external_key AS "externalKey", t.title, t.description, c.source, k.name_zh AS "categoryZh",
         u.name AS "leadUnit", c.lead_unit_id AS "leadUnitId", c.supporting_unit_ids AS "supportingUnitIds", c.version, c.collected_on AS "collectedOn", (c.context->>'assignedAt')::float8 AS "assignedAt",
         c.due_on AS "dueOn", c.closed_on AS "closedOn", c.outcome, c.stage, coalesce((c.context->>'takenOver')::boolean, false) AS "takenOver",
         array(SELECT s.name FROM unnest(c.supporting_unit_ids) WITH ORDINALITY AS w (id, place) JOIN unit s USING (id) ORDER BY w.place)
           AS "supportingUnits",
         coalesce((SELECT n.fields FROM ledger_note n WHERE n.case_id = c.id), '[]') AS note,
         coalesce((SELECT json_agg(json_build_object('type', e.type, 'payload', e.body->'payload') ORDER BY e.seq)
           FROM case_event e WHERE e.case_id = c.id AND e.type = ANY($2::text[])),
           (SELECT a.said FROM case_archive a WHERE a.case_id = c.id AND a.returned_at IS NULL), '[]') AS said
       FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
       JOIN rectification_case c USING (id) JOIN case_text t ON t.case_id = c.id
       LEFT JOIN category k ON k.id = c.category_id LEFT JOIN unit u ON u.id = c.lead_unit_id
       ORDER BY wanted.place`,
      [ids, SAID_IN_LEDGERS],
    );
    return rows;
  }
}

function keptImport({ at, movedAt, undoneAt, fileSha256: _, state, ...plain }: LedgerImport): ImportKept {
  return {
    ...plain,
    state: state as ImportState,
    at: at.getTime(),
    movedAt: movedAt?.getTime() ?? null,
    undoneAt: undoneAt?.getTime() ?? null,
  };
}
