/** What survives a power cut is what was handed to the disk itself. */
import { open } from 'node:fs/promises';

/** Resolves once the disk has what was written to a file, or, of a folder, which names it has. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
