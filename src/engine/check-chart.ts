/** Reads the states of a workflow file into a flat chart and works out where each transition leads. */
import { isObject, listOf, type Json } from './check-problem.js';

export interface Place {
  /** Keys from the root down, joined by dots; '' for the root. */
  id: string;
  /** Where it stands in the file. */
  path: string;
  key: string;
  config: Json;
  parent: Place | null;
  children: Place[];
}

export interface Arrow {
  from: Place;
  kind: 'on' | 'after' | 'always';
  /** Command or delay; '' for `always`. */
  key: string;
  /** Position among the transitions of the same key. */
  at: number;
  path: string;
  given: Json;
}

/** The root with all places below it, as far as the file has the right shape. */
export function chartOf(machine: Json): Place {
  const root: Place = { id: '', path: 'machine', key: '', config: machine, parent: null, children: [] };
  grow(root);
  return root;
}

function grow(place: Place): void {
  const states = place.config['states'];
  if (!isObject(states)) return;
  for (const [key, config] of Object.entries(states)) {
    const id = place.id === '' ? key : `${place.id}.${key}`;
    const child: Place = {
      id,
      path: `${place.path}.states.${key}`,
      key,
      config: isObject(config) ? config : {},
      parent: place,
      children: [],
    };
    place.children.push(child);
    grow(child);
  }
}

/** The place and everything below it, outermost first. */
export function withDescendants(place: Place): Place[] {
  return [place, ...place.children.flatMap(withDescendants)];
}

/** The place and everything above it, innermost first. */
export function withAncestors(place: Place): Place[] {
  return place.parent === null ? [place] : [place, ...withAncestors(place.parent)];
}

/** The transitions that leave from this very place. */
export function arrowsOf(place: Place): Arrow[] {
  const keyed = (['on', 'after'] as const).flatMap((kind) => {
    const table = place.config[kind];
    return isObject(table) ? Object.entries(table).map(([key, given]) => ({ kind, key, given })) : [];
  });
  const always =
    place.config['always'] === undefined ? [] : [{ kind: 'always' as const, key: '', given: place.config['always'] }];
  return [...keyed, ...always].flatMap(({ kind, key, given }) =>
    listOf(given).map((one, at) => ({
      from: place,
      kind,
      key,
      at,
      path: [place.path, kind, ...(key === '' ? [] : [key]), ...(Array.isArray(given) ? [String(at)] : [])].join('.'),
      // XState lets a bare text stand for a target.
      given: isObject(one) ? one : { target: one },
    })),
  );
}

/** Where an arrow leads, null where it stays (no target), undefined where the target does not exist. Rules of XState:
 *  `#id.a.b` from the root, `.child` from the place itself, anything else from the place's parent. */
export function targetOf(arrow: Arrow, root: Place): Place | null | undefined {
  const target = arrow.given['target'];
  if (target === undefined) return null;
  if (typeof target !== 'string' || target === '') return undefined;
  const keys = target.split('.');
  if (target.startsWith('#'))
    return keys[0] === `#${String(root.config['id'])}` ? descend(root, keys.slice(1)) : undefined;
  if (target.startsWith('.')) return descend(arrow.from, keys.slice(1));
  return arrow.from.parent === null ? undefined : descend(arrow.from.parent, keys);
}

function descend(from: Place, keys: readonly string[]): Place | undefined {
  return keys.reduce<Place | undefined>((at, key) => at?.children.find((child) => child.key === key), from);
}

/** The places entered with `place`: its first child and so on; of a parallel place all children. */
export function enteredWith(place: Place): Place[] {
  if (place.children.length === 0) return [place];
  const inner =
    place.config['type'] === 'parallel'
      ? place.children
      : place.children.filter((child) => child.key === place.config['initial']);
  return [place, ...inner.flatMap(enteredWith)];
}
