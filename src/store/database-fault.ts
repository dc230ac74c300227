/** What an error of the database means for a batch: bad luck that may be tried again, an unknown outcome, or bad input. */
import { Refused } from '../domain/errors.js';

interface PgError extends Error {
  code?: string;
  constraint?: string;
}

const TRANSIENT = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock not available
  '57014', // statement timeout
]);

/** True where the database rolled back for sure and the same batch may succeed when tried again. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has((error as PgError).code ?? '');
}

/** True where the connection broke or the server is going down: what was in flight may or may not have been committed. */
export function isConnectionLoss(error: unknown): boolean {
  const { code = '', message = '' } = error as PgError;
  return (
    code.startsWith('08') ||
    ['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', '53300'].includes(code) ||
    (code === '' && /^Connection terminated|^timeout exceeded when trying to connect|not queryable/.test(message))
  );
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
    new Refused(409, 'case.alreadyTakenOver', '该行已导入过', 'This row was taken over before'),
  rectification_case_pkey: () => new Refused(409, 'case.exists', '事项已存在', 'The case exists already'),
};

/** The refusal a violated constraint stands for, or undefined where it is a fault of ours. */
export function refusalOfConstraint(error: unknown): Refused | undefined {
  return CONSTRAINTS[(error as PgError).constraint ?? '']?.();
}

/** 503 for an outcome nobody can know before the database is back: the same id again gives the true answer. */
export function unavailable(): Refused {
  return new Refused(
    503,
    'service.unavailable',
    '服务暂时不可用，请用同一操作编号重试',
    'The service is not available for the moment; try again with the same command id',
    { retryAfterSeconds: 1 },
  );
}
