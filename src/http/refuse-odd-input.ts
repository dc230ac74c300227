/** A safety net before every route: characters nobody means and nesting nobody needs are refused as malformed. */
import type { NextFunction, Request, Response } from 'express';
import { malformed } from '../domain/errors.js';
import { ODD_CHARACTERS } from './odd-characters.js';

/** Deeper than any request of ours; a recursive validator must not run out of stack. */
const MOST_LEVELS = 32;
/** More than any address of ours asks for. */
const MOST_QUERY_FIELDS = 60;

/** Express middleware: 400 for control characters in path or query, for lone surrogates, for `__proto__`, and for a query of more than
 *  60 fields. Bodies are looked at where they are read. */
export function refuseOddInput(request: Request, _response: Response, next: NextFunction): void {
  let path: string;
  try {
    path = decodeURIComponent(request.path);
  } catch {
    throw malformed('地址编码有误', 'The address is not properly encoded');
  }
  requireOrdinary(path);
  const { query } = request;
  if (Object.keys(query).length > MOST_QUERY_FIELDS)
    throw malformed('地址中的参数过多', 'The address holds too many parameters');
  requireOrdinary(query);
  next();
}

/** Refuses (400) control characters and broken characters in any text, `__proto__` keys, and more than 32 levels. */
export function requireOrdinary(root: unknown): void {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw malformed('请求嵌套过深', 'The request is nested too deeply');
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') requireText(value);
      else if (Array.isArray(value)) for (const item of value) below.push(item);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value)) {
          requireText(key);
          if (key === '__proto__')
            throw malformed('请求中有不允许的字段名', 'The request holds a field name that is not allowed');
          below.push(item);
        }
      }
    }
    level = below;
  }
}

function requireText(text: string): void {
  if (ODD_CHARACTERS.test(text)) {
    throw malformed('请求中有控制字符或残缺字符', 'The request holds control characters or broken characters');
  }
}
