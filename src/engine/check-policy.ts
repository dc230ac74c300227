/** Checks the numbers of a workflow's policy and says in words which one is wrong. */
import Ajv2020 from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Policy } from '../domain/policy.js';
import { problem, type Problem } from './check-problem.js';
import { partsNeeded } from './policy-needs.js';
import { WORKFLOW_SCHEMA } from './workflow-schema.js';

// `required` may name keys that another branch of an allOf describes.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
let compiled: { file: ValidateFunction; policy: ValidateFunction } | undefined;

function validators(): { file: ValidateFunction; policy: ValidateFunction } {
  const definitions = WORKFLOW_SCHEMA['$defs'] as Record<string, object>;
  compiled ??= {
    file: ajv.compile(WORKFLOW_SCHEMA),
    policy: ajv.compile({ $defs: definitions, $ref: '#/$defs/policy' }),
  };
  return compiled;
}

function said(error: ErrorObject, under: string): Problem {
  const path = [under, ...error.instancePath.split('/').slice(1)].filter((key) => key !== '').join('.');
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return problem(
        `${path}.${params['missingProperty']}`,
        `缺少“${params['missingProperty']}”`,
        `"${params['missingProperty']}" is missing`,
      );
    case 'additionalProperties':
      return problem(
        `${path}.${params['additionalProperty']}`,
        `不认识“${params['additionalProperty']}”这一项，是否写错了`,
        `"${params['additionalProperty']}" is not known here; is it misspelt?`,
      );
    case 'type':
      return params['type'] === 'integer'
        ? problem(path, '须是整数', 'must be a whole number')
        : problem(path, `类型不对，须是 ${params['type']}`, `must be ${params['type']}`);
    case 'minimum':
      return problem(path, `须不小于 ${params['limit']}`, `must be at least ${params['limit']}`);
    case 'maximum':
      return problem(path, `须不大于 ${params['limit']}`, `must be at most ${params['limit']}`);
    default:
      return problem(path, `不合格式（${error.message ?? error.keyword}）`, error.message ?? error.keyword);
  }
}

/** Complaints about the policy block: missing or misspelt numbers, numbers that are not positive and whole, reminders that would tell the office
 *  before the unit, promises that add up to more than the late period has, and parts that the names in the file rest on. */
export function policyProblems(policy: unknown, machine?: unknown): Problem[] {
  const { policy: validate } = validators();
  if (!validate(policy)) return (validate.errors ?? []).map((error) => said(error, 'policy'));
  const { signing, promises } = policy as Policy;
  const found: Problem[] = [];
  if (signing.tellOfficeAfter < signing.remindAfter) {
    found.push(
      problem(
        'policy.signing.tellOfficeAfter',
        '报告整改办不能早于提醒承办单位',
        'The office cannot be told before the unit is reminded',
      ),
    );
  }
  if (promises !== undefined && Math.max(...Object.values(promises.maxAhead)) > promises.perPeriod) {
    found.push(
      problem(
        'policy.promises.perPeriod',
        '一次逾期的承诺天数合计，不能少于单张督办单允许的天数',
        'A late period cannot have fewer days of promises than one order may promise',
      ),
    );
  }
  for (const [part, name] of partsNeeded(namesIn(machine))) {
    if ((policy as Policy)[part] !== undefined) continue;
    found.push(
      problem(
        `policy.${part}`,
        `流程用到“${name}”，须写明“${part}”`,
        `The file names "${name}", which rests on "${part}"`,
      ),
    );
  }
  return found;
}

/** Every text of the machine, keys too: names of rules, actions and delays are among them. */
function namesIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => [...(Array.isArray(part) ? [] : [key]), ...namesIn(inner)]);
}

/** What the JSON Schema says about the whole file; asked last, for what no other check has words for. */
export function schemaProblems(file: unknown): Problem[] {
  const { file: validate } = validators();
  return validate(file) ? [] : (validate.errors ?? []).map((error) => said(error, ''));
}

/** The most that an office may set of what lets a late case rest or an unfixed one wait: no version of its own gives the ladder leave for a year. Working days
 *  and counts; two to five times what is shipped (docs/decisions/099). */
const AT_MOST: readonly (readonly [path: string, most: number, of: (policy: Policy) => number | undefined])[] = [
  ['signing.remindAfter', 5, ({ signing }) => signing.remindAfter],
  ['signing.tellOfficeAfter', 10, ({ signing }) => signing.tellOfficeAfter],
  ['ladder.replyWithin.blue', 10, ({ ladder }) => ladder.replyWithin.blue],
  ['ladder.replyWithin.orange', 10, ({ ladder }) => ladder.replyWithin.orange],
  ['ladder.replyWithin.red', 10, ({ ladder }) => ladder.replyWithin.red],
  ['ladder.returnsToOrange', 5, ({ ladder }) => ladder.returnsToOrange],
  ['extension.times', 3, ({ extension }) => extension.times],
  ['extension.maxDays', 60, ({ extension }) => extension.maxDays],
  ['freshDays', 30, ({ freshDays }) => freshDays],
  ['visit.within', 20, ({ visit }) => visit.within],
  ['promises.maxAhead.blue', 10, ({ promises }) => promises?.maxAhead.blue],
  ['promises.maxAhead.orange', 10, ({ promises }) => promises?.maxAhead.orange],
  ['promises.maxAhead.red', 10, ({ promises }) => promises?.maxAhead.red],
  ['promises.perPeriod', 20, ({ promises }) => promises?.perPeriod],
  ['waivers.maxAhead', 20, ({ waivers }) => waivers?.maxAhead],
  ['looks.every', 20, ({ looks }) => looks?.every],
  ['verification.tellAfter', 20, ({ verification }) => verification?.tellAfter],
  ['reminders.every', 20, ({ reminders }) => reminders?.every],
];

/** Complaints about numbers that would silence the ladder, for a policy that has passed `policyProblems`. Asked of versions that an office saves; a file that
 *  comes with a release, and a trial on the past, are free. */
export function silencingProblems(policy: Policy): Problem[] {
  return AT_MOST.flatMap(([path, most, of]) => {
    const set = of(policy);
    if (set === undefined || set <= most) return [];
    return [
      problem(
        `policy.${path}`,
        `最多 ${most}：再多，逾期或未解决的事项就会长期无人过问`,
        `may be at most ${most}: with more, a late or unsolved case would be left alone for long`,
      ),
    ];
  });
}
