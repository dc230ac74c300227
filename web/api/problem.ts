/** Whatever keeps a request from succeeding, as one kind of error that the desk can say and act on. */
import type { components } from './schema.js';

export type Said = components['schemas']['ErrorBody'];

/** A request that was refused or did not arrive. `status` is 0 when no answer came. */
export class Problem extends Error implements Said {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly messageZh: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** True where the service did not get to decide: sending the same again later may succeed. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** The network or the service is not there. */
export const unreachable = (status = 0): Problem =>
  new Problem(status, 'network.unreachable', '暂时连不上服务', 'The service cannot be reached at the moment');

/** The Problem an answer with an error status stands for, from the error contract `{code, message, messageZh}` where it keeps to it. */
export function problemOf(status: number, body: unknown): Problem {
  if (isSaid(body)) return new Problem(status, body.code, body.messageZh, body.message, body.details);
  if (status >= 502) return unreachable(status);
  return new Problem(status, `http.${status}`, '服务出错，请稍后再试', 'The service failed; please try again later');
}

/** Any caught value as a Problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(
    -1,
    'desk.fault',
    '页面出错，请刷新后再试',
    error instanceof Error ? error.message : String(error),
  );
}

function isSaid(body: unknown): body is Said {
  const said = body as Partial<Said> | null;
  return (
    typeof said === 'object' && said !== null && typeof said.code === 'string' && typeof said.messageZh === 'string'
  );
}
