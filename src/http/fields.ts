/** One decorator per kind of field: validation, both languages of its message, and OpenAPI come from the same line. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { isDay } from '../domain/day.js';
import { ODD_CHARACTERS } from './odd-characters.js';

export interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  /** For the OpenAPI page. */
  description?: string;
  example?: unknown;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for a UUID of any version in its usual form. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** What was sent, as far as it is a text, short enough to be told back. A value with a `toString` of its own is never asked for it. */
export const textSent = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 60) : '');

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  says: { en: string; zh: string },
  accepts: (value: unknown) => boolean,
  more: PropertyDecorator[] = [],
): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  return applyDecorators(
    ApiProperty({
      ...api,
      required: !optional,
      ...(nullable ? { nullable } : {}),
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
    } as ApiPropertyOptions),
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
    ValidateBy(
      { name: 'field', validator: { validate: accepts, defaultMessage: () => says.en } },
      { context: { zh: says.zh } },
    ),
    ...more,
  );
}

export interface TextOptions extends FieldOptions {
  /** Characters (UTF-16 units) at most. */
  max: number;
  /** Characters at least, 1 by default; 0 allows an empty text. */
  min?: number;
  /** Line breaks and tabs are allowed. */
  multiline?: boolean;
  pattern?: RegExp;
}

/** A text, trimmed unless `multiline`; not blank unless `min` is 0; no control characters. */
export function Text(options: TextOptions): PropertyDecorator {
  const { max, min = 1, multiline = false, pattern } = options;
  const en = `must be a text of ${min} to ${max} characters${pattern ? ` like ${pattern.source}` : ''}${multiline ? '' : ' on one line'}`;
  const zh = `应为 ${min} 到 ${max} 个字符的文本${pattern ? `，符合 ${pattern.source}` : ''}${multiline ? '' : '，不能换行'}`;
  const api = { type: String, minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) };
  return field(options, api, { en, zh }, (value) => acceptsText(value, { min, max, multiline, pattern }), [
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && !multiline ? value.trim() : value)),
  ]);
}

interface TextLimits {
  min: number;
  max: number;
  multiline: boolean;
  pattern?: RegExp | undefined;
}

function acceptsText(value: unknown, { min, max, multiline, pattern }: TextLimits): boolean {
  if (typeof value !== 'string' || value.length > max || value.trim().length < min) return false;
  if (ODD_CHARACTERS.test(value) || (!multiline && /[\r\n\t\u2028\u2029]/.test(value))) return false;
  return pattern === undefined || pattern.test(value);
}

/** A password or another secret: any visible text, never trimmed and never shown as an example. */
export function Secret(options: {
  min: number;
  max: number;
  optional?: boolean;
  description?: string;
}): PropertyDecorator {
  const { min, max } = options;
  return field(
    options,
    { type: String, format: 'password', minLength: min, maxLength: max },
    { en: `must be a text of ${min} to ${max} characters`, zh: `应为 ${min} 到 ${max} 个字符` },
    (value) => typeof value === 'string' && value.length >= min && value.length <= max,
  );
}

/** A day that exists, `YYYY-MM-DD`. */
export function DayField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date' },
    { en: 'must be a day, YYYY-MM-DD', zh: '应为日期，格式 YYYY-MM-DD' },
    (value) => isDay(value),
  );
}

/** An instant with offset, ISO 8601, as text. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
  return field(
    options,
    { type: String, format: 'date-time' },
    { en: 'must be an instant with offset, ISO 8601', zh: '应为带时区的时刻，ISO 8601 格式' },
    (value) =>
      typeof value === 'string' && form.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
  );
}

/** A UUID of any version. */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, { en: 'must be a UUID', zh: '应为 UUID' }, isUuid);
}

/** One word of a closed list. `name` makes it a schema of its own in OpenAPI. */
export function OneOf(list: readonly string[], options: FieldOptions & { name?: string } = {}): PropertyDecorator {
  return field(
    options,
    { enum: [...list], ...(options.name === undefined ? {} : { enumName: options.name }) } as ApiPropertyOptions,
    { en: `must be one of ${list.join(', ')}`, zh: `应为 ${list.join('、')} 之一` },
    (value) => typeof value === 'string' && list.includes(value),
  );
}

/** A whole number; from a query string its digits are read as one. */
export function Whole(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    { en: `must be a whole number from ${min} to ${max}`, zh: `应为 ${min} 到 ${max} 的整数` },
    (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
    [
      Transform(({ value }: { value: unknown }) =>
        typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
      ),
    ],
  );
}

/** True or false; from a query string `true` and `false` are read as such. */
export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: Boolean },
    { en: 'must be true or false', zh: '应为 true 或 false' },
    (value) => typeof value === 'boolean',
    [Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))],
  );
}

export interface ListOptions extends FieldOptions {
  /** Elements at most. */
  max: number;
  /** Elements at least, 0 by default. */
  min?: number;
}

function list(
  options: ListOptions,
  api: object,
  of: { en: string; zh: string },
  accepts: (item: unknown) => boolean,
  more: PropertyDecorator[] = [],
): PropertyDecorator {
  const { max, min = 0 } = options;
  return field(
    options,
    { ...api, isArray: true, minItems: min, maxItems: max } as ApiPropertyOptions,
    { en: `must be a list of ${min} to ${max} ${of.en}`, zh: `应为 ${min} 到 ${max} 项的${of.zh}列表` },
    (value) => Array.isArray(value) && value.length >= min && value.length <= max && value.every(accepts),
    more,
  );
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Swagger takes a function for a lazy class only if the function itself is called `type`, as this one is by its place. */
const lazily = (of: () => new () => object): { type: () => new () => object } => ({ type: () => of() });

/** A list of objects of a class with fields of its own. */
export function ListOf(type: () => new () => object, options: ListOptions): PropertyDecorator {
  return list(options, lazily(type), { en: 'objects', zh: '对象' }, isObject, [
    Type(type),
    ValidateNested({ each: true }),
  ]);
}

/** An object of a class with fields of its own. */
export function ObjectOf(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field(options, lazily(type) as ApiPropertyOptions, { en: 'must be an object', zh: '应为对象' }, isObject, [
    Type(type),
    ValidateNested(),
  ]);
}

/** A list of UUIDs. */
export function Uuids(options: ListOptions): PropertyDecorator {
  return list(options, { type: String, format: 'uuid' }, { en: 'UUIDs', zh: ' UUID ' }, isUuid);
}

/** A list of texts on one line each, of at most `each` characters, none blank. */
export function Texts(options: ListOptions & { each: number }): PropertyDecorator {
  const { each } = options;
  return list(
    options,
    { type: 'string', items: { type: 'string', minLength: 1, maxLength: each } },
    { en: `texts of 1 to ${each} characters`, zh: ` 1 至 ${each} 字文本` },
    (item) => acceptsText(item, { min: 1, max: each, multiline: false }),
  );
}

/** Any JSON object, looked at by the code that gets it. */
export function JsonObject(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'object', additionalProperties: true } as ApiPropertyOptions,
    { en: 'must be an object', zh: '应为对象' },
    isObject,
  );
}
