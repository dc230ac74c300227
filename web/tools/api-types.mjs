/** Writes web/api/schema.d.ts from an OpenAPI document: `npm run api:types -- <address or file>`, a running service unless told. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const given = process.argv[2] ?? 'http://127.0.0.1:3000/api/openapi.json';
const from = /^https?:/.test(given) ? new URL(given) : pathToFileURL(resolve(given));
const into = join(dirname(dirname(fileURLToPath(import.meta.url))), 'api', 'schema.d.ts');
const text = astToString(await openapiTS(from));
writeFileSync(into, `/* Made by npm run api:types from the served OpenAPI document. Do not edit. */\n${text}`);
console.log(`wrote ${into}`);
