/** Ledgers on their way in: kept as they were sent, read and planned under the answers of their owner, and written once that was confirmed. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../clock.js';
import type { Actor } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import { type LedgerDraftShown as KeptDraft, LedgerDraftStore } from '../../store/encrypted/ledger-draft.store.js';
import { LedgerWordsStore } from '../../store/files/ledger-words.store.js';
import { LedgerImportService } from '../ledger-import.service.js';
import { clerksUnit } from '../plan/office-facts.js';
import { prepareImport, rehearse, stillPrepared, withRehearsal } from '../prepare-import.js';
import type { Choices } from '../reading/reading.js';
import { toSend } from '../write-import.js';
import { DAYS_KEPT, DRAFTS_OF_PERSON } from './draft-limits.js';
import type {
  DraftConfirm,
  DraftList,
  DraftRows,
  DraftRowsQuery,
  ImportProgress,
  LedgerDraftShown,
} from './draft.dto.js';
import { mergedChoices } from './draft-choices.js';
import {
  draftRow,
  fileRefusal,
  NOTHING_PLANNED,
  type PlannedDraft,
  plannedDraft,
  readingShown,
  unitsShown,
} from './draft-plan.js';
import { ImportRuns } from './import-runs.js';
import { PlanMemory } from './plan-memory.js';

const DAY_MS = 86_400_000;
const PAGE = 100;
/** Drafts whose headers are remembered. */
const LAYOUTS_KEPT = 200;

type Planned = PlannedDraft | { refusal: NonNullable<LedgerDraftShown['refusal']> };

@Injectable()
export class DraftService {
  private readonly memory = new PlanMemory<Planned>();
  /** By draft the fingerprint of its headers when it was read last. */
  private readonly layouts = new Map<string, string>();

  constructor(
    private readonly drafts: LedgerDraftStore,
    private readonly words: LedgerWordsStore,
    private readonly imports: LedgerImportService,
    private readonly runs: ImportRuns,
    private readonly clock: Clock,
  ) {}

  /** Keeps the file and answers how it would come in. 403 for whoever is no clerk, 422 where too many drafts wait already. */
  async keep(actor: Actor, file: { name: string; bytes: Buffer }): Promise<LedgerDraftShown> {
    clerksUnit(actor);
    const now = this.clock.now();
    const draft = await this.drafts.keep(
      {
        personId: personOf(actor),
        fileName: file.name.slice(0, 200),
        bytes: file.bytes,
        choices: {},
        now,
        expiresAt: now + DAYS_KEPT * DAY_MS,
      },
      DRAFTS_OF_PERSON,
    );
    if (draft === undefined) {
      throw new Refused(
        422,
        'ledger.draft.tooMany',
        `最多保留 ${DRAFTS_OF_PERSON} 份待确认的台账，请先确认或删除`,
        `At most ${DRAFTS_OF_PERSON} ledgers wait to be confirmed: confirm or delete one first`,
      );
    }
    return this.shown(draft, await this.planned(actor, draft, file.bytes));
  }

  /** The person's own, newest first. */
  async list(actor: Actor): Promise<DraftList> {
    const drafts = await this.drafts.listOf(personOf(actor), this.clock.now());
    return {
      items: drafts.map(({ id, fileName, createdAt, expiresAt }) => ({
        id,
        fileName,
        createdAt: new Date(createdAt).toISOString(),
        expiresAt: new Date(expiresAt).toISOString(),
      })),
    };
  }

  async get(actor: Actor, id: string): Promise<LedgerDraftShown> {
    const draft = await this.own(actor, id);
    return this.shown(draft, await this.planned(actor, draft));
  }

  /** A page of the sheet's rows, each beside what it will be. */
  async rows(actor: Actor, id: string, query: DraftRowsQuery): Promise<DraftRows> {
    const draft = await this.own(actor, id);
    const planned = await this.planned(actor, draft);
    if ('refusal' in planned) return { total: 0, items: [] };
    const { becomes, doubt, from = 0, limit = PAGE } = query;
    const rows = planned.rows.filter(
      (row) =>
        (becomes === undefined || (row.becomes === becomes && !(row.isPaper && becomes === 'left'))) &&
        (doubt === undefined || row.doubts.some(({ key }) => key === doubt)),
    );
    const items = rows.slice(from, from + limit).map((row) => draftRow(row, planned.readings.get(row.line)!));
    return { total: rows.length, items };
  }

  /** Merges choices. 409 where somebody answered at the same moment. */
  async answer(actor: Actor, id: string, sent: Record<string, unknown>): Promise<LedgerDraftShown> {
    const draft = await this.own(actor, id);
    requireOpen(draft);
    const choices = mergedChoices(draft.choices as Choices, sent);
    if (!(await this.drafts.answer(id, draft.version, choices))) throw moved();
    const next = await this.own(actor, id);
    return this.shown(next, await this.planned(actor, next));
  }

  /** Begins to write what was seen; the draft is gone once all of it is written, and open again for what is left else. 409 where the plan is another one by now, 422 where something is asked and all was confirmed. */
  async confirm(actor: Actor, id: string, { mode, seen }: DraftConfirm): Promise<ImportProgress> {
    const draft = await this.own(actor, id);
    const former = await this.runs.formerOf(draft.importId);
    const seenPlan = await this.memory.known(id, draft.version);
    this.memory.forget(id);
    const planned = (await this.stillPlanned(actor, seenPlan)) ?? (await this.planned(actor, draft));
    if ('refusal' in planned) {
      const { code, message, messageZh } = planned.refusal;
      throw new Refused(422, code, messageZh, message);
    }
    if (planned.seen !== seen) throw moved();
    if (mode === 'all' && planned.counts.asked > 0) {
      const { asked } = planned.counts;
      throw new Refused(
        422,
        'ledger.draft.asked',
        `还有 ${asked} 行待回答；请先回答，或只导入确定的行`,
        `${asked} rows are asked about: answer first, or take in the rows that are certain`,
        { asked },
      );
    }
    const importId = uuid();
    const { prepared } = planned;
    return this.runs.begin(
      {
        id: importId,
        fileName: prepared.fileName,
        sha256: prepared.sha256,
        personId: actor.userId,
        at: this.clock.now(),
        officeUnitId: prepared.facts.officeUnitId,
        total: toSend(planned.rows),
      },
      prepared,
      planned.rows,
      async () => {
        if (!(await this.drafts.confirm(id, importId, former))) throw moved();
        this.memory.forget(id);
      },
      async (isWhole) => {
        if (isWhole && planned.counts.asked === 0) await this.drafts.forget(id);
        else await this.drafts.release(id, importId);
      },
    );
  }

  /** Forgets the draft, file and all. */
  async forget(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    this.memory.forget(id);
    await this.drafts.forget(id);
  }

  private async own(actor: Actor, id: string): Promise<KeptDraft> {
    clerksUnit(actor);
    const draft = await this.drafts.find(id, personOf(actor), this.clock.now());
    if (draft === undefined) throw notFound('ledger.draft', '待确认的台账', id);
    return draft;
  }

  private planned(actor: Actor, draft: KeptDraft, bytes?: Buffer): Promise<Planned> {
    return this.memory.of(draft.id, draft.version, () => this.plan(actor, draft, bytes));
  }

  private async plan(actor: Actor, draft: KeptDraft, sent?: Buffer): Promise<Planned> {
    const bytes = sent ?? (await this.drafts.bytes(draft.id));
    if (bytes === undefined) throw notFound('ledger.draft', '待确认的台账', draft.id);
    const own = draft.choices as Choices;
    const { office } = this.imports;
    const file = { name: draft.fileName, bytes };
    const now = this.clock.now();
    try {
      // Which words are its own is known once its headers are: from the last time it was read, mostly.
      let layout = this.layouts.get(draft.id);
      for (let turn = 0; ; turn += 1) {
        const words = await this.wordsFor(actor, layout);
        const choices = withWords(own, ...words);
        const prepared = await prepareImport(office, { file, choices, actor, now });
        const { layout: found } = prepared.reading;
        const isOwn = layout === found || JSON.stringify(words) === JSON.stringify(await this.wordsFor(actor, found));
        layout = found;
        if (!isOwn && turn === 0) continue;
        this.rememberLayout(draft.id, found);
        const done = await rehearse(office, prepared);
        return plannedDraft(prepared, withRehearsal(prepared.plan.rows, done), done, choices, JSON.stringify(words));
      }
    } catch (error) {
      return { refusal: fileRefusal(error)! };
    }
  }

  /** The plan that was shown, if nothing that it rests on has changed since. */
  private async stillPlanned(actor: Actor, seen: Planned | undefined): Promise<PlannedDraft | undefined> {
    if (seen === undefined || 'refusal' in seen) return undefined;
    const { prepared, done, words } = seen;
    if (words !== JSON.stringify(await this.wordsFor(actor, prepared.reading.layout))) return undefined;
    const still = await stillPrepared(this.imports.office, prepared, done, { actor, now: this.clock.now() });
    return still === undefined ? undefined : { ...seen, prepared: still };
  }

  private rememberLayout(id: string, layout: string): void {
    this.layouts.set(id, layout);
    for (const oldest of this.layouts.keys()) if (this.layouts.size > LAYOUTS_KEPT) this.layouts.delete(oldest);
  }

  /** The words of the clerk's office for every ledger, and those for one layout. */
  private async wordsFor(actor: Actor, layout: string | undefined): Promise<(Choices['words'] | undefined)[]> {
    const office = clerksUnit(actor);
    const general = await this.words.of(office, '');
    return [general, layout === undefined ? undefined : await this.words.of(office, layout)];
  }

  private shown(draft: KeptDraft, planned: Planned): LedgerDraftShown {
    const { id, fileName, createdAt, expiresAt, importId, choices } = draft;
    const kept = {
      id,
      fileName,
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      importId,
      choices: choices as Choices,
    };
    if ('refusal' in planned) {
      const units = { unknown: [], made: [], matched: [], mayMake: true };
      const nothing = { counts: NOTHING_PLANNED, doubts: [], units, unknownCategories: [], seen: '-' };
      return { ...kept, reading: null, refusal: planned.refusal, ...nothing };
    }
    const { counts, doubts, seen, prepared } = planned;
    return {
      ...kept,
      reading: readingShown(planned),
      refusal: null,
      counts,
      doubts,
      units: unitsShown(planned),
      unknownCategories: prepared.plan.unknownCategories,
      seen,
    };
  }
}

/** The words of an office under those of one draft. */
function withWords(own: Choices, ...offices: (Choices['words'] | undefined)[]): Choices {
  const all = [...offices, own.words].filter((words) => words !== undefined);
  if (all.length === 0) return own;
  const status = Object.assign({}, ...all.map((words) => words.status)) as NonNullable<Choices['words']>['status'];
  const headers = Object.assign({}, ...all.map((words) => words.headers)) as NonNullable<Choices['words']>['headers'];
  return {
    ...own,
    words: { ...(status === undefined ? {} : { status }), ...(headers === undefined ? {} : { headers }) },
  };
}

function personOf({ userId }: Actor): string {
  if (userId !== null) return userId;
  throw new Refused(403, 'ledger.clerkOnly', '只有整改办可以导入台账', 'Only an office clerk may import a ledger');
}

function requireOpen({ importId }: KeptDraft): void {
  if (importId === null) return;
  throw new Refused(
    409,
    'ledger.draft.confirmed',
    '该台账已确认导入，不能再改',
    'This ledger was confirmed already and cannot be changed',
    { importId },
  );
}

function moved(): Refused {
  return new Refused(
    409,
    'ledger.draft.moved',
    '预览之后情况有变，请重新查看后再确认',
    'What was shown is no longer what would happen: look again before you confirm',
  );
}
