/** Checks a command's payload against its schema before any rule is asked. */
import Ajv2020 from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Refused } from '../domain/errors.js';
import type { Schema } from './commands.js';
import { formOf } from './form.js';
import type { Workflow } from './workflow.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
addFormats(ajv, ['date', 'uuid']);
ajv.addVocabulary(['x-labels', 'x-kind', 'x-yes', 'x-no', 'x-when']);

/** Faults that are told; a form has fewer fields, and whoever sends thousands need not get them back. */
const MOST_TOLD = 50;

const VALIDATORS = new WeakMap<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  let validate = VALIDATORS.get(schema);
  if (validate === undefined) VALIDATORS.set(schema, (validate = ajv.compile(schema)));
  return validate;
}

/** Null when the payload fits the form that the workflow has; else a 400 that names each field, or says that there is no such command. */
export function payloadFaults(
  workflow: Pick<Workflow, 'config'>,
  type: string,
  payload: Readonly<Record<string, unknown>>,
): Refused | null {
  const form = formOf(workflow, type);
  if (form === undefined) {
    return new Refused(400, 'command.unknown', `没有这种操作：${type}`, `No such command: ${type}`);
  }
  const validate = validatorOf(form);
  if (validate(payload)) return null;
  const fields = (validate.errors ?? []).slice(0, MOST_TOLD).map((error) => ({
    field: (
      error.instancePath.slice(1).replaceAll('/', '.') ||
      String(error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '')
    ).slice(0, 100),
    problem: error.message ?? error.keyword,
  }));
  const names = [...new Set(fields.map((fault) => fault.field))].filter((name) => name !== '').join(', ');
  return new Refused(400, 'command.malformed', `填写内容不合要求：${names}`, `The input is not right: ${names}`, {
    fields,
  });
}
