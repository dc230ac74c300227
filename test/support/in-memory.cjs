/** Where a run of tests keeps its files: in memory, where the machine has the room. Each test file makes a database of some 1,400 files and
 *  removes it; a disk's file system looks for room past everything that was lately removed, which cost a third of the whole run. */
const { accessSync, constants, readFileSync, statfsSync } = require('node:fs');
const { freemem } = require('node:os');

const PLACE = '/dev/shm';
/** What a whole run never needs, by far; bytes. */
const ENOUGH = 6 * 1024 ** 3;

/** `/dev/shm` where it is in memory, open to us, may run programs and has room; otherwise undefined, and the run keeps to the ordinary folder. */
function folderInMemory() {
  if (process.platform !== 'linux') return undefined;
  try {
    accessSync(PLACE, constants.W_OK | constants.X_OK);
    const mounted = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .find(([, place]) => place === PLACE);
    if (mounted?.[2] !== 'tmpfs' || mounted[3].split(',').includes('noexec')) return undefined;
    const { bavail, bsize } = statfsSync(PLACE);
    return Math.min(bavail * bsize, freemem()) >= ENOUGH ? PLACE : undefined;
  } catch {
    return undefined;
  }
}

/** A TMPDIR that was given stays. */
exports.keepFilesInMemory = () => {
  const folder = folderInMemory();
  if (folder !== undefined) process.env.TMPDIR ??= folder;
};
