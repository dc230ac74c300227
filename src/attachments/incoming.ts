/** Where files of a whole call lie while it is received: on disk, so that the memory of the service does not depend on what is sent. */
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { Pieces } from '../store/files/copy-bytes.js';
import { MOST_BYTES } from './limits.js';

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
  private room: Buffer | undefined;
  /** Calls that are under way: the room is kept as long as there are any. */
  private calls = 0;

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

  /** The bytes of a received file, in room that the next one is read into: to be asked for in a turn of cleaning, and of no use after it. Room of
   *  twenty megabytes that is taken and given back for each file is not given back to the system. */
  async read({ path }: ReceivedFile): Promise<Buffer> {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > MOST_BYTES) return await file.readFile();
      this.room ??= Buffer.allocUnsafeSlow(MOST_BYTES);
      let taken = 0;
      while (taken < size) {
        const { bytesRead } = await file.read(this.room, taken, size - taken, taken);
        if (bytesRead === 0) break;
        taken += bytesRead;
      }
      return this.room.subarray(0, taken);
    } finally {
      await file.close();
    }
  }

  /** What `work` answers; the files, and whatever was parked beside them, are gone afterwards. */
  async using<T>(files: readonly ReceivedFile[], work: (park: Park) => Promise<T>): Promise<T> {
    const paths = files.map(({ path }) => path);
    this.calls += 1;
    try {
      return await work(async (bytes) => {
        const path = join(this.folder, randomUUID());
        paths.push(path);
        await writeFile(path, bytes, { mode: 0o600 });
        return () => createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>;
      });
    } finally {
      this.calls -= 1;
      if (this.calls === 0) this.room = undefined;
      await Promise.all(paths.map((path) => rm(path, { force: true })));
    }
  }
}
