/** The JSON Schema of workflow files, made from the catalogue, so that an editor completes exactly the names that exist. */
import { OUTCOMES, ESCALATION_LEVELS, STAGES, TRACKS } from '../domain/words.js';
import { CHANGES, DELAYS, EFFECTS, RULES } from './catalogue.js';
import { MIGRATION_CHANGES } from './changes-migration.js';
import { COMMANDS } from './commands.js';
import { closed, POLICY, WEIGHT, type SchemaPart } from './policy-schema.js';

const RUNG_RULES = ['isOnRung'];
const RUNG_ACTIONS = ['climb', 'issueOrder'];

const ref = (name: string): SchemaPart => ({ $ref: `#/$defs/${name}` });
const oneOrMany = (name: string): SchemaPart => ({
  anyOf: [ref(name), { type: 'array', minItems: 1, items: ref(name) }],
});
const keyed = (names: string[], name: string): SchemaPart => ({
  type: 'object',
  properties: Object.fromEntries(names.map((key) => [key, oneOrMany(name)])),
  additionalProperties: false,
});

const STATE = closed(
  {
    description: { type: 'string' },
    meta: closed({ labels: ref('labels'), outcome: { enum: [...OUTCOMES] } }, ['labels']),
    initial: { type: 'string' },
    on: keyed(Object.keys(COMMANDS), 'transition'),
    after: keyed(Object.keys(DELAYS), 'transition'),
    always: oneOrMany('transition'),
    entry: oneOrMany('action'),
    exit: oneOrMany('action'),
    states: { type: 'object', additionalProperties: ref('state') },
  },
  ['meta'],
);

const region = (initial: string, names: readonly string[]): SchemaPart => ({
  allOf: [
    ref('state'),
    {
      properties: {
        initial: { const: initial },
        states: { type: 'object', required: [...names] },
      },
      required: ['initial', 'states'],
    },
  ],
});

/** The schema as it stands in workflows/schema.json: JSON Schema 2020-12. */
export const WORKFLOW_SCHEMA: SchemaPart = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Xiaohao workflow',
  ...closed(
    {
      $schema: { type: 'string' },
      name: { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]*$' },
      version: { type: 'integer', minimum: 1 },
      labels: ref('labels'),
      track: { enum: [...TRACKS] },
      policy: ref('policy'),
      migratesFrom: { type: 'array', items: ref('mapping') },
      machine: ref('machine'),
    },
    ['name', 'version', 'labels', 'track', 'policy', 'machine'],
  ),
  $defs: {
    labels: closed({ 'zh-CN': { type: 'string', pattern: '\\S' }, en: { type: 'string', pattern: '\\S' } }),
    policy: POLICY,
    weight: WEIGHT,
    mapping: closed(
      {
        version: { type: 'integer', minimum: 1, description: 'The version from which open cases may be moved here' },
        states: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Innermost state there and its state here, of the same stage',
        },
        notMovable: { type: 'object', additionalProperties: ref('labels') },
        actions: { type: 'array', uniqueItems: true, items: { enum: Object.keys(MIGRATION_CHANGES) } },
      },
      ['version', 'states'],
    ),
    machine: closed(
      {
        id: { type: 'string' },
        description: { type: 'string' },
        type: { const: 'parallel' },
        on: keyed(Object.keys(COMMANDS), 'transition'),
        states: {
          type: 'object',
          properties: {
            stage: region('collected', STAGES),
            clock: region('stopped', []),
          },
          required: ['stage', 'clock'],
          additionalProperties: false,
        },
      },
      ['id', 'type', 'states'],
    ),
    state: STATE,
    transition: closed(
      {
        target: { type: 'string', minLength: 1 },
        reenter: { type: 'boolean', description: 'Leaves the state and enters it again: its timers are armed anew' },
        guard: ref('guard'),
        actions: oneOrMany('action'),
        description: { type: 'string' },
      },
      [],
      { anyOf: [{ required: ['target'] }, { required: ['actions'] }] },
    ),
    guard: {
      anyOf: [
        ref('rule'),
        closed({
          type: { const: 'all' },
          params: closed({ rules: { type: 'array', minItems: 1, uniqueItems: true, items: ref('guard') } }),
        }),
      ],
    },
    rule: {
      anyOf: [
        { enum: Object.keys(RULES).filter((name) => !RUNG_RULES.includes(name)) },
        closed({ type: { enum: RUNG_RULES }, params: ref('ofRung') }),
      ],
    },
    action: {
      anyOf: [
        { enum: [...Object.keys(CHANGES), ...Object.keys(EFFECTS)].filter((name) => !RUNG_ACTIONS.includes(name)) },
        closed({ type: { enum: RUNG_ACTIONS }, params: ref('ofRung') }),
      ],
    },
    ofRung: closed({ rung: { enum: [...ESCALATION_LEVELS] } }),
  },
};
