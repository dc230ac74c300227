/** One ledger on its way in: tried, its columns corrected, tried again, imported. */
import { useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { asProblem } from '../../api/problem.js';
import {
  assigned,
  headOf,
  headOfRefusal,
  linesOfRefusal,
  mappingOf,
  recalled,
  recognised,
  remember,
  saysMatter,
  type Choice,
  type FileHead,
  type FirstLines,
  type LedgerField,
} from './column-mapping.js';
import { importLedger, type Report } from './import-ledger.js';

export interface LedgerOnItsWay {
  file: Ref<File | null>;
  createUnits: Ref<boolean>;
  report: ShallowRef<Report | null>;
  failed: Ref<unknown>;
  busy: Ref<'' | 'trying' | 'importing'>;
  /** The columns of the file, once the service has seen its header. */
  head: ShallowRef<FileHead | null>;
  /** What the columns are read as. */
  choice: ComputedRef<Choice>;
  /** The choice is the person's own, of this time or of last time. */
  isOwn: ComputedRef<boolean>;
  isRecalled: Ref<boolean>;
  /** The first lines of a file whose header is not known. */
  lines: ShallowRef<FirstLines | null>;
  isDone: ComputedRef<boolean>;
  take: (file: File) => Promise<void>;
  run: (dryRun: boolean) => Promise<void>;
  assign: (header: string, field: LedgerField | '') => Promise<void>;
  /** Back to what the service recognises by itself. */
  reset: () => Promise<void>;
  chooseHeader: (line: number) => Promise<void>;
}

/** Call in setup. `told` runs after each answer that is a report. */
export function useImport(told: () => unknown): LedgerOnItsWay {
  const client = useQueryClient();
  const file = ref<File | null>(null);
  const createUnits = ref(true);
  const report = shallowRef<Report | null>(null);
  const failed = ref<unknown>(null);
  const busy = ref<'' | 'trying' | 'importing'>('');
  const head = shallowRef<FileHead | null>(null);
  const lines = shallowRef<FirstLines | null>(null);
  const own = shallowRef<Choice | null>(null);
  const isRecalled = ref(false);
  const headerLine = ref<number>();
  const choice = computed(() => own.value ?? recognised(head.value?.columns ?? []));
  const isDone = computed(() => report.value !== null && !report.value.dryRun);
  /** Something changed while a try was under way: its answer is old. */
  let isStale = false;

  function mapping(): object | undefined {
    if (head.value !== null && own.value !== null) return mappingOf(head.value, own.value);
    if (headerLine.value === undefined) return undefined;
    const sheet = lines.value?.sheet;
    return { headerRow: headerLine.value, ...(sheet === undefined ? {} : { sheet }) };
  }
  /** Takes over what the person made of the same headers last time; true where that is another reading. */
  function recall(seen: FileHead): boolean {
    head.value = seen;
    const headers = seen.columns.map(({ header }) => header);
    const last = own.value === null ? recalled(headers) : undefined;
    if (last === undefined || JSON.stringify(last) === JSON.stringify(recognised(seen.columns))) return false;
    own.value = Object.fromEntries(headers.map((header) => [header, last[header] ?? '']));
    isRecalled.value = true;
    return true;
  }

  async function run(dryRun: boolean): Promise<void> {
    if (file.value === null) return;
    if (busy.value !== '') return void (isStale = isStale || dryRun);
    busy.value = dryRun ? 'trying' : 'importing';
    failed.value = null;
    isStale = false;
    let again = false;
    try {
      const answered = await importLedger(file.value, { dryRun, createUnits: createUnits.value, mapping: mapping() });
      again = recall(headOf(answered)) && dryRun;
      lines.value = null;
      report.value = answered;
      if (!dryRun)
        void Promise.all([['cases'], ['work'], ['units']].map((queryKey) => client.invalidateQueries({ queryKey })));
    } catch (error) {
      failed.value = error;
      const problem = asProblem(error);
      const seen = headOfRefusal(problem);
      again = seen !== undefined && recall(seen);
      lines.value = linesOfRefusal(problem) ?? lines.value;
      const known = headerLine.value === undefined && lines.value?.lines.find(({ cells }) => recalled(cells));
      if (known) {
        headerLine.value = known.line;
        again = true;
      }
      if (!problem.mayPass && dryRun) report.value = null;
    } finally {
      busy.value = '';
    }
    if (again || isStale) return run(true);
    if (failed.value === null) await told();
  }

  const take = (taken: File): Promise<void> => {
    file.value = taken;
    report.value = null;
    failed.value = null;
    head.value = null;
    lines.value = null;
    own.value = null;
    isRecalled.value = false;
    headerLine.value = undefined;
    return run(true);
  };
  function keep(made: Choice | undefined): Promise<void> {
    remember(
      (head.value?.columns ?? []).map(({ header }) => header),
      made,
    );
    own.value = made ?? null;
    isRecalled.value = false;
    return made === undefined || saysMatter(made) ? run(true) : Promise.resolve();
  }
  return {
    file,
    createUnits,
    report,
    failed,
    busy,
    head,
    choice,
    isOwn: computed(() => own.value !== null),
    isRecalled,
    lines,
    isDone,
    take,
    run,
    assign: (header, field) => keep(assigned(choice.value, header, field)),
    reset: () => keep(undefined),
    chooseHeader: (line) => {
      headerLine.value = line;
      head.value = null;
      own.value = null;
      return run(true);
    },
  };
}
