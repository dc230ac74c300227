/** Reads the machine of a workflow file into what is drawn: regions, states with their names, and the steps that lead from one to another. */
import type { Labels } from '../api/types.js';

/** One thing that may happen in a state. Without targets it is recorded and the case stays where it is. */
export interface Step {
  /** `<state>:<event>`: the same for every branch of one command in one state. */
  key: string;
  /** The command, where a person sends it. */
  event?: string;
  /** The delay, where time brings it about. */
  delay?: string;
  /** Ids of states. */
  targets: string[];
}

export interface State {
  /** Names from the region down, joined by dots, e.g. `stage.deadline.rectifying`. */
  id: string;
  labels: Labels;
  steps: Step[];
  states: State[];
  /** The inner state in which it begins; undefined for a state without inner ones. */
  initial?: string;
}

export interface Chart {
  regions: State[];
  /** Commands that may be sent in every state. */
  always: string[];
}

interface Branch {
  target?: string;
  guard?: string | { params?: { rules?: string[] } };
}
type Branches = string | Branch | (string | Branch)[];
interface Config {
  id?: string;
  initial?: string;
  meta?: { labels?: Labels };
  on?: Record<string, Branches>;
  after?: Record<string, Branches>;
  always?: Branches;
  entry?: unknown;
  states?: Record<string, Config>;
}

/** The chart of a machine config as `GET /api/workflows/:name/:version` answers it. States through which a case only passes (nothing but
 *  `always`) and steps that only the system takes are left out. */
export function chartOf(machine: object): Chart {
  const config = machine as Config;
  const root = config.id ?? '';
  return {
    regions: Object.entries(config.states ?? {}).map(([name, inner]) => stateOf(inner, [name], root)),
    always: Object.entries(config.on ?? {})
      .filter(([, branches]) => !listed(branches).every(isOfSystem))
      .map(([event]) => event),
  };
}

function stateOf(config: Config, path: string[], root: string): State {
  const id = path.join('.');
  const steps = (of: Record<string, Branches> | undefined, kind: 'event' | 'delay'): Step[] =>
    Object.entries(of ?? {})
      .map(([name, branches]) => [name, listed(branches).filter((one) => !isOfSystem(one))] as const)
      .filter(([, branches]) => branches.length > 0)
      .map(([name, branches]) => ({
        key: `${id}:${name}`,
        [kind]: name,
        targets: [
          ...new Set(branches.flatMap(({ target }) => (target === undefined ? [] : [resolved(target, path, root)]))),
        ],
      }));
  return {
    id,
    labels: config.meta?.labels ?? { 'zh-CN': path.at(-1)!, en: path.at(-1)! },
    steps: [...steps(config.on, 'event'), ...steps(config.after, 'delay')],
    states: Object.entries(config.states ?? {})
      .filter(([, inner]) => !isPassedThrough(inner))
      .map(([name, inner]) => stateOf(inner, [...path, name], root)),
    ...(config.initial === undefined ? {} : { initial: `${id}.${config.initial}` }),
  };
}

const listed = (branches: Branches): Branch[] =>
  (Array.isArray(branches) ? branches : [branches]).map((one) => (typeof one === 'string' ? { target: one } : one));
const isOfSystem = ({ guard }: Branch): boolean =>
  typeof guard === 'object' && (guard.params?.rules?.includes('isSystem') ?? false);
const isPassedThrough = (config: Config): boolean =>
  config.always !== undefined && config.on === undefined && config.after === undefined;

/** XState's ways to name a target: `#root.path` from the top, `.name` within, `name` beside. */
function resolved(target: string, path: readonly string[], root: string): string {
  if (target.startsWith('#')) return target.slice(root.length + 2);
  if (target.startsWith('.')) return [...path, target.slice(1)].join('.');
  return [...path.slice(0, -1), target].join('.');
}

/** A state and everything within it, outermost first. */
export const withInner = (state: State): State[] => [state, ...state.states.flatMap(withInner)];
/** States without inner ones. */
export const leavesOf = (state: State): State[] => withInner(state).filter(({ states }) => states.length === 0);
