/** Requests made from the served OpenAPI document: for each of its operations, sound ones and spoilt ones. */
import fc from 'fast-check';
import { fitting, hostile, kindOf, named, Named, spoilt, type Schema, type Schemas } from './values.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}

/** What is sent as the body. `command`: a command that the sender may or may not send now, made when it is sent. */
export type Sent =
  | { as: 'json'; value: unknown }
  | { as: 'text'; text: string; type: string }
  | { as: 'form'; field: string; fileName: string; bytes: Buffer; fields: Record<string, string> }
  | { as: 'command'; pick: number; seed: number; offered: boolean; spoilt: boolean; many: boolean };

export interface FuzzRequest {
  method: string;
  /** As the document has it. */
  template: string;
  /** Texts and names, one after the other, of which the address is made. */
  path: (string | Named)[];
  query: [string, unknown][];
  body: Sent | undefined;
  who: number;
}

/** Streams never end; everything else is tried. */
const LEFT_OUT = /stream$/;
const FILES: [string, Buffer][] = [
  ['台账.csv', Buffer.from('问题描述,责任单位,收集时间\n路灯不亮,城东派出所,2026-03-01\n')],
  ['x.csv', Buffer.from('\ufeff"')],
  ['照片.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
  ['../../etc/passwd', Buffer.from('x')],
  ['x.xlsx', Buffer.from('504b0304', 'hex')],
  ['', Buffer.alloc(0)],
  ['a\u0000b.txt', Buffer.from('一段文字')],
];

/** All requests the document speaks of, as often as each other. */
export function requests({ paths, components }: OpenApi): fc.Arbitrary<FuzzRequest> {
  const operations = Object.entries(paths)
    .filter(([template]) => !LEFT_OUT.test(template))
    .flatMap(([template, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        one(method.toUpperCase(), template, operation, components.schemas),
      ),
    );
  return fc.oneof(...operations);
}

function one(method: string, template: string, operation: Operation, schemas: Schemas): fc.Arbitrary<FuzzRequest> {
  const { parameters = [], requestBody } = operation;
  return fc.record({
    method: fc.constant(method),
    template: fc.constant(template),
    path: fc.tuple(...template.split(/(\{\w+\})/).map((part) => pathPart(part, template))),
    query: query(
      parameters.filter((parameter) => parameter.in === 'query'),
      schemas,
    ),
    body: requestBody === undefined ? fc.constant(undefined) : body(template, requestBody.content, schemas),
    who: fc.nat({ max: 1_000 }),
  });
}

const often = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 2, arbitrary: odd });

function pathPart(part: string, template: string): fc.Arbitrary<string | Named> {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  if (name === undefined) return fc.constant(part);
  const odd = hostile.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300));
  const usual: fc.Arbitrary<string | Named> =
    name === 'year'
      ? fc.constantFrom('2026', '2027', '0001', '9999')
      : name === 'version'
        ? fc.constantFrom('1', '2')
        : name === 'name'
          ? fc.constantFrom('rectification', 'immediate', 'staged', 'constructor')
          : named(kindOf(name === 'id' ? (/([\w-]+)\/\{id\}/.exec(template)?.[1] ?? '') : name));
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function query(parameters: Parameter[], schemas: Schemas): fc.Arbitrary<[string, unknown][]> {
  const known = parameters.map(({ name, required = false, schema = {} }) =>
    fc
      .tuple(fc.constant(name), often(fitting(schema, schemas, name), hostile), fc.nat({ max: 9 }))
      .map(([key, value, n]): [string, unknown][] =>
        required || n < 3
          ? [[key, value]]
          : n === 9
            ? [
                [key, value],
                [key, 'x'],
              ]
            : [],
      ),
  );
  const extra = fc.oneof(
    { weight: 12, arbitrary: fc.constant<[string, unknown][]>([]) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('x', '__proto__', 'a[b]', 'toString', ''), hostile).map((pair) => [pair]),
    },
  );
  return fc.tuple(fc.tuple(...known), extra).map(([found, more]) => [...found.flat(), ...more]);
}

function body(template: string, content: Record<string, { schema?: Schema }>, schemas: Schemas): fc.Arbitrary<Sent> {
  const raw = fc.record({
    as: fc.constant('text' as const),
    text: fc.oneof(
      fc.constantFrom(
        '',
        '{',
        'null',
        '7',
        '"x"',
        '[]',
        '{}',
        '[[[[',
        '{"a":1e999}',
        '{"__proto__":{"x":1}}',
        '\ufeff{}',
      ),
      fc.string(),
    ),
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=gbk',
      'text/plain',
      'application/x-www-form-urlencoded',
      '',
    ),
  });
  if ('multipart/form-data' in content) {
    const form = fc
      .tuple(fc.constantFrom('file', 'files', 'x', '__proto__'), fc.constantFrom(...FILES), formFields)
      .map(([field, [fileName, bytes], fields]): Sent => ({ as: 'form', field, fileName, bytes, fields }));
    return often(form, raw);
  }
  const schema = content['application/json']?.schema ?? {};
  const sound = fitting(schema, schemas);
  const json = often(sound, spoilt(sound)).map((value): Sent => ({ as: 'json', value }));
  const usual = /commands$/.test(template)
    ? often<Sent>(
        fc.record({
          as: fc.constant('command' as const),
          pick: fc.nat({ max: 1_000 }),
          seed: fc.nat(),
          offered: fc.boolean(),
          spoilt: fc.nat({ max: 3 }).map((n) => n === 0),
          many: fc.constant(template === '/api/commands'),
        }),
        json,
      )
    : json;
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: raw });
}

const formFields = fc.dictionary(
  fc.constantFrom('mapping', 'dryRun', 'createUnits', '__proto__', 'a[b]'),
  fc.oneof(
    fc.constantFrom(
      'true',
      'false',
      '',
      '{}',
      '{"columns":{"title":["问题描述"]}}',
      '{"columns":{"constructor":["x"]}}',
      '{"zone":"Mars/Base"}',
      '[1',
      'null',
    ),
    fc.string({ maxLength: 30 }),
  ),
  { maxKeys: 3 },
);
