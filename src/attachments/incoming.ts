/** Where files of a whole call lie while it is received: on disk, so that the memory of the service does not depend on what is sent. */
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { Pieces } from '../store/files/copy-bytes.js';

/** A file as the multipart parser left it. */
export interface ReceivedFile {
  originalname: string;
  path: string;
}

/** Lays bytes aside; answers how to have them again, piece by piece. */
export type Park = (bytes: Buffer) => Promise<() => Pieces>;

/** Bytes of a file that are in memory while it is read from disk. */
const PIECE = 256 * 1024;
/** What a call that was cut by a crash left behind is removed at the next start, once it is older than any call; milliseconds. */
const LEFT_BEHIND = 3_600_000;

@Injectable()
export class Incoming implements OnModuleInit {
  readonly folder: string;

  constructor(@Inject(CONFIG) { dataDir }: Config) {
    this.folder = join(dataDir, 'incoming');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(path, { force: true });
    }
  }

  /** What `work` answers; the files, and whatever was parked beside them, are gone afterwards. */
  async using<T>(files: readonly ReceivedFile[], work: (park: Park) => Promise<T>): Promise<T> {
    const paths = files.map(({ path }) => path);
    try {
      return await work(async (bytes) => {
        const path = join(this.folder, randomUUID());
        paths.push(path);
        await writeFile(path, bytes, { mode: 0o600 });
        return () => createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>;
      });
    } finally {
      await Promise.all(paths.map((path) => rm(path, { force: true })));
    }
  }
}
