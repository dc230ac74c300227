/** Says of each operation, in the document, who may call it, how it refuses, and what is sent and answered for example: all of it from what the
 *  code knows already, so that none of it can drift. */
import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ALLOWED, BEFORE_OWN_PASSWORD, type Allowed } from './access.js';
import { ErrorBody } from './error-body.js';
import { GEO_REPORT, GeoReportError, geoReportErrors, speaksGeoReport } from './geo-report-error.js';
import { exampleOf, type Schema, type Schemas } from './example.js';
import { REFUSAL_STATUSES, type RefusalStatus } from './refusal-statuses.js';

interface Content {
  schema?: Schema;
  example?: unknown;
}
interface Answer {
  $ref?: string;
  description?: string;
  content?: Record<string, Content>;
}
interface Operation {
  description?: string;
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Answer>;
  [ALLOWED]?: Allowed;
  [BEFORE_OWN_PASSWORD]?: boolean;
}

/** Fills in every operation of the document. */
export function describeOperations(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const responses = Object.entries(REFUSAL_STATUSES).flatMap(([code, status]) => [
    [status.name, refusalOf(status)],
    [nameFor(GEO_REPORT_PATH, status), geoReportRefusalOf(Number(code), status)],
  ]);
  document.components = { ...document.components, responses: Object.fromEntries(responses) };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations) as [string, Operation][]) {
      const said = [operation.description, whoMay(operation)];
      operation.description = said.filter((one) => one !== undefined && one !== '').join('\n\n');
      for (const status of commonRefusals(method, path, operation)) operation.responses[status] ??= {};
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).map(([status, answer]) => [
          status,
          Number(status) in REFUSAL_STATUSES ? referenceTo(path, REFUSAL_STATUSES[Number(status)]!) : answer,
        ]),
      );
      const contents = [operation.requestBody, ...Object.values(operation.responses)];
      for (const content of contents) addExample(content?.content?.['application/json'], schemas);
    }
  }
  return document;
}

/** The sentence on who may call, from the rule the guard follows. */
function whoMay({ [ALLOWED]: who, [BEFORE_OWN_PASSWORD]: early }: Operation): string {
  const also = early === true ? ' Also before a start password has been changed.' : '';
  switch (who) {
    case undefined:
      return 'Closed: no rule lets anybody call it.';
    case 'public':
      return 'Who may call: anybody, signed out too.';
    case 'machines':
      return 'Who may call: this computer, or a machine with the metrics token as bearer.';
    case 'signedIn':
      return `Who may call: everybody who is signed in, for what they may see.${also}`;
    default:
      return `Who may call: whoever holds one of these roles at some unit, for what it covers: ${who.join(', ')}.${also}`;
  }
}

/** Statuses that follow from who may call, from ids in the address and from there being something to read. */
function commonRefusals(method: string, path: string, { [ALLOWED]: allowed }: Operation): number[] {
  return [
    ...[400, 403, 429, 503],
    ...(allowed === 'public' ? [] : [401]),
    ...(path.includes('{') ? [404] : []),
    ...(method === 'get' || method === 'head' ? [] : [413, 415]),
  ];
}

const GEO_REPORT_PATH = `${GEO_REPORT}/`;

/** Under which name the answer is described: one part of the API refuses in the shape of another standard. */
const nameFor = (path: string, { name }: RefusalStatus): string => (speaksGeoReport(path) ? `GeoReport${name}` : name);

const referenceTo = (path: string, status: RefusalStatus): Answer => ({
  $ref: `#/components/responses/${nameFor(path, status)}`,
});

const geoReportRefusalOf = (status: number, { means, example }: RefusalStatus): Answer => {
  const schema = { type: 'array', items: { $ref: getSchemaPath(GeoReportError) } };
  return {
    description: means,
    content: {
      'application/json': { schema, example: geoReportErrors({ status, ...example }) },
      'text/xml': { schema },
    },
  };
};

/** The answer of a refusing status as it is described once for all calls. */
const refusalOf = ({ means, example }: RefusalStatus): Answer => ({
  description: means,
  content: { 'application/json': { schema: { $ref: getSchemaPath(ErrorBody) }, example } },
});

function addExample(content: Content | undefined, schemas: Schemas): void {
  if (content?.schema !== undefined) content.example ??= exampleOf(content.schema, schemas);
}
