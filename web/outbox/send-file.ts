/** Sends the file of a command that waits; a few at a time, so that words never stand behind photographs. */
import { Problem, unreachable } from '../api/problem.js';
import { bytesOf, type KeptFile } from '../keeping/kept-files.js';
import { sendInPieces } from '../upload/send-in-pieces.js';

/** A browser opens six connections to a service; some stay free for words. */
const AT_ONCE = 3;
let under = 0;
const inLine: (() => void)[] = [];

/** The id of the attachment it became. `heard` is told how many bytes have arrived. Throws a Problem; one that the device has lost is
 *  refused, so that the person sees what was in the command. `absentId`: in whose name the command will be. */
export async function sendFile(
  caseId: string,
  file: KeptFile,
  heard: (arrived: number) => void,
  absentId?: string,
): Promise<string> {
  if (under >= AT_ONCE) await new Promise<void>((turn) => inLine.push(turn));
  under += 1;
  try {
    const blob = await bytesOf(file);
    if (blob === undefined) {
      throw new Problem(
        -1,
        'desk.fileGone',
        `照片“${file.name}”已不在本机，请打开此项重新选择`,
        `The file “${file.name}” is no longer on this device: open this one and choose it again`,
      );
    }
    return await whileThereIsNetwork((signal) =>
      sendInPieces(caseId, { blob, name: file.name, key: file.id, absentId }, heard, signal),
    );
  } finally {
    under -= 1;
    inLine.shift()?.();
  }
}

/** What `act` does, given up at once where the device says that there is no network: later goes on where this has come to. */
async function whileThereIsNetwork<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (!navigator.onLine) throw unreachable();
  const stop = new AbortController();
  const lost = (): void => stop.abort();
  window.addEventListener('offline', lost);
  try {
    return await act(stop.signal);
  } catch (error) {
    throw stop.signal.aborted ? unreachable() : error;
  } finally {
    window.removeEventListener('offline', lost);
  }
}
