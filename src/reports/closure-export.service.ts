/** Gives the closure report away as a file, in the language of whoever reads it. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/command.js';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import type { FileFormat } from '../spreadsheet/file-format.js';
import { closureFile } from './closure-file.js';
import { ClosureService } from './closure.service.js';
import { closureTable } from './closure-table.js';
import type { ClosureQuery, ClosureReport, ClosureRow } from './closure.dto.js';
import type { Language } from '../domain/vocabulary/word.js';
import { CLOSURE_WORDS } from './closure-words.js';

export interface ClosureFile {
  /** Without its ending. */
  name: string;
  bytes: Uint8Array;
}

@Injectable()
export class ClosureExportService {
  constructor(
    private readonly closure: ClosureService,
    private readonly categories: CategoryStore,
  ) {}

  /** The same figures `closure` answers the same actor, with its refusals. */
  async file(actor: Actor, query: ClosureQuery, format: FileFormat, language: Language): Promise<ClosureFile> {
    const report = await this.closure.closure(actor, query);
    const words = CLOSURE_WORDS[language];
    const { unitId } = query;
    const named = this.closure.unitsOn(report.asOf).get(unitId?.toLowerCase() ?? '');
    const asking = [
      ...(unitId === undefined ? [] : [named?.name ?? unitId]),
      ...(query.takenOver === 'include' ? [words.withTakenOver] : []),
    ];
    const table = closureTable(report, language, await this.labels(report, language), asking);
    return {
      name: [words.file, words.split[report.by], report.asOf].join('-'),
      bytes: await closureFile(table, format, words.file),
    };
  }

  /** Units and meetings have one name; sources, categories and months one in each language. */
  private async labels(report: ClosureReport, language: Language): Promise<(row: ClosureRow) => string> {
    const words = CLOSURE_WORDS[language];
    const named = await this.names(report, language);
    return ({ key, label }) => (key === null ? words.none[report.by] : (named(key) ?? label));
  }

  private async names({ by }: ClosureReport, language: Language): Promise<(key: string) => string | undefined> {
    if (by === 'source') return (key) => (CLOSURE_WORDS[language].source as Record<string, string>)[key];
    if (by === 'category') {
      const categories = await this.categories.list();
      const names = new Map(categories.map(({ id, nameZh, nameEn }) => [id, language === 'en' ? nameEn : nameZh]));
      return (key) => names.get(key);
    }
    if (by !== 'month') return () => undefined;
    const month = new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'short' });
    return (key) => month.format(new Date(`${key}-01T00:00:00Z`));
  }
}
