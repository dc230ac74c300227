/** Exports what a reader may see as a ledger, page after page, so that its size does not matter. */
import { Injectable } from '@nestjs/common';
import { CaseListService } from '../cases/case-list.service.js';
import type { Actor } from '../domain/command.js';
import { LedgerStore } from '../store/files/ledger.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { FileFormat } from '../spreadsheet/file-format.js';
import { exportByUnit, exportFile } from './export-file.js';
import { exportRow, type ExportRow } from './export-row.js';
import type { ListQuery } from './ledger.dto.js';

const PAGE = 200;

@Injectable()
export class LedgerExportService {
  constructor(
    private readonly cases: CaseListService,
    private readonly store: LedgerStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The file in pieces: the cases GET /api/cases lists for the same reader and filters, in its order. Its refusals come at once: those of the list, and
   *  more cases than go on sheets `byUnit`. */
  async export(
    actor: Actor,
    query: ListQuery,
    format: FileFormat,
    byUnit = false,
  ): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>> {
    const rows = this.rows(actor, query);
    if (byUnit) return [await exportByUnit(rows)];
    const first = await rows.next();
    return exportFile(following(first, rows), format);
  }

  /** What the file is called, without its ending: the office's day at the instant `now`. */
  fileName(now: number): string {
    return `台账-${this.referenceData.current().calendar.dayOf(now)}`;
  }

  private async *rows(actor: Actor, query: ListQuery): AsyncGenerator<ExportRow> {
    const { calendar } = this.referenceData.current();
    let serial = 0;
    for (let cursor: string | undefined; ;) {
      const page = await this.cases.list(actor, { ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      const found = await this.store.forExport(page.items.map(({ id }) => id));
      for (const each of found) yield exportRow(each, (serial += 1), calendar);
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}

async function* following<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
