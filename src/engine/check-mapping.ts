/** Checks what a workflow file says about cases of earlier versions: that each has its place here, in the same stage, or a reason to stay. */
import type { MachineConfig, Mapping } from './machine.js';
import { MIGRATION_CHANGES } from './changes-migration.js';
import { isObject, labelProblems, problem, unknownKeys, type Json, type Problem } from './check-problem.js';

const MAPPING_KEYS = ['version', 'states', 'notMovable', 'actions'];

/** The innermost states of a workflow's stages by name, with the names that lead to each; names are unique. */
export function innermostStates(config: MachineConfig): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const walk = (place: MachineConfig, path: readonly string[]): void => {
    const inner = Object.entries(place.states ?? {});
    if (inner.length === 0) found.set(path.at(-1)!, path);
    for (const [name, state] of inner) walk(state, [...path, name]);
  };
  for (const [name, stage] of Object.entries(config.states?.['stage']?.states ?? {})) walk(stage, [name]);
  return found;
}

/** Complaints about the block `migratesFrom` that the file alone gives cause for. The states of the file are right when this is asked. */
export function mappingProblems(file: Json): Problem[] {
  const given = file['migratesFrom'];
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    return [
      problem(
        'migratesFrom',
        '须是一个列表，每个原版本一项',
        'must be a list, with one entry for each earlier version',
      ),
    ];
  }
  const versions = given.map((mapping: unknown) => (isObject(mapping) ? mapping['version'] : undefined));
  return given.flatMap((mapping: unknown, at) => {
    const path = `migratesFrom.${at}`;
    if (!isObject(mapping)) return [problem(path, '须是一个 JSON 对象', 'must be a JSON object')];
    const { version } = mapping;
    return [
      ...unknownKeys(mapping, MAPPING_KEYS, path),
      ...(typeof version === 'number' && Number.isInteger(version) && version >= 1 && version !== file['version']
        ? []
        : [
            problem(
              `${path}.version`,
              '须写明是从哪个版本转入（另一个版本的版本号）',
              'must say from which other version cases come',
            ),
          ]),
      ...(versions.indexOf(version) === at
        ? []
        : [problem(`${path}.version`, '这个版本写了两次', 'This version stands here twice')]),
      ...statesProblems(mapping, file['machine'] as MachineConfig, path),
      ...actionsProblems(mapping['actions'], `${path}.actions`),
    ];
  });
}

function statesProblems(mapping: Json, machine: MachineConfig, path: string): Problem[] {
  const { states, notMovable = {} } = mapping;
  if (!isObject(states) || !isObject(notMovable)) {
    return [problem(`${path}.states`, '须逐个写明原状态与新状态', 'must name each state there and its state here')];
  }
  const here = innermostStates(machine);
  return [
    ...Object.entries(states).flatMap(([from, to]) => {
      const found = typeof to === 'string' ? here.get(to) : undefined;
      if (found !== undefined && found[0] !== 'closed') return [];
      return [
        problem(
          `${path}.states.${from}`,
          `没有这个未办结的状态：${String(to)}`,
          `There is no such open state to go to: ${String(to)}`,
        ),
      ];
    }),
    ...Object.entries(notMovable).flatMap(([from, reason]) => [
      ...labelProblems(
        reason,
        `${path}.notMovable.${from}`,
        `状态 ${from} 留在原版本的理由`,
        `The reason why ${from} stays`,
      ),
      ...(states[from] === undefined
        ? []
        : [
            problem(
              `${path}.notMovable.${from}`,
              `状态 ${from} 不能既转入又留下`,
              `${from} cannot both go over and stay`,
            ),
          ]),
    ]),
  ];
}

function actionsProblems(actions: unknown, path: string): Problem[] {
  if (actions === undefined) return [];
  const known = Object.keys(MIGRATION_CHANGES);
  const wrong = Array.isArray(actions) ? actions.filter((name) => !known.includes(String(name))) : [actions];
  return wrong.map((name) =>
    problem(
      path,
      `转入时不能做“${String(name)}”；只能是：${known.join('、')}`,
      `"${String(name)}" cannot be done on moving over; only: ${known.join(', ')}`,
    ),
  );
}

/** Complaints about a mapping held against the version it is from: every open state there has its place here, in the same stage, or a
 *  reason to stay; and nothing is named that is not there. */
export function mappingGaps(mapping: Mapping, from: MachineConfig, to: MachineConfig): Problem[] {
  const path = `migratesFrom.${mapping.version}`;
  const [there, here] = [innermostStates(from), innermostStates(to)];
  const open = [...there].filter(([, [stage]]) => stage !== 'closed');
  const named = [...Object.keys(mapping.states), ...Object.keys(mapping.notMovable ?? {})];
  const lost = open
    .filter(([name]) => !named.includes(name))
    .map(([name]) =>
      problem(
        `${path}.states.${name}`,
        `第 ${mapping.version} 版的状态 ${name} 没有去处：请写进 states，或在 notMovable 里写明理由`,
        `State ${name} of version ${mapping.version} goes nowhere: name its state here, or the reason why it stays`,
      ),
    );
  const unknown = named
    .filter((name) => there.get(name) === undefined || there.get(name)![0] === 'closed')
    .map((name) =>
      problem(
        `${path}.states.${name}`,
        `第 ${mapping.version} 版没有未办结的状态 ${name}`,
        `Version ${mapping.version} has no open state ${name}`,
      ),
    );
  const astray = open
    .filter(([name, [stage]]) => {
      const target = mapping.states[name];
      return target !== undefined && here.get(target)?.[0] !== stage;
    })
    .map(([name, [stage]]) =>
      problem(
        `${path}.states.${name}`,
        `换版本不能改变阶段：${name} 属于 ${stage}，须转入同一阶段`,
        `Another version is no step forward: ${name} is in ${stage} and must go to a state of that stage`,
      ),
    );
  return [...lost, ...unknown, ...astray];
}
