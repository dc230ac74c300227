/** Checks the numbers of a workflow's policy and says in words which one is wrong. */
import Ajv2020 from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { problem, type Problem } from './check-problem.js';
import { WORKFLOW_SCHEMA } from './workflow-schema.js';

// `required` may name keys that another branch of an allOf describes.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
let compiled: { file: ValidateFunction; policy: ValidateFunction } | undefined;

function validators(): { file: ValidateFunction; policy: ValidateFunction } {
  const definitions = WORKFLOW_SCHEMA['$defs'] as Record<string, object>;
  compiled ??= { file: ajv.compile(WORKFLOW_SCHEMA), policy: ajv.compile(definitions['policy'] ?? false) };
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

/** Complaints about the policy block: missing or misspelt numbers, numbers that are not positive and whole, and reminders
 *  that would tell the office before the unit. */
export function policyProblems(policy: unknown): Problem[] {
  const { policy: validate } = validators();
  if (!validate(policy)) return (validate.errors ?? []).map((error) => said(error, 'policy'));
  const { signing } = policy as { signing: { remindAfter: number; tellOfficeAfter: number } };
  if (signing.tellOfficeAfter >= signing.remindAfter) return [];
  return [
    problem(
      'policy.signing.tellOfficeAfter',
      '报告整改办不能早于提醒承办单位',
      'The office cannot be told before the unit is reminded',
    ),
  ];
}

/** What the JSON Schema says about the whole file; asked last, for what no other check has words for. */
export function schemaProblems(file: unknown): Problem[] {
  const { file: validate } = validators();
  return validate(file) ? [] : (validate.errors ?? []).map((error) => said(error, ''));
}
