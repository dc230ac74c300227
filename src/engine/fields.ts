/** The parts that forms of commands are put together from: labels in both languages, fields, and what tells a page which control fits. */
import { ESCALATION_LEVELS, type Role } from '../domain/words.js';

export interface Labels {
  'zh-CN': string;
  en: string;
}

export interface Schema {
  type: 'object';
  properties: Record<string, Record<string, unknown>>;
  required: string[];
  additionalProperties: false;
  anyOf?: { required: string[] }[];
}

export interface CommandSpec {
  labels: Labels;
  schema: Schema;
  /** Sent only by the system or an importer, never offered to a person. */
  internal?: boolean;
  /** Work on the case for a unit: whoever sends it is remembered as one who worked on it. */
  isWork?: boolean;
  /** A judgement on the case, and the roles that pass it: only for people whom nothing ties to the case, whatever a workflow says. */
  judgedBy?: readonly Role[];
  /** Fields that the form has only in workflows that name the rule for this command: the form of an older version stays as it was. */
  asked?: Readonly<Record<string, { properties: Schema['properties']; required?: readonly string[] }>>;
}

export const labels = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });
/** `x-labels` and `x-kind` tell a form what to print and which control fits, `x-yes` and `x-no` what the two answers of a question are called, `x-when`
 *  which answer to another field makes it ask for this one; JSON Schema ignores them. */
export const field = (zh: string, en: string, shape: Record<string, unknown>): Record<string, unknown> => ({
  ...shape,
  'x-labels': labels(zh, en),
});
/** Not blank, and no control character but tab and line breaks: PostgreSQL stores no NUL and nobody means the others. */
const PRINTABLE = '^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$';
export const prose = (zh: string, en: string, max = 4000): Record<string, unknown> =>
  field(zh, en, { type: 'string', minLength: 1, maxLength: max, pattern: PRINTABLE, 'x-kind': 'prose' });
export const day = (zh: string, en: string): Record<string, unknown> =>
  field(zh, en, { type: 'string', format: 'date' });
export const id = (zh: string, en: string, kind: string): Record<string, unknown> =>
  field(zh, en, { type: 'string', format: 'uuid', 'x-kind': kind });
export const ids = (zh: string, en: string, kind: string): Record<string, unknown> =>
  field(zh, en, {
    type: 'array',
    maxItems: 50,
    uniqueItems: true,
    items: { type: 'string', format: 'uuid' },
    'x-kind': kind,
  });
export const days = (zh: string, en: string): Record<string, unknown> =>
  field(zh, en, { type: 'integer', minimum: 1, maximum: 250 });

export function payload(
  properties: Schema['properties'],
  required: string[] = [],
  more: Pick<Schema, 'anyOf'> = {},
): Schema {
  return { type: 'object', properties, required, additionalProperties: false, ...more };
}

export const reason = (): Schema => payload({ reason: prose('理由', 'Reason') }, ['reason']);
export const evidence = (): Record<string, unknown> => ids('佐证材料', 'Evidence', 'attachments');
const ofOrder = {
  period: field('逾期轮次', 'Period', { type: 'integer', minimum: 0, 'x-kind': 'hidden' }),
  rung: field('督办等级', 'Escalation level', { enum: [...ESCALATION_LEVELS], 'x-kind': 'hidden' }),
};
export const orderPayload = (properties: Schema['properties'], required: string[]): Schema =>
  payload({ ...ofOrder, ...properties }, ['period', 'rung', ...required]);
export const rating = (zh: string, en: string): Record<string, unknown> =>
  field(zh, en, { type: 'integer', minimum: 1, maximum: 5 });

/** Photographs of the place as it was and as it is. */
export const PHOTOS: Schema['properties'] = {
  photosBefore: ids('整改前照片', 'Photographs before', 'attachments'),
  photosAfter: ids('整改后照片', 'Photographs after', 'attachments'),
};
