/** Invents the bureau of DEMO=1 before the application is built, and prints who may sign in. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Config } from '../config.js';
import type { Day } from '../domain/day.js';
import type { Stage } from '../domain/words.js';
import { STAGE_WORDS } from '../domain/vocabulary/case-words.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { commandIntent } from '../executor/intent.js';
import type { Dependencies } from '../executor/run-batch.js';
import { hashPassword } from '../people/password.js';
import { CaseStore } from '../store/cases/case.store.js';
import { HistoryStore } from '../store/cases/history.store.js';
import { RectificationCase } from '../store/cases/rectification-case.entity.js';
import { Person } from '../store/people/person.entity.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReceiptStore } from '../store/encrypted/receipt.store.js';
import { PeopleStore } from '../store/people/people.store.js';
import { UnitStore } from '../store/reference-data/reference-units.store.js';
import { compactReport } from '../store/reports/report-compaction.js';
import type { OpenStore } from '../store/store.module.js';
import { Chance } from './chance.js';
import { openUnitsAndPeople, type OpenedOffice } from './people.js';
import { liveOneYear, type DemoSummary, type DemoWorld } from './run-demo.js';

/** Said where DEMO=1 finds an office of one's own: what is there is never mixed with what is invented. */
const FILLED = [
  '数据库已有内容，未生成演示数据。要看演示，请另用一个空目录：DEMO=1 DATA_DIR=demo PORT=3001 npm start',
  'The database is not empty: nothing was invented. For the demonstration use a folder of its own: DEMO=1 DATA_DIR=demo PORT=3001 npm start',
].join('\n');

/** Invents the bureau where the database holds no case yet; on a later start only prints the accounts again. The
 *  password is ADMIN_PASSWORD or random, and stands in DATA_DIR/demo-accounts.txt for whoever runs the demonstration.
 *  `onEvening` is told each day of the year when it is over. `now` (epoch milliseconds) is the moment at which the invented year ends. No job may run beside it: timers fired by
 *  the real clock would overtake the people of the invented past. */
export async function demonstrate(
  { database, workflows, referenceData, cipher }: OpenStore,
  config: Config,
  now: number,
  print: (line: string) => void,
  onEvening?: (day: Day) => Promise<void>,
): Promise<void> {
  const { pool, dataSource } = database;
  const file = join(config.dataDir, 'demo-accounts.txt');
  const { manager } = dataSource;
  if ((await manager.exists(RectificationCase)) || (await manager.count(Person)) !== 1) {
    print(accountsOf(file) ?? FILLED);
    return;
  }
  print('正在生成演示单位和一年的事项，约需一分钟 / Inventing a bureau with a year of cases, about a minute');
  const password = config.adminPassword ?? randomBytes(9).toString('base64url');
  const office = await openUnitsAndPeople(
    new UnitStore(referenceData),
    new PeopleStore(database, referenceData),
    await hashPassword(password),
    new Chance(7),
    now,
  );
  const dependencies: Dependencies = { cases: new CaseStore(database), referenceData, workflows, now: () => now };
  const executor = new CommandExecutor(dependencies, new HistoryStore(database));
  const world = { database, dependencies, referenceData, executor, cipher, office, now };
  const { cases, commands, refused, meetings, migratedOn, results } = await liveOneYear(world, onEvening);
  await compactReport(pool, referenceData.current().calendar.dayOf(now));
  await pool.query('ANALYZE');
  print(
    `${cases} 个事项 / cases，${meetings} 次座谈会 / meetings，${commands} 次办理 / commands（${refused} 次被规则拒绝 / refused），${migratedOn} 起按第 2 版流程办理 / on version 2 since`,
  );
  const text = [accountList(office, password), await receiptList(world), ...resultList(results)].join('\n');
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
  print(text);
}

function accountList({ accounts }: OpenedOffice, password: string): string {
  const lines = accounts.map(({ username, name, role, unit }) => `  ${username.padEnd(24)}${name}\t${role}\t${unit}`);
  return [`演示账号（密码均为 ${password}）/ demonstration accounts (password ${password}):`, ...lines].join('\n');
}

/** What the office released of cases that stand there. */
const RELEASED: Partial<Record<Stage, string>> = {
  deadline: '承办单位已受理，正在按整改时限办理。',
  followUpVisit: '承办单位已按整改措施办理，并经核查通过。',
  closed: '已办理完毕，核查和回访均已完成。',
};

/** Receipts of a case at work, one that is to be visited, and one that was closed, with what the office released: what raisers see and say can be tried with them. */
async function receiptList({ database, cipher, executor, office, now }: DemoWorld): Promise<string> {
  const examples = await new ReceiptStore(database).examples(Object.keys(RELEASED) as Stage[]);
  const actor = office.cast.find('clerk', null, new Chance(11));
  await executor.executeAll(
    examples.map(({ raiserId: caseId, said, stage }) => {
      const payload = { text: RELEASED[stage], said };
      return commandIntent({ id: uuid(), type: 'RELEASE_RESULT', caseId, actor, at: now, payload });
    }),
  );
  const codes = await new RaiserStore(database, cipher).receiptCodes(examples.map(({ raiserId }) => raiserId));
  const lines = examples.map(
    ({ raiserId, number, stage }) =>
      `  /r/${codes.get(raiserId)}  ${number}\t${STAGE_WORDS[stage]['zh-CN']} ${STAGE_WORDS[stage].en}`,
  );
  return ['反映人回执，不用登录 / receipts of complainants, nobody signs in:', ...lines].join('\n');
}

/** Where people read what became of a meeting. */
function resultList({ open, own }: DemoSummary['results']): string[] {
  const lines = [
    ...(open === null ? [] : [`  ${open}\t公开页面 public`]),
    ...(own === null ? [] : [`  ${own}\t一位代表本人的页面 one participant’s own`]),
  ];
  return lines.length === 0 ? [] : ['座谈会结果，不用登录 / results of a meeting, nobody signs in:', ...lines];
}

function accountsOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
