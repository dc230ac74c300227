/** How a refusal is said: a stable code for programs, a sentence in both languages for people, a status for HTTP. */

export interface Said {
  code: string;
  message: string;
  messageZh: string;
  details?: Record<string, unknown>;
}

/** A request that a rule, a shape or the present state does not allow; never a fault of ours. */
export class Refused extends Error implements Said {
  constructor(
    /** HTTP status the refusal is answered with: 400, 401, 403, 404, 409, 413, 415, 422, 429 or 503; 500 only for `fault`. */
    readonly status: number,
    readonly code: string,
    readonly messageZh: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'Refused';
  }

  /** The body of the HTTP error contract. */
  toJSON(): Said {
    const { code, message, messageZh, details } = this;
    return details === undefined ? { code, message, messageZh } : { code, message, messageZh, details };
  }
}

/** 404 for a thing that does not exist or that the reader may not know of; both look the same from outside. */
export function notFound(thing: string, thingZh: string, id: string): Refused {
  return new Refused(404, `${thing}.notFound`, `找不到${thingZh}：${id}`, `No such ${thing}: ${id}`);
}

/** 400 for input whose shape is wrong; `fields` says where. */
export function malformed(messageZh: string, message: string, details?: Record<string, unknown>): Refused {
  return new Refused(400, 'request.malformed', messageZh, message, details);
}

/** 500 for a fault of ours, recorded under `id`: nothing of it is told. */
export function fault(id: string): Refused {
  return new Refused(
    500,
    'service.fault',
    `服务内部错误，已记录（编号 ${id}）`,
    `An internal fault, recorded under ${id}`,
    { requestId: id },
  );
}

/** 429: whoever asks has asked too often. What they did is said in both languages, and after how many seconds to try again. */
export const tooMany = (retryAfterSeconds: number, zh: string, en: string): Refused =>
  new Refused(
    429,
    'request.tooMany',
    `${zh}，请 ${retryAfterSeconds} 秒后再试`,
    `${en}; try again in ${retryAfterSeconds} seconds`,
    { retryAfterSeconds },
  );
