/** Ledgers on the command line: an import in the name of a clerk, for files too large for a browser. */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SystemClock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { importOffice } from './import-office.js';
import { importFile } from '../ledger/ledger-import.service.js';
import { type LedgerMapping, parseMapping } from '../ledger/reading/mapping.js';
import { bringTables } from '../store/database/bring-tables.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { openCipher } from '../store/encrypted/held-settings.js';
import { openWorkflows } from '../store/reference-data/workflow-files.js';
import type { CommandLine } from './command-line.js';
import { withDatabase } from './with-database.js';

export const IMPORT: CommandLine = {
  words: ['import'],
  args: 'FILE --as USERNAME [--mapping FILE.json] [--dry-run]',
  says: '以经办人身份导入台账 / imports a ledger in the name of a clerk; --dry-run writes nothing',
  run: (args, print) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { as: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined || values.as === undefined) throw new Error('FILE --as USERNAME');
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw noFile(file);
    const mapping = values.mapping === undefined ? undefined : mappingIn(values.mapping);
    return withDatabase(
      async ({ database, config }) => {
        await bringTables(database, config);
        const clock = new SystemClock(config.clockStart);
        const workflows = await openWorkflows(database, clock.now(), { release: false });
        const referenceData = await ReferenceDataStore.open(database, config.zone);
        const cipher = await openCipher(database.pool, config, clock.now());
        const office = importOffice(database, { referenceData, workflows, now: () => clock.now() }, cipher);
        const actor = await actorOf(new PeopleStore(database, referenceData), values.as!);
        const request = { mapping, dryRun: values['dry-run'], actor, now: clock.now() };
        const { rows, imported, merged, refused } = await importFile(office, file, request);
        for (const { line, messageZh, message } of refused)
          print(`第 ${line} 行 / line ${line}: ${messageZh} / ${message}`);
        print(
          `${rows} 行 / rows：${imported} 导入 / imported，${merged} 并入 / merged，${refused.length} 未采用 / refused`,
        );
        return 0;
      },
      { tables: 'any' },
    );
  },
};

function noFile(path: string): Refused {
  return new Refused(404, 'ledger.file.none', `找不到文件：${path}`, `No such file: ${path}`);
}

/** The mapping in a file of JSON. */
function mappingIn(path: string): LedgerMapping {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw noFile(path);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Refused(422, 'ledger.mapping.noJson', `不是 JSON：${path}`, `Not JSON: ${path}`);
  }
  return parseMapping(given);
}

/** The account of this name as who acts from the command line. 404 where there is none. */
export async function actorOf(people: PeopleStore, username: string): Promise<Actor> {
  const found = await people.credentials(username);
  if (found === null)
    throw new Refused(404, 'person.notFound', `没有账号：${username}`, `No such account: ${username}`);
  const { id, name, unitId, roles } = await people.get(found.id);
  return { userId: id, name, unitId, roles, via: 'import' };
}
