/** The OpenAPI document is the contract and the source of the web's types: what must hold of it, and of the classes it is made from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { apiDocument } from '../../src/api-document.js';
import { IN_NAME } from '../../src/http/access.js';

const root = resolve(__dirname, '../..');
const src = join(root, 'src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

it('no two classes bear one name: of two answers of one name the document would show the last', () => {
  const declared = new Map<string, string[]>();
  for (const path of sources) {
    const names = readFileSync(join(src, path), 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm);
    for (const [, name] of names) declared.set(name!, [...(declared.get(name!) ?? []), path]);
  }
  expect(declared.size).toBeGreaterThan(200);
  expect([...declared].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

it('no controller and no service answers with just any object', () => {
  const vague = sources.filter(
    (path) =>
      /\.(controller|service)\.ts$/.test(path) &&
      /Promise<(readonly )?(object|unknown|any)(\[\])?>/.test(readFileSync(join(src, path), 'utf8')),
  );
  expect(vague).toEqual([]);
});

it('the web writes down no shape of an answer: its names stand for the generated ones', () => {
  const lines = readFileSync(join(root, 'web/api/types.ts'), 'utf8').matchAll(/^export (.*?) = ?(.*)$/gm);
  const named = [...lines].map(([, name, is]) => ({ name, is }));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ is }) => !/^(string;|(Pick<|NonNullable<)?(Schemas|operations)\[)/.test(is!))).toEqual([]);
  expect(readFileSync(join(root, 'web/api/types.ts'), 'utf8')).not.toMatch(/interface|\{\s*$/m);
  expect(readFileSync(join(root, 'web/api/client.ts'), 'utf8')).toContain("import type { paths } from './schema.js'");
});

interface Content {
  schema: object;
  example?: unknown;
}
interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { $ref?: string; content?: Record<string, Content> }>;
  'x-allowed'?: string | string[];
}
type Json = Record<string, unknown>;

describe('every operation', () => {
  let operations: [at: string, operation: Operation][];
  let responses: Record<string, { description: string; content: Record<string, Content> }>;
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);

  /** JSON Schema knows no `nullable`. */
  const plain = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(plain);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { nullable, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, plain(one)]));
    return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
  };

  beforeAll(async () => {
    const document = JSON.parse(JSON.stringify(await apiDocument())) as {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Json; responses: typeof responses };
    };
    responses = document.components.responses;
    ajv.addSchema({ $id: 'document', components: plain({ schemas: document.components.schemas }) });
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, Operation] => [`${method.toUpperCase()} ${path}`, one]),
    );
    expect(operations.length).toBeGreaterThan(60);
  });

  const lacking = (has: (operation: Operation, at: string) => boolean): string[] =>
    operations.filter(([at, operation]) => !has(operation, at)).map(([at]) => at);

  it('says in a line what it does, and no two say the same', () => {
    expect(lacking(({ summary = '' }) => /^[A-Z].{8,120}[^.]$/.test(summary))).toEqual([]);
    expect(new Set(operations.map(([, { summary }]) => summary)).size).toBe(operations.length);
  });

  it('says who may call it, by the rule the guard follows', () => {
    const WHO = { public: /anybody/, signedIn: /everybody who is signed in/, machines: /metrics token/ };
    expect(
      lacking(({ 'x-allowed': allowed, description = '' }) =>
        typeof allowed === 'string'
          ? WHO[allowed as keyof typeof WHO].test(description)
          : allowed?.every((role) => description.includes(role)) === true,
      ),
    ).toEqual([]);
  });

  it('says how it refuses, each refusal with its meaning and an example', () => {
    const refuses = (operation: Operation, status: number): boolean => String(status) in operation.responses;
    expect(lacking((one) => [400, 403, 429, 503].every((status) => refuses(one, status)))).toEqual([]);
    expect(lacking((one) => one['x-allowed'] === 'public' || refuses(one, 401))).toEqual([]);
    expect(lacking((one, at) => !at.includes('{') || refuses(one, 404))).toEqual([]);
    const said = operations.flatMap(([, one]) =>
      Object.entries(one.responses).filter(([status]) => Number(status) >= 400),
    );
    const named = said.map(([, { $ref = '' }]) => responses[$ref.split('/').at(-1)!]);
    expect(named.filter((one) => one === undefined || one.description === '')).toEqual([]);
  });

  it('answers with a shape', () => {
    // what answers HEAD, 204 and 304 says all in its headers
    const shapeless = operations.flatMap(([at, { responses: answers }]) =>
      Object.entries(answers)
        .filter(([status, { content, $ref }]) => content === undefined && $ref === undefined && !/[23]04/.test(status))
        .map(([status]) => `${at} ${status}`),
    );
    expect(shapeless.filter((at) => !at.startsWith('HEAD'))).toEqual([]);
  });

  it('shows an example of what is sent and of what is answered, which fits its schema', () => {
    const faults: unknown[] = [];
    const check = (at: string, content: Content | undefined): void => {
      if (content === undefined) return;
      const schema = JSON.parse(JSON.stringify(plain(content.schema)).replaceAll('"#/', '"document#/')) as Json;
      const isRight = ajv.validate(schema, content.example);
      if (!isRight) faults.push([at, ajv.errorsText(), content.example]);
    };
    for (const [at, { requestBody, responses: answers }] of operations) {
      check(`${at} body`, requestBody?.content['application/json']);
      for (const [status, { content }] of Object.entries(answers))
        check(`${at} ${status}`, content?.['application/json']);
    }
    for (const [name, { content }] of Object.entries(responses)) check(name, content['application/json']);
    expect(faults).toEqual([]);
  });

  it('answers with a class: nothing is just any object but what a workflow or a history decides', () => {
    const OPEN = [
      'file',
      'payload',
      'before',
      'after',
      'effects',
      'stateValue',
      'policy',
      'machine',
      'details',
      'schema',
      // what is chosen on a ledger: by column, line, cell and word
      'choices',
      'words',
    ];
    const vague: string[] = [];
    const walk = (at: string, schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, properties, allOf, additionalProperties: more } = schema as Json;
      if (type === 'object' && properties === undefined && allOf === undefined && (more === undefined || more === true))
        vague.push(at);
      for (const [key, one] of Object.entries(schema)) if (key !== 'example') walk(`${at}.${key}`, one);
    };
    for (const [at, { responses: answers }] of operations) walk(at, answers);
    const { schemas } = (ajv.getSchema('document')!.schema as { components: { schemas: Json } }).components;
    for (const [name, schema] of Object.entries(schemas)) walk(name, schema);
    expect(vague.filter((at) => !OPEN.some((name) => at.includes(`.${name}`)))).toEqual([]);
  });
});

it('a deputy carries the duties of the absent on these calls and no other: cases, their steps, orders and evidence', async () => {
  const { paths } = await apiDocument();
  const carried = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => (operation as Record<string, unknown>)[IN_NAME] === true)
      .map(([method]) => `${method} ${path}`),
  );
  expect(carried.sort()).toEqual([
    'delete /api/uploads/{id}',
    'get /api/attachments/{id}',
    'get /api/cases',
    'get /api/cases/{id}',
    'get /api/cases/{id}/alike',
    'get /api/cases/{id}/history',
    'get /api/orders/{id}',
    'get /api/overdue',
    'get /api/uploads/policy',
    'get /api/work',
    'head /api/uploads/{id}',
    'patch /api/uploads/{id}',
    'post /api/cases/{id}/attachments',
    'post /api/cases/{id}/commands',
    'post /api/cases/{id}/due-after',
    'post /api/cases/{id}/objections',
    'post /api/cases/{id}/raiser',
    'post /api/cases/{id}/uploads',
    'post /api/commands',
    'post /api/orders/batch',
    'post /api/orders/{id}/instruct',
    'post /api/orders/{id}/reply',
    'post /api/orders/{id}/sign',
    'post /api/orders/{id}/waive',
  ]);
});
