/** `npm run api:types` writes web/api/schema.d.ts, the types of the web client, from the OpenAPI document that the sources make;
 *  with `--check` it writes nothing and fails where that file says something else. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'oxfmt';

const require = createRequire(import.meta.url);
const file = fileURLToPath(new URL('../web/api/schema.d.ts', import.meta.url));
const NOTE = '/* Made by npm run api:types from the OpenAPI document. Do not edit. */';

await require('./build.cjs').build();
const document = await require('../dist/src/api-document.js').apiDocument();
const text = `${NOTE}\n${astToString(await openapiTS(JSON.parse(JSON.stringify(document))))}`;
const { code: made } = await format(file, text, require('../.oxfmtrc.json'));

if (!process.argv.includes('--check')) {
  writeFileSync(file, made);
  console.log(`wrote ${file}`);
} else if (readFileSync(file, 'utf8') !== made) {
  const [stands, is] = [readFileSync(file, 'utf8').split('\n'), made.split('\n')];
  const at = is.findIndex((line, number) => line !== stands[number]);
  console.error(`web/api/schema.d.ts is stale: npm run api:types\n  line ${at + 1}\n  - ${stands[at]}\n  + ${is[at]}`);
  process.exit(1);
}
