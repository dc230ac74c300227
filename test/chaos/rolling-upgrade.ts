/** The drill of an upgrade under load: `npm run test:upgrade`. Two servers of an earlier release at work, servers of this one put in their place one by one
 *  where both may work side by side, or after the earlier ones are stopped where they may not, and a journal of what was acknowledged. First from
 *  0.1.0 with its own database, then from the commit before this one, which these sources follow with a migration that only
 *  adds and a new workflow; `-- --older COMMIT` from another one, `--commands N` between two steps. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hashPassword } from '../../src/people/password.js';
import { startEmbedded } from '../../src/store/database/embedded/launcher.js';
import { ACTOR, UNIT } from '../support/engine.js';
import { watchOver } from '../support/watchdog.js';
import { build, migrationsBetween, releaseOf, releaseTree } from './release-tree.js';
import { openAccount, Server } from './server-process.js';
import { ask, Person, type Place, Traffic } from './traffic-over-http.js';

const { values: options } = parseArgs({
  options: { older: { type: 'string', multiple: true }, commands: { type: 'string', default: '150' } },
});
const COMMANDS = Number(options.commands);
const SENDERS = 6;
const FIRST = '0.1.0';
const PASSWORD = 'a start for everybody';
const faults: string[] = [];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const must = (holds: boolean, what: string): void => {
  if (!holds) faults.push(what);
  print(`  ${holds ? 'yes' : 'NO '}  ${what}`);
};

/** One upgrade, from a tree of the older release to one of this. */
async function upgrade(folder: string, older: string, newer: string, fixture: string | undefined): Promise<void> {
  const { count, breaks } = migrationsBetween(older, newer);
  print(
    `  ${count} migrations between them; ${breaks ? 'they may not work side by side' : 'they may work side by side'}`,
  );
  const dataDir = join(folder, 'data');
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const settings = {
    ...{ DATABASE_URL: embedded.url, ADMIN_PASSWORD: PASSWORD, SEAL_KEY: Buffer.alloc(32, 7).toString('base64') },
    ...{ DATA_DIR: join(folder, 'files'), SIGNED_OUT_PER_MINUTE: '1000' },
  };
  const db = new pg.Client({ connectionString: embedded.url });
  await db.connect();
  db.on('error', () => undefined);
  const commandLine = (tree: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(tree, 'bin', 'xiaohao.cjs'), ...args], {
      cwd: tree,
      env: { PATH: process.env['PATH'], ...settings },
      encoding: 'utf8',
    });
  const places = new Set<Place>();
  const begun: Server[] = [];
  const begin = (name: string, tree: string, more: Record<string, string> = {}): Server => {
    const server = new Server(name, tree, { ...settings, ...more });
    begun.push(server);
    places.add(server);
    return server;
  };
  try {
    if (fixture !== undefined) {
      const restored = commandLine(older, 'restore', fixture);
      must(
        restored.status === 0,
        `the older release restores ${FIRST}'s own database${restored.status === 0 ? '' : `: ${restored.stderr}${restored.stdout}`}`,
      );
      await letIn(db);
    }
    const a = await begin('older A', older).up();
    const b = await begin('older B', older).up();
    const clerk = new Person('clerk', PASSWORD);
    if (fixture === undefined) await openAccount(a.url, PASSWORD);
    const categories = (await ask(a.url, await clerk.at(a.url), 'GET', '/api/categories')).body as unknown as {
      id: string;
    }[];
    const traffic = new Traffic(places, clerk, categories[0]!.id);
    traffic.begin(SENDERS);
    await traffic.more(COMMANDS);
    traffic.longestGap();

    let c: Server;
    if (breaks) {
      const refused = begin('newer, too early', newer, { DATABASE_WAIT: '3' });
      const code = await refused.ended;
      must(
        code === 1 && /停止全部旧版服务/.test(refused.said) && /Stop all of them/.test(refused.said),
        `a newer server that is started beside them ends with 1 and says in both languages to stop them first`,
      );
      await traffic.more(COMMANDS);
      must(a.ready && b.ready, 'both older servers go on, with the tables they know');
      print(`  longest time without an acknowledged command so far: ${traffic.longestGap()} ms`);
      c = begin('newer C', newer);
      await pause(1_500); // it waits
      must(!c.ready, 'the next newer server waits for the older ones to be stopped');
      const codes = await Promise.all([a.stop(), b.stop()]);
      must(
        codes.every((each) => each === 0),
        `both end in order (${codes.join(', ')})`,
      );
      await c.up();
    } else {
      c = await begin('newer C', newer).up();
      await traffic.more(COMMANDS);
      must(a.ready && b.ready, 'both older servers stay ready beside the newer tables');
      await besideNewer(a, c, clerk, categories[0]!.id);
      must((await a.stop()) === 0, 'the first older one ends in order');
    }
    await traffic.more(COMMANDS);
    const d = await begin('newer D', newer).up();
    await traffic.more(COMMANDS);
    if (!breaks) must((await b.stop()) === 0, 'the second older one ends in order');
    await traffic.more(COMMANDS);
    print(`  longest time without an acknowledged command while servers were exchanged: ${traffic.longestGap()} ms`);
    if (breaks) {
      const back = begin('older, again', older);
      const code = await back.ended;
      must(
        code === 1 && /更新的版本升级/.test(back.said),
        'the older release does not start again on the newer tables, and says why',
      );
    }
    await traffic.end();
    faults.push(...traffic.faults);
    must(
      traffic.faults.length === 0,
      `nobody got an answer but what they asked for, 503 with Retry-After, or a line that broke (${traffic.counts.again} sent again)`,
    );
    const { rows } = await db.query<{ id: string; n: number }>(
      'SELECT command_id AS id, count(*)::int AS n FROM case_event WHERE command_id = ANY($1) GROUP BY 1',
      [[...traffic.acknowledged.keys()]],
    );
    const { rows: twice } = await db.query(
      'SELECT command_id FROM case_event WHERE command_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1',
    );
    must(
      rows.length === traffic.acknowledged.size && twice.length === 0,
      `${traffic.acknowledged.size} commands acknowledged, ${rows.length} of them in history, ${twice.length} twice`,
    );
    print(
      `  ${clerk.signedIn} sign-ins of one person; ${traffic.counts.leftToNewer} commands were left to the newer release`,
    );
    must(
      (await Promise.all([c.stop(), d.stop()])).every((code) => code === 0),
      'the newer ones end in order',
    );
    const check = commandLine(newer, 'check');
    must(
      check.status === 0,
      `xiaohao check: ${check.stdout.trim().split('\n').at(-1)}${check.status === 0 ? '' : check.stderr}`,
    );
  } finally {
    await Promise.all(begun.map((server) => server.stop()));
    await db.end();
    await embedded.stop();
  }
}

/** A case of a workflow that only the newer release knows, as the older server has it. */
async function besideNewer(older: Place, newer: Place, clerk: Person, categoryId: string): Promise<void> {
  const cookie = await clerk.at(newer.url);
  const issue = { title: '新流程的事项', description: '东街', source: 'hotline', categoryId };
  const { body } = await ask(newer.url, cookie, 'POST', '/api/cases', issue);
  const made = (body['case'] ?? body) as { id: string; number: string; workflow?: { version: number } };
  const list = await ask(older.url, cookie, 'GET', '/api/cases?q=新流程');
  const page = await ask(older.url, cookie, 'GET', `/api/cases/${made.id}`);
  must(
    list.status === 200 &&
      JSON.stringify(list.body).includes(made.id) &&
      page.status === 200 &&
      JSON.stringify(page.body).includes('此事项的流程由更新的版本管理'),
    'the older server lists and shows a case of the newer workflow as one of a newer release',
  );
  const command = { id: crypto.randomUUID(), type: 'COMMENT', text: '一' };
  const refused = await ask(older.url, cookie, 'POST', `/api/cases/${made.id}/commands`, command);
  const taken = await ask(newer.url, cookie, 'POST', `/api/cases/${made.id}/commands`, command);
  must(
    refused.status === 409 && refused.body['code'] === 'workflow.newer' && taken.status === 200,
    'it refuses a command on it (409 workflow.newer), and the newer server takes the same id',
  );
}

/** The people of the released database have no passwords: two get one, the way an administrator of that time would have given it. */
async function letIn(db: pg.Client): Promise<void> {
  for (const [username, role, { userId }] of [
    ['admin', 'administrator', ACTOR.administrator],
    ['clerk', 'clerk', ACTOR.clerk],
  ] as const) {
    await db.query('UPDATE person SET username = $2, password_hash = $3 WHERE id = $1', [
      userId,
      username,
      await hashPassword(PASSWORD),
    ]);
    await db.query('INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, $2, $3)', [
      userId,
      role,
      UNIT.office,
    ]);
  }
}

/** What a release that only adds brings beside its workflow: a table that older servers leave alone. */
const ADDING = `import type { QueryRunner } from 'typeorm';
export class StandBeside9000000000000 {
  readonly breaks = false;
  up(runner: QueryRunner): Promise<unknown> {
    return runner.query('CREATE TABLE beside (id int PRIMARY KEY)');
  }
  down(runner: QueryRunner): Promise<unknown> {
    return runner.query('DROP TABLE beside');
  }
}
`;

/** This release with a workflow and a migration that no older one has seen. */
function newerTree(folder: string): string {
  const tree = releaseTree(folder);
  const file = (version: number): string => join(tree, 'workflows', `rectification.v${version}.json`);
  const workflow = JSON.parse(readFileSync(file(2), 'utf8')) as { version: number; migratesFrom?: unknown };
  delete workflow.migratesFrom;
  writeFileSync(file(3), JSON.stringify({ ...workflow, version: 3 }));
  writeFileSync(join(tree, 'migrations', '9000000000000-stand-beside.ts'), ADDING);
  build(tree);
  return tree;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-upgrade-'));
  chmodSync(folder, 0o755);
  watchOver(folder);
  const newer = newerTree(join(folder, 'newer'));
  const first = { commit: releaseOf(FIRST), fixture: join(__dirname, '..', 'fixtures', `released-${FIRST}.backup`) };
  const pairs: { commit: string; fixture?: string }[] =
    options.older === undefined ? [first, { commit: 'HEAD~1' }] : options.older.map((commit) => ({ commit }));
  for (const [at, { commit, fixture }] of pairs.entries()) {
    const place = join(folder, `pair-${at}`);
    mkdirSync(place);
    print(
      `from ${fixture === undefined ? commit : `${FIRST} (${commit.slice(0, 9)})`} to these sources, ${COMMANDS} commands between two steps`,
    );
    await upgrade(place, releaseTree(join(place, 'older'), commit), newer, fixture);
  }
}

main().then(
  () => {
    print(
      faults.length === 0 ? 'upgrade: holds' : `upgrade: ${faults.length} faults\n${faults.slice(0, 30).join('\n')}`,
    );
    process.exit(faults.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
