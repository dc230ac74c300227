/** Reads a JSON body: its size is known or bounded before it is read, and what it holds is counted before it is parsed. */
import { isUtf8 } from 'node:buffer';
import type { Request } from 'express';
import { malformed, Refused } from '../domain/errors.js';
import { jsonTextFault } from './json-text.js';
import { requireOrdinary } from './refuse-odd-input.js';

const JSON_TYPE = /^application\/json *(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;

/** True for a request that says it brings JSON. Others bring nothing, or files, which have readers and limits of their own. */
export function bringsJson({ headers }: Request): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && JSON_TYPE.test(headers['content-type'] ?? '');
}

/** The parsed body, an object or a list. Refuses another charset than UTF-8 and any compression (415), more than `limit` bytes (413),
 *  and what is no JSON, too much of it, or holds characters nobody means (400). */
export async function jsonBody(request: Request, limit: number): Promise<object> {
  const { headers } = request;
  const encoding = headers['content-encoding'] ?? 'identity';
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (encoding !== 'identity' || !/^utf-?8$/i.test(charset))
    throw new Refused(
      415,
      'request.unsupportedMedia',
      '不支持的内容类型或编码',
      'Unsupported content type or encoding',
    );
  return jsonOf(await requestBytes(request, limit));
}

/** What these bytes say, an object or a list. Refuses (400) what is no JSON, too much of it, or holds characters nobody means. */
export function jsonOf(bytes: Buffer): object {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const fault = jsonTextFault(text);
  if (fault !== null) throw fault;
  const body = parsed(text);
  requireOrdinary(body);
  return body;
}

/** The bytes of a request that brings text. Refuses more than `limit` of them (413), and what is no UTF-8 (400). */
export async function requestBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const bytes = await bytesOf(request, limit);
  if (!isUtf8(bytes)) throw malformed('请求不是 UTF-8 编码', 'The request is not in UTF-8');
  return bytes;
}

function parsed(text: string): object {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed('请求格式有误', `The request is malformed: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof value === 'object' && value !== null) return value;
  throw malformed('请求应为对象或列表', 'The request must be an object or a list');
}

/** All bytes of the request; over the limit nothing more is kept, and the rest runs off unread. */
function bytesOf(request: Request, limit: number): Promise<Buffer> {
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const done = (act: () => void): void => {
      request.off('data', take).off('end', end).off('error', cut).off('close', cut);
      act();
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      done(() => fail(tooLarge(limit)));
      request.resume();
    };
    const end = (): void => done(() => settle(Buffer.concat(chunks, length)));
    const cut = (): void => done(() => fail(malformed('请求中断', 'The request broke off')));
    if (request.destroyed) return cut();
    request.on('data', take).on('end', end).on('error', cut).on('close', cut);
  });
}

function tooLarge(limit: number): Refused {
  return new Refused(413, 'request.tooLarge', '请求内容过大', 'The request is too large', { mostBytes: limit });
}
