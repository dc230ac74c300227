/** Checks the names a transition uses: rules, changes, effects, delays and commands must stand in the catalogue. */
import { ESCALATION_LEVELS } from '../domain/words.js';
import { CHANGES, DELAYS, EFFECTS, RULES } from './catalogue.js';
import { codeProblem, isObject, listOf, problem, unknownKeys, type Json, type Problem } from './check-problem.js';
import { COMMANDS } from './commands.js';

/** Names that mean nothing without saying which level. */
const NEED_RUNG = ['isOnRung', 'climb', 'issueOrder'];
const TRANSITION_KEYS = ['target', 'reenter', 'guard', 'actions', 'description'];

/** A rule a transition asks for, by name and parameters, with the text by which two of them are compared. */
export interface NamedRule {
  name: string;
  key: string;
}

function nameOf(ref: unknown): { name: unknown; params: Json } {
  if (!isObject(ref)) return { name: ref, params: {} };
  return { name: ref['type'], params: isObject(ref['params']) ? ref['params'] : {} };
}

/** The rules of a guard with `all` taken apart; what is malformed is left out (it is complained about elsewhere). */
export function namedRules(guard: unknown): NamedRule[] {
  if (guard === undefined) return [];
  const { name, params } = nameOf(guard);
  if (name === 'all') return listOf(params['rules']).flatMap(namedRules);
  return typeof name === 'string' ? [{ name, key: `${name} ${JSON.stringify(params)}` }] : [];
}

function paramProblems(name: string, ref: unknown, path: string): Problem[] {
  const { params } = nameOf(ref);
  const shape = isObject(ref) ? unknownKeys(ref, ['type', 'params'], path) : [];
  if (name === 'all') return shape;
  if (!NEED_RUNG.includes(name)) return [...shape, ...unknownKeys(params, [], `${path}.params`)];
  const known = (ESCALATION_LEVELS as readonly unknown[]).includes(params['rung']);
  return [
    ...shape,
    ...unknownKeys(params, ['rung'], `${path}.params`),
    ...(known
      ? []
      : [
          problem(
            `${path}.params.rung`,
            `“${name}”须写明督办等级（rung）：${ESCALATION_LEVELS.join('、')}`,
            `"${name}" needs a level: ${ESCALATION_LEVELS.join(', ')}`,
          ),
        ]),
  ];
}

/** Complaints about a guard: unknown rules, code, an empty `all`, a rule asked twice. `byTime`: nobody fills in a form. */
export function guardProblems(guard: unknown, path: string, byTime: boolean): Problem[] {
  if (guard === undefined) return [];
  const { name, params } = nameOf(guard);
  const code = codeProblem(name, path);
  if (code !== null) return [code];
  if (name === 'all') {
    const rules = params['rules'];
    if (!Array.isArray(rules) || rules.length === 0) {
      return [problem(`${path}.params.rules`, '“all”须列出至少一条规则', '"all" needs a list of at least one rule')];
    }
    const keys = rules.flatMap(namedRules).map(({ key }) => key);
    const twice = [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))].map(
      (key) => key.split(' ')[0] ?? key,
    );
    return [
      ...paramProblems('all', guard, path),
      ...rules.flatMap((rule, at) => guardProblems(rule, `${path}.params.rules.${at}`, byTime)),
      ...twice.map((rule) => problem(path, `规则“${rule}”写了两次`, `The rule "${rule}" stands here twice`)),
    ];
  }
  const rule = typeof name === 'string' ? RULES[name] : undefined;
  if (rule === undefined || typeof name !== 'string') {
    return [
      problem(
        path,
        `没有这条规则：${String(name)}${hint(name, Object.keys(RULES), '，是不是')}`,
        `No such rule: ${String(name)}${hint(name, Object.keys(RULES), ', did you mean')}`,
      ),
    ];
  }
  if (byTime && rule.needsPayload === true) {
    return [
      problem(
        path,
        `规则“${name}”要看填写的内容，而到点自动转移时没有人填写`,
        `The rule "${name}" reads a filled form, and a transition by time has none`,
      ),
    ];
  }
  return paramProblems(name, guard, path);
}

/** Complaints about a list of actions: unknown names, code, one named twice. */
export function actionProblems(actions: unknown, path: string): Problem[] {
  const seen = new Set<string>();
  return listOf(actions).flatMap((ref, at) => {
    const { name, params } = nameOf(ref);
    const place = `${path}.${at}`;
    const code = codeProblem(ref, place) ?? codeProblem(name, place);
    if (code !== null) return [code];
    if (typeof name !== 'string' || (CHANGES[name] === undefined && EFFECTS[name] === undefined)) {
      const known = [...Object.keys(CHANGES), ...Object.keys(EFFECTS)];
      return [
        problem(
          place,
          `没有这个动作：${String(name)}${hint(name, known, '，是不是')}`,
          `No such action: ${String(name)}${hint(name, known, ', did you mean')}`,
        ),
      ];
    }
    const key = `${name} ${JSON.stringify(params)}`;
    const twice = seen.has(key)
      ? [problem(place, `动作“${name}”写了两次`, `The action "${name}" stands here twice`)]
      : [];
    seen.add(key);
    return [...twice, ...paramProblems(name, ref, place)];
  });
}

/** Complaint about a key of `on` or `after`, or null where it is known. */
export function triggerProblem(kind: 'on' | 'after', key: string, path: string): Problem | null {
  if (kind === 'on') {
    if (COMMANDS[key] !== undefined) return null;
    const known = Object.keys(COMMANDS);
    return problem(
      path,
      `没有这种操作：${key}${hint(key, known, '，是不是')}`,
      `No such command: ${key}${hint(key, known, ', did you mean')}`,
    );
  }
  if (DELAYS[key] !== undefined) return null;
  const known = Object.keys(DELAYS);
  return problem(
    path,
    `没有这个时限：${key}${hint(key, known, '，是不是')}`,
    `No such delay: ${key}${hint(key, known, ', did you mean')}`,
  );
}

/** Complaints about one transition, its target left aside. */
export function transitionProblems(given: Json, path: string, byTime: boolean): Problem[] {
  const idle = given['target'] === undefined && listOf(given['actions']).length === 0;
  return [
    ...unknownKeys(given, TRANSITION_KEYS, path),
    ...guardProblems(given['guard'], `${path}.guard`, byTime),
    ...actionProblems(given['actions'], `${path}.actions`),
    ...(idle
      ? [
          problem(
            path,
            '既不去别的状态，也没有动作：系统分不清它办成了没有。请写 target，或至少写一个动作（例如 note）',
            'Neither a target nor an action: nobody could tell whether it was done. Give a target, or at least one action such as note',
          ),
        ]
      : []),
  ];
}

/** The nearest known name, said as a question, where the given one is but a slip of the pen away. */
function hint(given: unknown, known: readonly string[], words: string): string {
  if (typeof given !== 'string') return '';
  const near = known
    .map((name) => ({ name, far: distance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0];
  if (near === undefined || near.far > 3) return '';
  return words.startsWith(',') ? `${words} ${near.name}?` : `${words} ${near.name}？`;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
