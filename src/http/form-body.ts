/** Reads what a plain HTML form sends: pages that work without script have nothing else. */
import type { Request } from 'express';
import { Refused } from '../domain/errors.js';
import { requestBytes } from './json-body.js';

const FORM_TYPE = /^application\/x-www-form-urlencoded *(?:;|$)/i;
/** More fields than any form of ours has. */
const MOST_FIELDS = 50;

/** The fields of the form. Refuses another content type (415), more than `limit` bytes (413), and what is no UTF-8 or has too many fields (400). */
export async function formBody(request: Request, limit: number): Promise<URLSearchParams> {
  if (!FORM_TYPE.test(request.headers['content-type'] ?? '')) {
    throw new Refused(
      415,
      'request.unsupportedMedia',
      '不支持的内容类型或编码',
      'Unsupported content type or encoding',
    );
  }
  const text = (await requestBytes(request, limit)).toString('utf8');
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) {
    throw new Refused(400, 'request.malformed', '请求格式有误', 'The request is malformed');
  }
  return new URLSearchParams(text);
}
