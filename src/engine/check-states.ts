/** Checks the states of a workflow file one by one, and that the stages the reports count by are all there. */
import { OUTCOMES, STAGES } from '../domain/words.js';
import { arrowsOf, targetOf, withAncestors, withDescendants, type Place } from './check-chart.js';
import { actionProblems, transitionProblems, triggerProblem } from './check-names.js';
import { isObject, labelProblems, problem, unknownKeys, type Problem } from './check-problem.js';
import { shadowProblems } from './check-paths.js';

const STATE_KEYS = ['description', 'meta', 'initial', 'on', 'after', 'always', 'entry', 'exit', 'states'];
const ROOT_KEYS = ['id', 'description', 'type', 'on', 'states'];

/** Complaints about single states: unknown keys, labels, first child, names and targets of transitions, outcomes. */
export function stateProblems(root: Place): Problem[] {
  return withDescendants(root).flatMap((place) => [
    ...(place.parent === null ? unknownKeys(place.config, ROOT_KEYS, place.path) : ownProblems(place)),
    ...arrowProblems(place, root),
  ]);
}

function ownProblems(place: Place): Problem[] {
  const { config, path, id } = place;
  const meta = isObject(config['meta']) ? config['meta'] : {};
  return [
    ...unknownKeys(config, STATE_KEYS, path),
    ...unknownKeys(meta, ['labels', 'outcome'], `${path}.meta`),
    ...labelProblems(meta['labels'], `${path}.meta.labels`, `状态 ${id} `, `State ${id}`),
    ...initialProblems(place),
    ...actionProblems(config['entry'], `${path}.entry`),
    ...actionProblems(config['exit'], `${path}.exit`),
    ...outcomeProblems(place, meta['outcome']),
  ];
}

function initialProblems({ config, children, path, id }: Place): Problem[] {
  const initial = config['initial'];
  if (children.length === 0) {
    if (initial === undefined) return [];
    return [
      problem(
        `${path}.initial`,
        `状态 ${id} 没有下级状态，不能写 initial`,
        `State ${id} has no inner states, so no initial`,
      ),
    ];
  }
  if (children.some((child) => child.key === initial)) return [];
  const names = children.map((child) => child.key);
  return [
    problem(
      `${path}.initial`,
      `状态 ${id} 须用 initial 写明先进入哪个下级状态：${names.join('、')}`,
      `State ${id} needs an initial state out of: ${names.join(', ')}`,
    ),
  ];
}

function outcomeProblems(place: Place, outcome: unknown): Problem[] {
  const isClosed = withAncestors(place).some((above) => above.id === 'stage.closed');
  const path = `${place.path}.meta.outcome`;
  if (!isClosed || place.children.length > 0) {
    if (outcome === undefined) return [];
    return [problem(path, `只有办结状态才写办结结果（outcome）`, 'Only a final place inside "closed" has an outcome')];
  }
  if ((OUTCOMES as readonly unknown[]).includes(outcome)) return [];
  return [
    problem(
      path,
      `办结状态 ${place.id} 须写明办结结果（outcome）：${OUTCOMES.join('、')}`,
      `The closed state ${place.id} needs an outcome out of: ${OUTCOMES.join(', ')}`,
    ),
  ];
}

function arrowProblems(place: Place, root: Place): Problem[] {
  const triggers = (['on', 'after'] as const).flatMap((kind) => {
    const table = place.config[kind];
    if (!isObject(table)) return [];
    return Object.keys(table).flatMap((key) => triggerProblem(kind, key, `${place.path}.${kind}.${key}`) ?? []);
  });
  const arrows = arrowsOf(place);
  return [
    ...triggers,
    ...arrows.flatMap((arrow) => [
      ...transitionProblems(arrow.given, arrow.path, arrow.kind !== 'on'),
      ...(targetOf(arrow, root) === undefined
        ? [
            problem(
              `${arrow.path}.target`,
              `要去的状态不存在：${String(arrow.given['target'])}`,
              `There is no such state to go to: ${String(arrow.given['target'])}`,
            ),
          ]
        : []),
    ]),
    ...shadowProblems(arrows),
  ];
}

/** Complaints about the frame: the two regions, the five stages by name, and inner states that share a name. */
export function frameProblems(root: Place, name: unknown): Problem[] {
  const { config, path } = root;
  const regions = (['stage', 'clock'] as const).flatMap((key) =>
    root.children.some((child) => child.key === key)
      ? []
      : [problem(`${path}.states.${key}`, `流程须有“${key}”这一部分`, `A workflow needs the region "${key}"`)],
  );
  const more = root.children
    .filter((child) => child.key !== 'stage' && child.key !== 'clock')
    .map((child) =>
      problem(
        child.path,
        `流程只有 stage 和 clock 两部分，没有“${child.key}”`,
        `A workflow has two regions, stage and clock, and no "${child.key}"`,
      ),
    );
  return [
    ...(config['type'] === 'parallel'
      ? []
      : [
          problem(
            `${path}.type`,
            '最外层须写 "type": "parallel"：阶段与时钟同时进行',
            'The outermost type must be "parallel": stage and clock run side by side',
          ),
        ]),
    ...(config['id'] === name
      ? []
      : [
          problem(
            `${path}.id`,
            `machine.id 须与流程名 name 相同（${String(name)}）`,
            `machine.id must be the workflow's name (${String(name)})`,
          ),
        ]),
    ...regions,
    ...more,
    ...stageProblems(root.children.find((child) => child.key === 'stage')),
  ];
}

function stageProblems(stage: Place | undefined): Problem[] {
  if (stage === undefined) return [];
  const names = stage.children.map((child) => child.key);
  const missing = STAGES.filter((key) => !names.includes(key)).map((key) =>
    problem(
      `${stage.path}.states.${key}`,
      `缺少阶段“${key}”：五个阶段须一字不差，依次是 ${STAGES.join('、')}`,
      `The stage "${key}" is missing: the five stages are exactly ${STAGES.join(', ')}`,
    ),
  );
  const wrong = stage.children
    .filter(({ key }) => !(STAGES as readonly string[]).includes(key))
    .map(({ key, path }) =>
      problem(
        path,
        `没有“${key}”这个阶段；要增加状态，请放进五个阶段之一（${STAGES.join('、')}）`,
        `There is no stage "${key}"; put new states inside one of the five: ${STAGES.join(', ')}`,
      ),
    );
  const first =
    stage.config['initial'] === 'collected' || !names.includes(String(stage.config['initial']))
      ? []
      : [problem(`${stage.path}.initial`, '事项须从 collected（已收集）开始', 'A case begins as collected')];
  const leaves = withDescendants(stage).filter((place) => place.children.length === 0);
  const twins = leaves
    .filter((place) => leaves.find((other) => other.key === place.key) !== place)
    .map((place) => problem(place.path, `状态名“${place.key}”用了两次`, `The state name "${place.key}" is used twice`));
  return [...missing, ...wrong, ...first, ...twins];
}
