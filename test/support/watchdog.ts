/** Clears up behind a test run, even one that was killed: no database process and no folder stays. */
import { spawn } from 'node:child_process';

/**
 * Once this process is gone, however it ended, every PostgreSQL whose cluster lies below `folder` is stopped and the folder is removed.
 * A shell waits on a pipe that the kernel closes with us; it is in a session of its own, so that Ctrl-C does not reach it.
 */
export function watchOver(folder: string): void {
  const script = `
    cat > /dev/null
    find "$1" -name postmaster.pid | while IFS= read -r file; do
      sockets=$(sed -n 5p "$file")
      kill -QUIT "$(head -n 1 "$file")"
      case "$sockets" in */xh-*) rm -rf "$sockets" ;; esac
    done
    sleep 0.3
    rm -rf "$1"`;
  const dog = spawn('sh', ['-c', script, 'watchdog', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  dog.unref();
  (dog.stdin as unknown as { unref(): void }).unref();
}
