/** What a person may do with a case now, so that no screen has to know a rule. */
import type { CaseState } from '../domain/case.js';
import type { Actor, InNameOf } from '../domain/command.js';
import { actingOn } from '../domain/deputies.js';
import { RULES, rulesOf } from './catalogue.js';
import { COMMANDS, type Labels, type Schema } from './commands.js';
import type { Env, ReferenceData } from './env.js';
import { fittedForm } from './fitted-form.js';
import { formOf } from './form.js';
import { allowedToSay } from './hear.js';
import { allowedToTakeBack } from './take-back.js';
import { tieThatForbids } from './rules-people.js';
import type { Workflow } from './workflow.js';

export interface AllowedCommand {
  type: string;
  labels: Labels;
  schema: Schema;
  /** Who is absent, where it is only in their name that the person may do it. */
  inNameOf?: InNameOf;
  /** The instant until which it is open, epoch milliseconds; absent where no clock ends it. */
  until?: number;
}

/** Commands that would not be refused by the stage, by who asks, or by the case's record; rules that need the filled
 *  form are asked when it is sent. `now` is the moment of reading, epoch milliseconds. */
export function allowed(
  workflow: Workflow,
  state: CaseState,
  actor: Actor,
  now: number,
  refs: ReferenceData,
): AllowedCommand[] {
  const found: AllowedCommand[] = [];
  for (const one of actingOn(actor, state.context, refs.units)) {
    const fresh = allowedAs(workflow, state, one, now, refs).filter(
      ({ type }) => !found.some((known) => known.type === type),
    );
    const { inNameOf } = one;
    found.push(...(inNameOf === undefined ? fresh : fresh.map((command) => ({ ...command, inNameOf }))));
  }
  return found;
}

function allowedAs(
  workflow: Workflow,
  state: CaseState,
  actor: Actor,
  now: number,
  refs: ReferenceData,
): AllowedCommand[] {
  const env: Env = {
    at: now,
    today: refs.calendar.dayOf(now),
    caseId: state.id,
    facts: state.facts,
    actor,
    policy: workflow.policy,
    refs,
    related: new Map(),
    failed: [],
  };
  const found = new Map<string, Schema>();
  for (const { eventType, guard } of workflow.machine.candidates(state.value)) {
    const spec = COMMANDS[eventType];
    if (spec === undefined || spec.internal === true || found.has(eventType)) continue;
    const rules = rulesOf(guard);
    const may = rules.every(({ name, params }) => {
      const rule = RULES[name];
      if (rule === undefined) return true;
      const test = rule.needsPayload === true ? rule.possible : rule.test;
      return test === undefined || test(state.context, env, {}, params);
    });
    if (!may || tieThatForbids(eventType, state.context, env) !== undefined) continue;
    const names = new Set(rules.map(({ name }) => name));
    found.set(eventType, fittedForm(eventType, formOf(workflow, eventType) ?? spec.schema, names, state.context, env));
  }
  const ofChart = Object.entries(COMMANDS).flatMap(([type, { labels }]) => {
    const schema = found.get(type);
    return schema === undefined ? [] : [{ type, labels, schema }];
  });
  return [...ofChart, ...allowedToTakeBack(state, env), ...allowedToSay(state, env)];
}
