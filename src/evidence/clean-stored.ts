/** Cleans what was kept before files were cleaned, and keeps the cleaned one in its place. */
import type { Cleaning } from '../domain/evidence.js';
import { Refused } from '../domain/errors.js';
import { cleanFile, sha256Of } from './clean-file.js';
import type { MediaType } from './media-type.js';
import { CLEANING } from './turns.js';

/** Where kept files are; hashes in hex. */
interface KeptFiles {
  bytes(sha256: string): Promise<Buffer>;
  cleaned(
    originalSha256: string,
    made: {
      sha256: string;
      mediaType: MediaType;
      size: number;
      cleaning: Cleaning;
      thumbnail: Buffer | null;
      bytes: Buffer;
    },
  ): Promise<void>;
  withhold(originalSha256: string): Promise<void>;
}

/** Cleans the bytes handed in under this hash (hex). What cannot be cleaned is withheld: false then. Doing it twice changes nothing. */
export function cleanStored(kept: KeptFiles, originalSha256: string): Promise<boolean> {
  return CLEANING.take(async () => {
    try {
      const { bytes, mediaType, thumbnail, cleaning } = await cleanFile(await kept.bytes(originalSha256), '');
      const made = { sha256: sha256Of(bytes), mediaType, size: bytes.length, cleaning, thumbnail, bytes };
      await kept.cleaned(originalSha256, made);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await kept.withhold(originalSha256);
      return false;
    }
  });
}
