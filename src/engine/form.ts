/** The form of a command as a workflow asks for it: the fields of the catalogue, and those that only its rules read. */
import { asList } from './active-states.js';
import { rulesOf } from './catalogue.js';
import { specOf, type Schema } from './commands.js';
import type { MachineConfig } from './machine.js';
import type { Workflow } from './workflow.js';

type Config = Pick<Workflow, 'config'>;
const FORMS = new WeakMap<MachineConfig, Map<string, Schema>>();

/** The schema of the command's payload in the workflow; undefined where there is no such command. Made once for each workflow. */
export function formOf({ config }: Config, type: string): Schema | undefined {
  const spec = specOf(type);
  if (spec === undefined) return undefined;
  if (spec.asked === undefined) return spec.schema;
  let forms = FORMS.get(config);
  if (forms === undefined) FORMS.set(config, (forms = new Map()));
  let form = forms.get(type);
  if (form === undefined) {
    const named = rulesNamed(config, type);
    forms.set(type, (form = withAsked(type, (rule) => named.has(rule))));
  }
  return form;
}

/** Whether the workflow visits each of several raisers by name, as since version 2; before, a case has one. */
export const visitsByName = ({ config }: Config): boolean => rulesNamed(config, 'RECORD_VISIT').has('namesRaiser');

/** The schema with every field that any version asks for: what a line of history may hold. */
export function fullForm(type: string): Schema | undefined {
  return specOf(type) === undefined ? undefined : withAsked(type, () => true);
}

/** Ids of the files that a payload names, in whichever field. */
export function attachmentsIn(type: string, payload: Readonly<Record<string, unknown>>): string[] {
  const { properties = {} } = fullForm(type) ?? {};
  return Object.entries(properties).flatMap(([name, field]) => {
    const given = payload[name];
    return field['x-kind'] === 'attachments' && Array.isArray(given) ? (given as string[]) : [];
  });
}

function withAsked(type: string, isAsked: (rule: string) => boolean): Schema {
  const { schema, asked = {} } = specOf(type)!;
  const more = Object.entries(asked).filter(([rule]) => isAsked(rule));
  if (more.length === 0) return schema;
  return {
    ...schema,
    properties: Object.assign(
      {},
      schema.properties,
      ...more.map(([, { properties }]) => properties),
    ) as Schema['properties'],
    required: [...schema.required, ...more.flatMap(([, { required = [] }]) => required)],
  };
}

/** Names of the rules that the chart asks when the command comes, wherever it is taken. */
function rulesNamed({ on = {}, states = {} }: MachineConfig, type: string): Set<string> {
  const own = asList(on[type]).flatMap(({ guard }) => rulesOf(guard).map(({ name }) => name));
  return new Set([...own, ...Object.values(states).flatMap((inner) => [...rulesNamed(inner, type)])]);
}
