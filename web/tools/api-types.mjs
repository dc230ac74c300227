/** Writes web/api/schema.d.ts from an OpenAPI document: `npm run api:types -- <address or file>`, a running service unless told. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import openapiTS, { astToString } from 'openapi-typescript';

const given = process.argv[2] ?? 'http://127.0.0.1:3000/api/openapi.json';
const from = /^https?:/.test(given) ? new URL(given) : pathToFileURL(resolve(given));
const into = join(dirname(dirname(fileURLToPath(import.meta.url))), 'api', 'schema.d.ts');
const text = astToString(await openapiTS(from));
const note = '/* Made by npm run api:types from the served OpenAPI document. Do not edit. */';
const options = { ...(await resolveConfig(into)), filepath: into };
writeFileSync(into, await format(`${note}\n${text}`, options));
console.log(`wrote ${into}`);
