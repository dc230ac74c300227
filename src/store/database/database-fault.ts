/** What an error of the database means for a batch: bad luck that may be tried again, an unknown outcome, or bad input. */
import { Refused } from '../../domain/errors.js';

interface PgError extends Error {
  code?: string;
  constraint?: string;
}

/** The connection broke between sending a commit and hearing of it: nobody knows whether it was written. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection was lost while committing', { cause });
    this.name = 'OutcomeUnknown';
  }
}

const DEADLOCK = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
]);
const WAITED_TOO_LONG = new Set([
  '55P03', // lock not available
  '57014', // statement timeout
  '25P03', // idle in transaction timeout
  '25P04', // transaction timeout
]);

/** True where the database rolled back for sure and the same batch may succeed when tried again. */
export function isTransient(error: unknown): boolean {
  return DEADLOCK.has(codeOf(error)) || isTimeout(error);
}

/** True where it was rolled back because something took too long: one of a batch may be what the others waited for. */
export function isTimeout(error: unknown): boolean {
  return WAITED_TOO_LONG.has(codeOf(error));
}

/** Refused by the server before it did anything: starting, stopping, out of connections, or not the primary. */
const REFUSED_AT_ONCE = ['57P03', '53300', '25006', 'ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN'];
const BROKEN = ['57P01', '57P02', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];

/** True where the connection broke or the server is going down: what was in flight may or may not have been committed. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof OutcomeUnknown) return true;
  const { message = '' } = error as PgError;
  const code = codeOf(error);
  return (
    code.startsWith('08') ||
    BROKEN.includes(code) ||
    REFUSED_AT_ONCE.includes(code) ||
    (code === '' && /^Connection terminated|^timeout expired|^Cannot use a pool after|not queryable/.test(message)) ||
    isNoConnection(error)
  );
}

/** True where the database lacks what it needs (disk, memory): rolled back for sure, and no command's fault. */
export function isExhausted(error: unknown): boolean {
  return codeOf(error).startsWith('53') || codeOf(error) === '58030';
}

/** The error of a statement that commits by itself, as the executor is to understand it: OutcomeUnknown where it was sent and not heard of. */
export function afterSending(error: unknown): unknown {
  const isKnown = !isConnectionLoss(error) || REFUSED_AT_ONCE.includes(codeOf(error)) || isNoConnection(error);
  return isKnown ? error : new OutcomeUnknown(error);
}

/** The pool had no connection to give or none was made in time, so nothing was sent. */
function isNoConnection(error: unknown): boolean {
  return /^timeout (?:expired|exceeded when trying to connect)|due to connection timeout$|^Cannot use a pool after/.test(
    (error as PgError).message ?? '',
  );
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** True where the id of a command is in history already. */
export function isRepeat(error: unknown): boolean {
  return (error as PgError).constraint === 'case_event_command_key';
}

const CONSTRAINTS: Record<string, () => Refused> = {
  opinion_triage_pkey: () =>
    new Refused(422, 'opinion.alreadyTriaged', '该意见已处理', 'This opinion has been triaged already'),
  opinion_triage_opinion_id_fkey: () => new Refused(404, 'opinion.notFound', '找不到该意见', 'No such opinion'),
  case_evidence_attachment_fkey: () =>
    new Refused(422, 'attachment.unknown', '佐证材料不属于该事项', 'The evidence is not an attachment of this case'),
  rectification_case_external_key: () =>
    new Refused(409, 'case.alreadyTakenOver', '已有事项登记了这个编号', 'A case bears this number already'),
  case_event_archived: () => caseArchived(),
  rectification_case_pkey: () => new Refused(409, 'case.exists', '事项已存在', 'The case exists already'),
};

/** 409 for a case whose history is in an archive file: it can be looked at, and goes on only once the history is back. */
export function caseArchived(details?: Record<string, unknown>): Refused {
  return new Refused(
    409,
    'case.archived',
    '该事项的历史已归档；要查阅或继续办理，请管理员先调回（xiaohao restore-archive）',
    'The history of this case is archived; an administrator has to bring it back first (xiaohao restore-archive)',
    details,
  );
}

/** The refusal a violated constraint stands for, or undefined where it is a fault of ours. */
export function refusalOfConstraint(error: unknown): Refused | undefined {
  return CONSTRAINTS[(error as PgError).constraint ?? '']?.();
}

/** 503 for a case that somebody else holds for longer than anybody should be kept waiting: a server that is gone, or a hand at the database. */
export function caseHeld(): Refused {
  return new Refused(
    503,
    'case.held',
    '该事项正被另一项操作占用，请稍后用同一操作编号重试；其他事项不受影响',
    'Something else holds this case for the moment; try again shortly with the same command id. Other cases go on',
    { retryAfterSeconds: 2 },
  );
}

/** 503 for a command that came when as many were waiting as can be answered in time. */
export function tooMuchToDo(): Refused {
  return new Refused(
    503,
    'service.busy',
    '现在提交的操作过多，请稍后用同一操作编号重试',
    'Too much is being asked at this moment; try again shortly with the same command id',
    { retryAfterSeconds: 2 },
  );
}

/** 503 for an outcome nobody can know before the database is back, and for work that could not be done in time: the same id again
 *  gives the true answer. */
export function unavailable(): Refused {
  return new Refused(
    503,
    'service.unavailable',
    '服务暂时不可用，请用同一操作编号重试',
    'The service is not available for the moment; try again with the same command id',
    { retryAfterSeconds: 1 },
  );
}
