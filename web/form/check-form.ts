/** Says, before anything is sent, which fields of a command's form are missing or too long. The service has the last word. */
import type { FieldSchema, FormSchema } from '../api/types.js';

export type Values = Record<string, unknown>;

export interface FieldProblem {
  /** Key below `form.problem` and what to put into it. */
  key: 'missing' | 'oneOf' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'tooEarly' | 'tooLate' | 'nothingNew';
  params?: Record<string, unknown>;
}

/** Nothing was entered: empty, only blanks, an empty list. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

/** True for a field that the form asks for after what was answered so far (`x-when`). */
export function isAsked(field: FieldSchema, values: Values): boolean {
  const when = field['x-when'];
  return when === undefined || values[when.field] === when.is;
}

/** Whether a field says something else than what stood there: an emptied list does, an emptied text or choice leaves it. */
export function isCorrected(typed: unknown, present: unknown): boolean {
  if (isBlank(typed)) return Array.isArray(typed) && !isBlank(present);
  if (Array.isArray(typed) && Array.isArray(present))
    return typed.length !== present.length || !typed.every((item) => present.includes(item));
  return typed !== present;
}

/** Fields of which one is enough (`anyOf` with one name each, as SUBMIT has it); empty where there is no such choice. */
export function choiceOf(schema: FormSchema): string[] {
  const names = (schema.anyOf ?? []).map(({ required }) => required);
  return names.length > 1 && names.every((one) => one.length === 1) ? names.flat() : [];
}

/** Problems by field name; empty when the form may be sent. `withFiles` are fields for which files wait to be sent along. */
export function formProblems(
  schema: FormSchema,
  values: Values,
  withFiles: ReadonlySet<string> = new Set(),
): Record<string, FieldProblem> {
  const found: Record<string, FieldProblem> = {};
  const isMissing = (name: string): boolean => isBlank(values[name]) && !withFiles.has(name);
  for (const name of schema.required ?? []) if (isMissing(name)) found[name] = { key: 'missing' };
  for (const [name, field] of Object.entries(schema.properties)) {
    if (field['x-when'] !== undefined && isAsked(field, values) && isMissing(name)) found[name] = { key: 'missing' };
  }
  const choice = choiceOf(schema);
  if (choice.length > 0 && choice.every(isMissing)) for (const name of choice) found[name] = { key: 'oneOf' };
  for (const [name, field] of Object.entries(schema.properties)) {
    const isLeft = isBlank(values[name]) || !isAsked(field, values);
    const problem = isLeft ? undefined : valueProblem(field, values[name]);
    if (problem !== undefined) found[name] = problem;
  }
  return found;
}

function valueProblem(field: FieldSchema, value: unknown): FieldProblem | undefined {
  if (typeof value === 'string' && field.maxLength !== undefined && value.length > field.maxLength) {
    return { key: 'tooLong', params: { max: field.maxLength } };
  }
  const [first, last] = [field['x-first'], field['x-last']];
  if (typeof value === 'string' && first !== undefined && value < first)
    return { key: 'tooEarly', params: { day: first } };
  if (typeof value === 'string' && last !== undefined && value > last) return { key: 'tooLate', params: { day: last } };
  if (typeof value === 'number') {
    if (field.minimum !== undefined && value < field.minimum)
      return { key: 'tooSmall', params: { min: field.minimum } };
    if (field.maximum !== undefined && value > field.maximum)
      return { key: 'tooLarge', params: { max: field.maximum } };
  }
  if (Array.isArray(value) && field.items?.required !== undefined) {
    const needed = field.items.required;
    if (value.some((row: Values) => needed.some((name) => isBlank(row[name])))) return { key: 'missing' };
  }
  return undefined;
}

/** What is sent: the fields that were asked and filled, texts without blanks around them. */
export function payloadOf(schema: FormSchema, values: Values): Values {
  const sent: Values = {};
  for (const [name, field] of Object.entries(schema.properties)) {
    if (!isAsked(field, values)) continue;
    const value = filled(values[name]);
    if (!isBlank(value)) sent[name] = value;
  }
  return sent;
}

/** What a correction sends: of the fields that stand in the case (`present`) those that are another now, an emptied list too; all others as filled. */
export function changesOf(schema: FormSchema, values: Values, present: Values): Values {
  const kept = Object.keys(present);
  const changed = kept.filter((name) => isCorrected(filled(values[name]), present[name]));
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !kept.includes(name)));
  return {
    ...payloadOf(schema, rest),
    ...Object.fromEntries(changed.map((name) => [name, filled(values[name])])),
  };
}

function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, filled(one)] as const)
        .filter(([, one]) => !isBlank(one)),
    );
  }
  return value;
}
