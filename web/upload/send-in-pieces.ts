/** Sends evidence in pieces from the desk, and tells how far it has come. */
import { travel } from '../api/transport.js';
import { type FileToSend, sendPieces } from './pieces.js';

/**
 * The id of the attachment that the file became, to be named in a command.
 *
 * `key` is made once for each file (`newId()`) and kept beside it, so that the next attempt, tomorrow or after a reload, goes on at the
 * byte where this one stopped; a file that had arrived already is answered at once. `onProgress` hears bytes that have arrived, of all
 * bytes. Cuts of the line are bridged for about half a minute; then a Problem with `mayPass` is thrown: call again later. A Problem
 * without it is a refusal (kind of file, case that is not theirs, 422, 403, 404) that no repetition mends. Aborting `signal` stops
 * it; what has arrived stays for five days.
 *
 *     const { blob, name } = await shrink(file);
 *     const id = await sendInPieces(caseId, { blob, name, key }, (arrived, all) => (share.value = arrived / all), stop.signal);
 */
export function sendInPieces(
  caseId: string,
  file: FileToSend,
  onProgress: (arrived: number, all: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  const road = { travel, origin: location.origin, pause, now: () => performance.now() };
  return sendPieces(road, caseId, file, (arrived) => onProgress(arrived, file.blob.size), signal);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    const stop = (): void => {
      window.clearTimeout(timer);
      stopped(new DOMException('stopped', 'AbortError'));
    };
    const timer = window.setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
