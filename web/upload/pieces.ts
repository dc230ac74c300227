/** Sends a file in pieces by the tus protocol 1.0.0 (https://tus.io/protocols/resumable-upload): what has arrived is never sent again. */

export interface FileToSend {
  blob: Blob;
  name: string;
  /** A UUID of this file's own, the same for every attempt, also after the page was closed: by it the service knows what it has. */
  key: string;
  /** In whose name the command will be that it is for, where that is somebody absent. */
  absentId?: string | undefined;
}

/** What the transport throws where the network or the service said no. */
interface Trouble {
  status?: number;
  /** True where the same may succeed later. */
  mayPass?: boolean;
}

export interface Road {
  /** The answer to a request, a good one; throws otherwise. */
  travel: (request: Request) => Promise<Response>;
  /** Address of the service, such as https://desk.example. */
  origin: string;
  /** Resolves after so many milliseconds; rejects when `signal` is aborted. */
  pause: (ms: number, signal?: AbortSignal) => Promise<void>;
  now: () => number;
}

/** Bytes of a piece: small enough at first for 400 kbit/s, more while the line is quick, less after each cut. */
const FIRST = 128 * 1024;
const LEAST = 16 * 1024;
const MOST = 1024 * 1024;
/** Milliseconds that a piece may take before the next one is smaller; under a quarter of it the next one is larger. */
const LONG = 8_000;
/** Cuts without a byte of progress after which the sender gives up for now. */
const PATIENCE = 6;
const FIRST_PAUSE = 500;

interface Place {
  url: string;
  offset: number;
  attachmentId: string | null;
}

/** The id of the attachment that the file became. `onProgress` hears how many bytes have arrived, also of an earlier attempt. A line
 *  that is cut is taken up again where it was; after six cuts in a row without a byte between them it throws what the transport threw,
 *  and a later call with the same key goes on from there. A refusal is thrown at once. */
export async function sendPieces(
  road: Road,
  caseId: string,
  file: FileToSend,
  onProgress: (arrived: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  let length = FIRST;
  let failures = 0;
  let arrived = 0;
  let place: Place | undefined;
  for (;;) {
    try {
      const before = arrived;
      const began = road.now();
      if (place === undefined) place = await begin(road, caseId, file, signal);
      else {
        place = await append(road, place, file.blob.slice(place.offset, place.offset + length), signal);
        const took = road.now() - began;
        if (took > LONG) length = Math.max(LEAST, length / 2);
        else if (took < LONG / 4) length = Math.min(MOST, length * 2);
      }
      arrived = place.offset;
      if (arrived > before) failures = 0;
      onProgress(arrived);
      if (place.attachmentId !== null) return place.attachmentId;
    } catch (error) {
      if (signal?.aborted === true) throw error;
      const { status, mayPass } = error as Trouble;
      const isLost = place !== undefined && (status === 404 || status === 409); // its time was over, or more is there than was heard of
      failures += 1;
      if ((mayPass !== true && !isLost) || failures > PATIENCE) throw error;
      place = undefined;
      length = Math.max(LEAST, length / 2);
      await road.pause(FIRST_PAUSE * 2 ** (failures - 1), signal);
    }
  }
}

/** Begins, or answers where the upload with this key has come to. */
async function begin({ travel, origin }: Road, caseId: string, file: FileToSend, signal?: AbortSignal): Promise<Place> {
  const metadata = `filename ${base64(file.name)},key ${base64(file.key)}`;
  const headers = {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': String(file.blob.size),
    'Upload-Metadata': metadata,
  };
  const { absentId } = file;
  const url = `${origin}/api/cases/${caseId}/uploads${absentId === undefined ? '' : `?absentId=${absentId}`}`;
  const answer = await travel(
    new Request(url, { method: 'POST', headers, ...(signal === undefined ? {} : { signal }) }),
  );
  return placeOf(answer, new URL(answer.headers.get('Location') ?? '', origin).href);
}

async function append({ travel }: Road, { url, offset }: Place, piece: Blob, signal?: AbortSignal): Promise<Place> {
  const headers = {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  };
  const request = new Request(url, {
    method: 'PATCH',
    headers,
    body: piece,
    ...(signal === undefined ? {} : { signal }),
  });
  return placeOf(await travel(request), url);
}

function placeOf({ headers, body }: Response, url: string): Place {
  // All is said in the headers: an answer that nobody reads would keep its connection until it is swept up.
  body?.cancel().catch(() => undefined);
  return { url, offset: Number(headers.get('Upload-Offset')), attachmentId: headers.get('Upload-Attachment') };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
