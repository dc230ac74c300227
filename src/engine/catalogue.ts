/** Everything a workflow file may name: rules, changes, effects and delays. */
import { CLOCK_CHANGES, type Change } from './changes-clock.js';
import { COURSE_CHANGES } from './changes-course.js';
import { LADDER_CHANGES } from './changes-ladder.js';
import { WORK_CHANGES } from './changes-work.js';
import { DELAYS } from './delays.js';
import { EFFECTS } from './effects.js';
import { knownNames } from '../domain/known-names.js';
import type { CaseContext } from '../domain/case.js';
import type { Env, Params, Payload } from './env.js';
import { CLOCK_RULES } from './rules-clock.js';
import { COURSE_RULES } from './rules-course.js';
import { DEPARTURE_RULES } from './rules-departures.js';
import { INPUT_RULES } from './rules-input.js';
import { LADDER_RULES } from './rules-ladder.js';
import { PEOPLE_RULES } from './rules-people.js';
import type { Rule } from './rule.js';

export const RULES = knownNames<Rule>({
  ...PEOPLE_RULES,
  ...INPUT_RULES,
  ...CLOCK_RULES,
  ...LADDER_RULES,
  ...DEPARTURE_RULES,
  ...COURSE_RULES,
});
export const CHANGES = knownNames<Change>({ ...CLOCK_CHANGES, ...WORK_CHANGES, ...LADDER_CHANGES, ...COURSE_CHANGES });
export { DELAYS, EFFECTS };

/** How a workflow file refers to a rule: by name, or with static parameters. `all` joins several. */
export type RuleRef = string | { type: string; params?: Params };

/** The rules a reference stands for, `all` taken apart; order is kept, since the first that fails is the refusal. */
export function rulesOf(ref: RuleRef | undefined): { name: string; params: Params }[] {
  if (ref === undefined) return [];
  if (typeof ref === 'string') return [{ name: ref, params: {} }];
  if (ref.type !== 'all') return [{ name: ref.type, params: ref.params ?? {} }];
  return ((ref.params?.['rules'] as RuleRef[] | undefined) ?? []).flatMap(rulesOf);
}

/** True when every rule holds. The first rule that does not is noted in `env.failed`, unless it only chooses a branch. */
export function holdsAll(ref: RuleRef | undefined, context: CaseContext, env: Env, payload: Payload): boolean {
  for (const { name, params } of rulesOf(ref)) {
    const rule = RULES[name];
    if (rule === undefined) throw new Error(`workflow names a rule that does not exist: ${name}`);
    if (rule.test(context, env, payload, params)) continue;
    if (rule.kind === 'rule') env.failed.push(name);
    return false;
  }
  return true;
}
