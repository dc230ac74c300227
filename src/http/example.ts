/** Examples for the API's description, put together from the schemas, so that they cannot name a field that is not there. */
import { EXAMPLE_WORDS } from './example-words.js';

export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  example?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  minItems?: number;
  minimum?: number;
}
export type Schemas = Readonly<Record<string, Schema>>;

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01',
  date: '2026-11-27',
  'date-time': '2026-11-27T01:30:00.000Z',
};

/** The name of the schema that is referred to; undefined where the schema stands there itself. */
const nameOf = ({ $ref, allOf }: Schema): string | undefined => ($ref ?? allOf?.[0]?.$ref)?.split('/').at(-1);

/** A value that fits the schema: its own example, else one by the name of the field, else the plainest of its kind. Of a list as many
 *  elements as it must have, one at least; `nth` says which, so that they differ where they name words of a closed list. */
export function exampleOf(
  schema: Schema,
  schemas: Schemas,
  field = '',
  nth = 0,
  within: readonly string[] = [],
): unknown {
  if (schema.example !== undefined) return schema.example;
  const name = nameOf(schema);
  if (name !== undefined) return exampleOf(schemas[name] ?? {}, schemas, field, nth, [...within, name]);
  if (schema.enum !== undefined) return schema.enum[nth % schema.enum.length];
  switch (schema.type) {
    case 'object':
      return objectExample(schema, schemas, nth, within);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_, at) =>
        exampleOf(schema.items ?? {}, schemas, field, at, within),
      );
    case 'boolean':
      return field === 'ok';
    case 'integer':
    case 'number':
      return EXAMPLE_WORDS[field] ?? Math.max(schema.minimum ?? 0, 3);
    default:
      return BY_FORMAT[schema.format ?? ''] ?? EXAMPLE_WORDS[field] ?? field;
  }
}

/** Every field but a refusal beside an answer, and but what leads back into a schema that the example is within. */
function objectExample(schema: Schema, schemas: Schemas, nth: number, within: readonly string[]): object {
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    Object.entries(properties).flatMap(([field, inner]) => {
      const name = nameOf(inner) ?? nameOf(inner.items ?? {});
      const isNeeded = required.includes(field);
      if (!isNeeded && (name === 'ErrorBody' || (name !== undefined && within.includes(name)))) return [];
      return [[field, exampleOf(inner, schemas, field, nth, within)]];
    }),
  );
}
