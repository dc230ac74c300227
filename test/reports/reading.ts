/** Report and list as a tenant's people read them, without HTTP, at a moment that the test sets. */
import { CaseListService } from '../../src/cases/case-list.service.js';
import type { CaseList, CaseListQuery } from '../../src/cases/case-list.dto.js';
import type { Actor } from '../../src/domain/command.js';
import { ClosureService } from '../../src/reports/closure.service.js';
import { CaseListStore } from '../../src/store/lists/case-list.store.js';
import { SearchStore } from '../../src/store/lists/search.store.js';
import type { Database } from '../../src/store/database/database.js';
import type { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { ReportStore } from '../../src/store/reports/report.store.js';
import type { Fixture } from '../support/fixture.js';
import { refs } from '../support/engine.js';
import { Clock } from '../../src/clock.js';
import { elsewhereOf } from '../support/elsewhere.js';

export class SetClock extends Clock {
  at = 0;
  now(): number {
    return this.at;
  }
}

export interface Reading {
  clock: SetClock;
  reports: ClosureService;
  lists: CaseListService;
  /** Follows an address such as `/api/cases?…` to its last page; the ids in order, and the total of the first page. */
  follow: (actor: Actor, href: string, limit?: number) => Promise<{ ids: string[]; total: number }>;
}

export function reading(database: Database, fixture: Fixture): Reading {
  const clock = new SetClock();
  // The pure tier's units and calendar, which openBureau wrote into the database.
  const referenceData = {
    current: () => refs,
    version: () => 1,
    refresh: () => Promise.resolve(refs),
  } as unknown as ReferenceDataStore;
  const reports = new ClosureService(new ReportStore(database), referenceData, clock);
  const lists = new CaseListService(
    new CaseListStore(database, new SearchStore(database)),
    elsewhereOf(database),
    referenceData,
    fixture.dependencies.workflows,
    clock,
  );
  const follow: Reading['follow'] = async (actor, href, limit = 200) => {
    // What the validation pipe makes of an address.
    const given = Object.fromEntries(new URL(href, 'http://office').searchParams);
    const overdue = given['overdue'] === undefined ? {} : { overdue: given['overdue'] === 'true' };
    const query = { ...given, ...overdue } as unknown as CaseListQuery;
    const ids: string[] = [];
    let page: CaseList | undefined;
    let total = 0;
    do {
      page = await lists.list(actor, { ...query, limit, ...(page?.nextCursor ? { cursor: page.nextCursor } : {}) });
      if (ids.length === 0) total = page.total;
      ids.push(...page.items.map(({ id }) => id));
    } while (page.nextCursor !== null);
    return { ids, total };
  };
  return { clock, reports, lists, follow };
}
