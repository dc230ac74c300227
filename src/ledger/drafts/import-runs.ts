/** Imports under way: written in the background, portion by portion, watched and ended from any server. */
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { Actor } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import { tell } from '../../notify/told.js';
import { inTransaction } from '../../store/database/transaction.js';
import type { Client } from '../../store/messages/entry-rows.js';
import { type ImportBegun, type ImportKept, LedgerStore } from '../../store/files/ledger.store.js';
import { reportOf, summaryOf } from '../import-ledger.js';
import { LedgerImportService } from '../ledger-import.service.js';
import { clerksUnit } from '../plan/office-facts.js';
import type { PlannedRow } from '../plan/ledger-plan.js';
import type { Prepared } from '../prepare-import.js';
import { afterImport, writeImport } from '../write-import.js';
import { IMPORTS_LISTED, UNDO_HOURS } from './draft-limits.js';
import type { ImportCounts, ImportList, ImportProgress } from './draft.dto.js';
import type { ImportReport } from '../import-report.js';

/** Milliseconds without progress after which a running import was cut off. */
const SILENT = 60_000;
const HOUR_MS = 3_600_000;
/** Whoever confirmed a short import is still looking at its page. */
const LONG_MS = 30_000;

@Injectable()
export class ImportRuns implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ledger-import');
  private readonly running = new Set<Promise<void>>();
  private closing = false;
  /** The person is told of the end of an import that was written for longer than this, milliseconds. */
  longMs = LONG_MS;

  constructor(
    private readonly imports: LedgerImportService,
    private readonly store: LedgerStore,
    private readonly clock: Clock,
  ) {}

  /** The import is on record, `claim` has taken it, and its rows are being written; `ended` is told whether all of them were. */
  async begin(
    begun: ImportBegun,
    prepared: Prepared,
    rows: readonly PlannedRow[],
    claim: () => Promise<void>,
    ended: (isWhole: boolean) => Promise<void>,
  ): Promise<ImportProgress> {
    await this.store.begin(begun);
    try {
      await claim();
    } catch (error) {
      await this.store.drop(begun.id);
      throw error;
    }
    const run = this.write(begun, prepared, rows, ended).catch(async (error: unknown) => {
      this.logger.error(`import ${begun.id} broke off`, error);
      await inTransaction(this.imports.office.database.pool, (client) => this.tell(client, begun, 'stopped')).catch(
        () => undefined,
      );
    });
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
    return this.shown((await this.store.imported(begun.id))!);
  }

  /** Tells the person who confirmed it; nobody where a program did. */
  private async tell(
    client: Client,
    { id, personId, total }: ImportBegun,
    cause: 'done' | 'cancelled' | 'stopped',
    counts: Partial<ImportCounts> = {},
  ): Promise<void> {
    if (personId === null) return;
    const now = this.clock.now();
    const { imported = 0, merged = 0, refused = 0 } = counts;
    const facts = { cause, importId: id, total, written: imported + merged, refused: refused || null };
    const key = `import ${id} ${cause} ${now}`;
    await tell(client, [{ personId, topic: 'import.ended', facts, key }], now);
  }

  private async write(
    begun: ImportBegun,
    prepared: Prepared,
    rows: readonly PlannedRow[],
    ended: (isWhole: boolean) => Promise<void>,
  ): Promise<void> {
    const { id } = begun;
    const since = performance.now();
    const { done, created, isCancelled } = await writeImport(this.imports.office, id, prepared, rows, {
      moved: async (written) => (await this.store.moved(id, written, this.clock.now())) && !this.closing,
    });
    const report = reportOf({ ...prepared, plan: { ...prepared.plan, rows: [...rows] } }, done, {
      importId: id,
      created,
    });
    const state = isCancelled ? 'cancelled' : 'done';
    await this.store.finish(id, state, summaryOf(report), async (client) => {
      if (performance.now() - since >= this.longMs) await this.tell(client, begun, state, countsOf(report));
    });
    await ended(!isCancelled);
    await afterImport(this.imports.office, report.imported, this.clock.now());
  }

  /** How far it has come. 404 for whoever is no clerk of its office. */
  async progress(actor: Actor, id: string): Promise<ImportProgress> {
    return this.shown(await this.own(actor, id));
  }

  /** The last ones of the actor and of their office, newest first. */
  async list(actor: Actor): Promise<ImportList> {
    if (actor.userId === null) return { items: [] };
    const found = await this.store.importsOf(actor.userId, clerksUnit(actor), IMPORTS_LISTED);
    return { items: found.map((one) => this.shown(one)) };
  }

  /** Ends it before its next portion; what is written stays. */
  async cancel(actor: Actor, id: string): Promise<ImportProgress> {
    await this.own(actor, id);
    await this.store.cancel(id);
    return this.progress(actor, id);
  }

  /** The import that a draft went into, if it may be confirmed again: it was cancelled or cut off. 409 where it runs or is done. */
  async formerOf(importId: string | null): Promise<string | null> {
    const found = importId === null ? null : await this.store.imported(importId);
    if (found === null) return importId;
    const state = this.stateOf(found);
    if (state === 'cancelled' || state === 'stopped') return importId;
    throw new Refused(409, 'ledger.draft.confirmed', '该台账已确认导入', 'This ledger was confirmed already', {
      importId,
    });
  }

  /** The import, if the actor is clerk of its office; 404 else. */
  async own(actor: Actor, id: string): Promise<ImportKept> {
    const found = await this.store.imported(id);
    const isOwn = found !== null && (found.personId === actor.userId || found.officeUnitId === clerksUnit(actor));
    if (!isOwn) throw notFound('ledger.import', '导入', id);
    return found;
  }

  shown(found: ImportKept): ImportProgress {
    const { id, fileName, at, total, done, undoneAt, summary } = found;
    const state = this.stateOf(found);
    const until = at + UNDO_HOURS * HOUR_MS;
    const hasEnded = state === 'done' || state === 'cancelled';
    const mayUndo = hasEnded && undoneAt === null && this.clock.now() < until;
    return {
      id,
      fileName,
      at: new Date(at).toISOString(),
      state,
      total,
      done,
      counts: hasEnded ? countsOf(summary) : null,
      undoUntil: mayUndo ? new Date(until).toISOString() : null,
      undoneAt: undoneAt === null ? null : new Date(undoneAt).toISOString(),
    };
  }

  private stateOf({ state, movedAt }: ImportKept): ImportProgress['state'] {
    if (state === 'done' || state === 'cancelled') return state;
    return movedAt !== null && this.clock.now() - movedAt > SILENT ? 'stopped' : 'running';
  }

  /** Lets the portion in hand be written before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    await Promise.all(this.running);
  }
}

/** Of the summary of an import, whichever release wrote it. */
function countsOf(summary: object): ImportCounts {
  const { refused, became = {}, ...rest } = summary as Partial<ImportReport>;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const { imported, merged, late, additions } = rest;
  const { closed, dropped, assigned, collected } = became as Partial<ImportReport['became']>;
  return {
    ...{ imported: number(imported), merged: number(merged), refused: refused?.length ?? 0 },
    ...{ closed: number(closed), dropped: number(dropped), assigned: number(assigned), collected: number(collected) },
    ...{ late: number(late), additions: number(additions) },
  };
}
