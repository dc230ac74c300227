/** Values for a JSON Schema: what fits it, what stands at its edges, and what nobody should send. */
import fc from 'fast-check';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
}
export type Schemas = Record<string, Schema>;

/** Stands for an id of something the tenant has; which, is seen when the request is sent. */
export class Named {
  constructor(
    readonly kind: Kind,
    readonly at: number,
  ) {}
}
export const KINDS = [
  'case',
  'opinion',
  'meeting',
  'participant',
  'order',
  'unit',
  'category',
  'person',
  'attachment',
] as const;
export type Kind = (typeof KINDS)[number] | 'used';

/** Which things a field or a path names, by its own name. */
export function kindOf(name: string): Kind {
  if (/case|mergedInto/i.test(name)) return 'case';
  if (/unit|parentId/i.test(name)) return 'unit';
  if (/categor/i.test(name)) return 'category';
  if (/opinion/i.test(name)) return 'opinion';
  if (/order/i.test(name)) return 'order';
  if (/meeting/i.test(name)) return 'meeting';
  if (/participant/i.test(name)) return 'participant';
  if (/evidence|attachment/i.test(name)) return 'attachment';
  return /leader|liaison|person|people|by$/i.test(name) ? 'person' : 'used';
}

const DAYS = [
  '2026-03-13',
  '2026-03-20',
  '2026-03-02',
  '2026-12-31',
  '2036-02-29',
  '0001-01-01',
  '9999-12-31',
  '1969-12-31',
];
const WORDS = [
  '路灯不亮',
  '已电话告知',
  '东街',
  '%',
  "'; --",
  '\\',
  '{}',
  '𠮷',
  '\u202e',
  'a'.repeat(60),
  '1',
  'none',
  'null',
];

/** What nobody should send anywhere. Objects with words of their own are met where a program takes anything for a text. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'undefined',
    'NaN',
    '2026-02-30',
    '10000-01-01',
    '0000-00-00',
    '2026-03-13T25:00:00Z',
    '00000000-0000-0000-0000-000000000000',
    -1,
    0,
    0.1,
    -0,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e308,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    [{}],
    { toString: 1 },
    { toString: null, valueOf: null },
    { toJSON: 'x', then: 1 },
    { length: 1e9 },
    { constructor: { prototype: {} } },
    '路'.repeat(5_000),
    'x'.repeat(25_000),
    Array.from({ length: 300 }, (_, at) => at),
    { a: { b: { c: { d: { e: { f: { g: [] } } } } } } },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value that fits the schema, edges included. `name` is that of the field. */
export function fitting(schema: Schema, schemas: Schemas, name = '', depth = 0): fc.Arbitrary<unknown> {
  const { allOf, type, format, items, properties } = schema;
  const inner = schema.$ref ?? allOf?.[0]?.$ref;
  if (inner !== undefined) return fitting(schemas[inner.split('/').at(-1)!] ?? {}, schemas, name, depth);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (properties !== undefined && depth < 6) return object(schema, schemas, depth);
  if (type === 'array') {
    const { minItems = 0, maxItems = 4 } = schema;
    const one = fitting(items ?? {}, schemas, name, depth + 1);
    return fc.array(one, { minLength: Math.min(minItems, 4), maxLength: Math.max(minItems, Math.min(maxItems, 4)) });
  }
  if (type === 'integer' || type === 'number') {
    const { minimum: min = 0, maximum: max = 1_000 } = schema;
    return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max: Math.min(max, min + 2 ** 31) }));
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'object') return fc.constant({});
  if (format === 'uuid') return named(kindOf(name));
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (format === 'date-time')
    return fc.constantFrom('2026-03-13T10:00:00+08:00', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');
  return text(schema, name);
}

export const named = (kind: Kind): fc.Arbitrary<Named> => fc.nat({ max: 10_000 }).map((at) => new Named(kind, at));

function text({ minLength = 0, maxLength = 60, pattern, format }: Schema, name: string): fc.Arbitrary<unknown> {
  if (name === 'workflow') return fc.constantFrom('rectification', 'immediate', 'staged', 'constructor');
  if (/Id$/.test(name) || /none\|/.test(pattern ?? '')) return fc.oneof(named(kindOf(name)), fc.constant('none'));
  const long = '意'.repeat(Math.min(maxLength, 4_000));
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.constant(long) },
  );
  return word.map((chosen) => {
    const padded = format === 'password' ? `${chosen}-password` : chosen;
    return padded.padEnd(Math.min(minLength, 100), '一').slice(0, Math.max(maxLength, 1));
  });
}

function object(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([field, of]) => [field, fitting(of, schemas, field, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((field) => field in fields) });
}

/** The value with something in it that does not belong there: a field replaced, left out, or added. */
export function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('replace', 'leave out', 'add', 'instead');
  const extra = fc.constantFrom('constructor', '__proto__', 'toString', 'x', 'id', 'length', 'then');
  return fc.tuple(value, how, fc.nat(), hostile, extra).map(([sound, way, at, bad, key]) => {
    if (way === 'instead' || typeof sound !== 'object' || sound === null) return bad;
    const inside = Array.isArray(sound) && typeof sound[0] === 'object' && sound[0] !== null ? sound[0] : sound;
    const spoiltOne = Array.isArray(inside)
      ? [...inside, bad]
      : spoil(inside as Record<string, unknown>, way, at, bad, key);
    return inside === sound ? spoiltOne : [spoiltOne, ...(sound as unknown[]).slice(1)];
  });
}

function spoil(sound: Record<string, unknown>, way: string, at: number, bad: unknown, key: string): object {
  const keys = Object.keys(sound);
  const field = keys[at % Math.max(1, keys.length)] ?? 'x';
  const { [field]: _, ...rest } = sound;
  if (way === 'leave out') return rest;
  // Own properties, `__proto__` too, so that they go over the wire.
  const next: object = { ...sound };
  Object.defineProperty(next, way === 'add' ? key : field, { value: bad, enumerable: true, configurable: true });
  return next;
}
