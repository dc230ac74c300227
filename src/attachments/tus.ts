/** The headers of the tus protocol that carry more than a word. */
import { randomUUID } from 'node:crypto';
import { malformed } from '../domain/errors.js';
import { isUuid } from '../http/fields.js';

export const TUS = '1.0.0';
const MOST_METADATA = 2000;

/** The whole number, 1 to 15 digits, in the header called `name`. */
export function wholeOf(text: string | undefined, name: string): number {
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  throw malformed(`请求头 ${name} 应为整数`, `The header ${name} must be a whole number`);
}

/** `filename` and `key` of Upload-Metadata: words with values in base64, separated by commas. A key of our own where none is given. */
export function metadataOf(header = ''): { name: string; key: string } {
  if (header.length > MOST_METADATA) throw badMetadata();
  const words = new Map(
    header.split(',').map((pair) => {
      const [word = '', value = ''] = pair.trim().split(' ');
      return [word, Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
  const key = words.get('key') ?? randomUUID();
  if (!isUuid(key)) throw badMetadata();
  return { key: key.toLowerCase(), name: [...(words.get('filename') ?? '')].slice(0, 255).join('') };
}

const badMetadata = (): Error =>
  malformed(
    '请求头 Upload-Metadata 有误：key 应为 UUID，各值为 base64',
    'The header Upload-Metadata is malformed: key must be a UUID, values base64',
  );
