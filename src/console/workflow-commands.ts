/** Workflows on the command line: checking a file, and moving open cases to another version. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { SystemClock } from '../clock.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { type Migrated, migrateCases } from '../executor/migrate-cases.js';
import { workflowProblems } from '../engine/check-workflow.js';
import { mappingGaps } from '../engine/check-mapping.js';
import type { WorkflowFile } from '../engine/machine.js';
import { CaseStore } from '../store/cases/case.store.js';
import { HistoryStore } from '../store/cases/history.store.js';
import { PastStore } from '../store/cases/past.store.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { bringTables } from '../store/database/bring-tables.js';
import { openWorkflows } from '../store/reference-data/workflow-files.js';
import { administrator } from './archive-commands.js';
import { draftOf } from '../workflows/draft.js';
import { simulate } from '../workflows/simulate.js';
import type { DifferingCase } from '../workflows/simulation.js';
import { caseSaid, simulationSaid } from '../workflows/simulation-said.js';
import { spanOf } from '../workflows/span.js';
import type { CommandLine } from './command-line.js';
import { withDatabase } from './with-database.js';

export const WORKFLOW_CHECK: CommandLine = {
  words: ['workflow', 'check'],
  args: 'FILE',
  says: '检查流程文件，逐条说明问题 / says in plain words what is wrong with a workflow file',
  run: ([file], print) => {
    if (file === undefined) throw new Error('流程文件？ / which file?');
    const content = contentOf(file);
    const own = workflowProblems(content, basename(file));
    const problems = own.length > 0 ? own : gapsBeside(content as WorkflowFile, dirname(file));
    for (const { path, messageZh, message } of problems) print(`${path}\n  ${messageZh}\n  ${message}`);
    print(problems.length === 0 ? `${file}：可以使用 / can be used` : `${problems.length} 个问题 / problems`);
    return Promise.resolve(problems.length === 0 ? 0 : 1);
  },
};

/** The JSON of a file; throws in both languages where there is none to be read. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}：不是可读的 JSON 文件 / not a readable JSON file: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Complaints about what the file says of earlier versions, as far as these lie beside it. */
function gapsBeside(file: WorkflowFile, folder: string): ReturnType<typeof mappingGaps> {
  return (file.migratesFrom ?? []).flatMap((mapping) => {
    try {
      const text = readFileSync(join(folder, `${file.name}.v${mapping.version}.json`), 'utf8');
      return mappingGaps(mapping, (JSON.parse(text) as WorkflowFile).machine, file.machine);
    } catch {
      return [];
    }
  });
}

export const WORKFLOW_MIGRATE: CommandLine = {
  words: ['workflow', 'migrate'],
  args: 'NAME FROM TO --as USERNAME [--dry-run]',
  says: '把未办结事项转入流程的另一版本，可中断、可重复 / moves open cases to another version of their workflow; may be interrupted and repeated; --dry-run writes nothing',
  run: (args, print) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [name = '', ...versions] = positionals;
    const [from, to] = versions.map(Number);
    if (name === '' || !isVersion(from) || !isVersion(to))
      throw new Error('流程名和两个版本号？ / which workflow, from which version to which? NAME FROM TO');
    return withDatabase(
      async ({ database, config }) => {
        await bringTables(database, config);
        const { by, name: person, referenceData } = await administrator(database, config, values.as);
        const clock = new SystemClock(config.clockStart);
        const workflows = await openWorkflows(database, by.at, { release: false });
        const dependencies = { cases: new CaseStore(database), referenceData, workflows, now: () => clock.now() };
        const executor = new CommandExecutor(dependencies, new HistoryStore(database));
        const dryRun = values['dry-run'];
        const order = { name, from, to, by: { id: by.personId, name: person }, at: by.at, dryRun };
        const told = await migrateCases(executor, dependencies, order);
        say(told, dryRun, print);
        return told.faults.length === 0 ? 0 : 1;
      },
      { tables: 'any' },
    );
  },
};

export const WORKFLOW_SIMULATE: CommandLine = {
  words: ['workflow', 'simulate'],
  args: 'FILE [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--most N] [--cases]',
  says: '用草拟的流程或数字重演真实历史，说明会有哪些不同；不写入任何内容 / plays the real histories through a drafted workflow or policy and says what would have been different; writes nothing',
  run: (args, print) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        most: { type: 'string', default: '1000000' },
        cases: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (file === undefined) throw new Error('流程文件？ / which file?');
    const given = contentOf(file);
    const most = Number(values.most);
    if (!Number.isInteger(most) || most < 1) throw new Error('--most N');
    return withDatabase(async ({ database, config }) => {
      const now = new SystemClock(config.clockStart).now();
      const workflows = await openWorkflows(database, now, { release: false });
      const referenceData = await ReferenceDataStore.open(database, config.zone);
      const refs = referenceData.current();
      const source = {
        past: new PastStore(database),
        people: new PeopleStore(database, referenceData),
        workflows,
        refs,
      };
      const { from, to } = spanOf(values, refs.calendar.dayOf(now));
      const onCase = values.cases ? (differing: DifferingCase): void => print(caseSaid(differing)) : () => undefined;
      const wanted = { draft: draftOf(given, workflows), from, to, now, most, list: 0, onCase };
      const told = await simulate(source, wanted);
      for (const line of simulationSaid(told)) print(line);
      return told.failed.length === 0 ? 0 : 1;
    });
  },
};

const isVersion = (given: number | undefined): given is number =>
  given !== undefined && Number.isInteger(given) && given >= 1;

function say({ looked, moved, staying, faults }: Migrated, dryRun: boolean, print: (line: string) => void): void {
  for (const { number, place, messageZh, message } of staying) print(`${number}  ${place}  ${messageZh} / ${message}`);
  for (const { from, to, cases } of moved) print(`${from} → ${to}  ${cases}`);
  for (const { number, fault, messageZh, message } of faults) print(`${number}  ${fault}  ${messageZh} / ${message}`);
  const went = moved.reduce((sum, { cases }) => sum + cases, 0);
  print(
    `${looked} 个未办结事项 / open cases，${went} 个${dryRun ? '可转入 / would move' : '已转入 / moved'}，${staying.length} 个留在原版本 / stay，${faults.length} 处异常 / faults`,
  );
}
