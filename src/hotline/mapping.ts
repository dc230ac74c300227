/** Reads a platform's own body by the names that the administrator entered for it. */
import { isDay } from '../domain/day.js';

/** Our fields, with where they stand in a body that was made for us. */
export const FIELDS = {
  number: 'number',
  title: 'title',
  text: 'text',
  category: 'category',
  raisedAt: 'raisedAt',
  dueOn: 'dueOn',
  unit: 'unit',
  callerName: 'caller.name',
  callerContact: 'caller.contact',
  callerAnonymous: 'caller.anonymous',
} as const;
export type HotlineField = keyof typeof FIELDS;

/** Another place for some of them. */
export type Mapping = Readonly<Partial<Record<HotlineField, string>>>;

/** A dot path of at most six names. */
export const PATH = /^[^.\s]{1,60}(?:\.[^.\s]{1,60}){0,5}$/;

/** The fields that the body has, by our names: a path of the mapping goes before our own. Numbers are read as texts, a moment of the due day as its day, and
 *  what is empty as absent. */
export function fieldsOf(body: object, mapping: Mapping): Partial<Record<HotlineField, unknown>> {
  const found = (Object.keys(FIELDS) as HotlineField[]).flatMap((name) => {
    const value = readAs(name, at(body, mapping[name] ?? FIELDS[name]));
    return value === undefined || value === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

function at(body: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isObject ? (value as Record<string, unknown>)[name] : undefined;
  }, body);
}

function readAs(name: HotlineField, value: unknown): unknown {
  if (name === 'callerAnonymous')
    return value === 1 || value === '1' ? true : value === 0 || value === '0' ? false : value;
  if (typeof value === 'number') return String(value);
  if (name === 'dueOn' && typeof value === 'string' && isDay(value.slice(0, 10))) return value.slice(0, 10);
  return value;
}
