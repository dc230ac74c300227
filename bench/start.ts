/** From nothing to the first page: the built service on an empty folder, and the memory it holds with its database. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, type Row } from './table.js';

const root = resolve(__dirname, '..');

/** Kilobytes of a process, memory that it shares with others counted by its share. */
function kilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

/** The process and those it started. */
function family(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((child) => child > 0 && existsSync(`/proc/${child}/stat`))
    .filter((child) => / ([A-Z]) (\d+) /.exec(statOf(child))?.[2] === String(pid));
  return [pid, ...children];
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '');
  } catch {
    return '';
  }
}

async function startOnce(): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-start-'));
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  try {
    const url = await new Promise<string>((settle, fail) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /listens on (\S+)/.exec(said)?.[1];
        if (found !== undefined) settle(found);
      });
      void gone.then(() => fail(new Error(`the service ended: ${said}`)));
    });
    const page = await fetch(url);
    await page.text();
    if (!page.ok) throw new Error(`the first page answered ${page.status}`);
    const seconds = (performance.now() - begun) / 1e3;
    const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const pids = [child.pid!, ...family(postmaster)];
    return { seconds, megabytes: pids.reduce((sum, pid) => sum + kilobytes(pid), 0) / 1024 };
  } finally {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rows of the table; only where /proc tells memory. */
export async function benchStart(rounds = 3): Promise<Row[]> {
  for (const tool of ['bin/build.cjs', 'web/tools/build.mjs']) {
    const built = spawnSync(process.execPath, [join(root, tool)], { cwd: root, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
  }
  const [seconds, megabytes]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const one = await startOnce();
    seconds.push(one.seconds);
    megabytes.push(one.megabytes);
  }
  const row = { limit: [], ratios: [] };
  return [
    {
      ...row,
      work: 'start on an empty folder, built, to the first page',
      unit: 's',
      ours: seconds,
      budget: 'under 5 s',
      within: median(seconds) < 5,
    },
    {
      ...row,
      work: 'memory after it, node and PostgreSQL together',
      unit: 'MB',
      ours: megabytes,
      budget: 'under 300 MB',
      within: median(megabytes) < 300,
    },
  ];
}
