/** What a client is told where the database answered with an error: bad luck, bad input and conflicts are no faults of ours. */
import { malformed, Refused } from '../../domain/errors.js';
import { isConnectionLoss, isTransient, refusalOfConstraint } from './database-fault.js';
import { faultCode } from './store-refusal.js';

/** PostgreSQL's classes for values it cannot take (appendix A of its manual): encoding, range, format, length, too complex. */
const BAD_INPUT = /^(22|54)/;

/** The server is there and lets nobody in: the database is closed for maintenance (55000), gone (3D000), or refuses the account (28). */
const CLOSED = /^(53|28|3D000|55000)/;

/** The refusal a database error stands for; undefined for everything else, which is a fault of ours. */
export function refusalOfFault(error: unknown): Refused | undefined {
  const code = faultCode(error) ?? '';
  const known = refusalOfConstraint(error);
  if (known !== undefined) return known;
  if (CLOSED.test(code) || isConnectionLoss(error)) return unavailable(5);
  if (isTransient(error)) return unavailable(1);
  if (BAD_INPUT.test(code))
    return malformed('请求中有数据库无法保存的内容', 'The request holds a value that cannot be stored');
  if (code === '23505') {
    return new Refused(409, 'request.duplicate', '已存在相同的记录', 'There is such a record already');
  }
  if (code === '23503') {
    return new Refused(
      422,
      'request.unknownReference',
      '请求中引用的记录不存在',
      'The request names a record that does not exist',
    );
  }
  return undefined;
}

function unavailable(retryAfterSeconds: number): Refused {
  return new Refused(
    503,
    'service.unavailable',
    '数据库暂时不可用，请稍后重试',
    'The database is not available for the moment; try again shortly',
    { retryAfterSeconds },
  );
}
