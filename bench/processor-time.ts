/** Processor time of a PostgreSQL server, all its processes together; only where /proc tells. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux shows them to every program (USER_HZ). */
const TICKS = 100;

/** Fields of /proc/<pid>/stat after the name; undefined when the process is gone. */
function statOf(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

/** Microseconds of processor time that the server of the backend `backend` has used so far, ended backends included. */
export function serverTime(backend: number): number {
  const postmaster = statOf(String(backend))?.[1];
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(pid);
    if (stat === undefined || (pid !== postmaster && stat[1] !== postmaster)) continue;
    // utime and stime; for the postmaster those of the children it has buried too.
    ticks += stat.slice(11, pid === postmaster ? 15 : 13).reduce((sum, field) => sum + Number(field), 0);
  }
  return (ticks / TICKS) * 1e6;
}

/** From now on looks at the memory of the process (resident set) every 20 ms; answers the most that was seen, in bytes, and looks no more. */
export function peakOfMemory(): () => number {
  let most = 0;
  const look = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const timer = setInterval(look, 20);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}
