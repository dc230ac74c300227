/** workflows/schema.json, which editors read, says exactly what the catalogue holds. WRITE_SCHEMA=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { CHANGES, DELAYS, EFFECTS, RULES } from '../../src/engine/catalogue.js';
import { COMMANDS } from '../../src/engine/commands.js';
import { WORKFLOW_SCHEMA } from '../../src/engine/workflow-schema.js';
import { workflowFile } from '../support/engine.js';

const path = resolve(__dirname, '../../workflows/schema.json');
if (process.env['WRITE_SCHEMA'] === '1') writeFileSync(path, `${JSON.stringify(WORKFLOW_SCHEMA, null, 2)}\n`);
const onDisk = JSON.parse(readFileSync(path, 'utf8')) as {
  $defs: Record<
    string,
    {
      properties: Record<string, { properties: object }>;
      anyOf: { enum?: string[]; properties?: { type: { enum: string[] } } }[];
    }
  >;
};

const names = (definition: string): string[] =>
  (onDisk.$defs[definition]?.anyOf ?? []).flatMap((part) => part.enum ?? part.properties?.type.enum ?? []).sort();

describe('workflows/schema.json', () => {
  it('is what the catalogue says', () => {
    expect(onDisk).toEqual(WORKFLOW_SCHEMA);
  });

  it('offers every rule, action, delay and command by name', () => {
    expect(names('rule')).toEqual(Object.keys(RULES).sort());
    expect(names('action')).toEqual([...Object.keys(CHANGES), ...Object.keys(EFFECTS)].sort());
    expect(Object.keys(onDisk.$defs['state']?.properties['after']?.properties ?? {})).toEqual(Object.keys(DELAYS));
    expect(Object.keys(onDisk.$defs['state']?.properties['on']?.properties ?? {})).toEqual(Object.keys(COMMANDS));
  });

  it.each(['rectification', 'immediate', 'staged'])('takes %s', (name) => {
    const validate = new Ajv2020({ strict: false }).compile(onDisk);
    expect(validate(workflowFile(name).file)).toBe(true);
  });

  it('refuses an unknown rule', () => {
    const validate = new Ajv2020({ strict: false }).compile(onDisk);
    expect(validate(JSON.parse(workflowFile('staged').text.replace('"isSupervisor"', '"isAnybody"')))).toBe(false);
  });
});
