/** Checks that a case can come to every place of the chart and from every place to the end. */
import { namedRules } from './check-names.js';
import {
  arrowsOf,
  enteredWith,
  targetOf,
  withAncestors,
  withDescendants,
  type Arrow,
  type Place,
} from './check-chart.js';
import { problem, type Problem } from './check-problem.js';

const shown = (place: Place): string => place.id.replace(/^stage\./, '');

/** Every place some case can be in, from the initial state on. */
function reachable(root: Place): Set<Place> {
  const found = new Set<Place>();
  const waiting = enteredWith(root);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (found.has(place)) continue;
    for (const above of withAncestors(place)) if (!found.has(above)) waiting.push(above);
    found.add(place);
    for (const arrow of arrowsOf(place)) waiting.push(...enteredWith(targetOf(arrow, root) ?? place));
  }
  return found;
}

/** The innermost places of the stage region a case moves to from `leaf` by anything that can happen to it. */
function exits(leaf: Place, root: Place): Place[] {
  return withAncestors(leaf)
    .flatMap(arrowsOf)
    .flatMap((arrow) => {
      const target = targetOf(arrow, root);
      return target == null ? [] : enteredWith(target);
    })
    .filter((place) => place.children.length === 0 && place !== leaf && place.id.startsWith('stage.'));
}

/** Complaints about places no case ever comes to, and places of the stage region from which no case is ever closed. */
export function pathProblems(root: Place): Problem[] {
  const found = reachable(root);
  const lost = withDescendants(root).filter((place) => !found.has(place));
  const unreachable = lost
    .filter((place) => place.parent === null || found.has(place.parent))
    .map((place) =>
      problem(
        place.path,
        `状态 ${shown(place)} 到不了：没有任何操作或时限通向它`,
        `No case ever comes to ${shown(place)}: nothing leads there`,
      ),
    );
  return [...unreachable, ...deadEnds(root, found)];
}

function deadEnds(root: Place, found: ReadonlySet<Place>): Problem[] {
  const stage = root.children.find((child) => child.key === 'stage');
  const closed = stage?.children.find((child) => child.key === 'closed');
  if (stage === undefined || closed === undefined) return [];
  const leaves = withDescendants(stage).filter((place) => place.children.length === 0 && found.has(place));
  const isClosed = (place: Place): boolean => withAncestors(place).includes(closed);
  const ways = new Map(leaves.map((leaf) => [leaf, exits(leaf, root)]));
  const from = (start: Place): Set<Place> => {
    const seen = new Set([start]);
    for (const place of seen) for (const next of ways.get(place) ?? []) seen.add(next);
    return seen;
  };
  const stuck = leaves.filter((leaf) => ![...from(leaf)].some(isClosed));
  const blind = stuck.filter((leaf) => ways.get(leaf)?.length === 0);
  // Whoever only runs into a blind place is not at fault; the blind place is.
  const circling = stuck.filter((leaf) => ![...from(leaf)].some((place) => blind.includes(place)));
  return [
    ...blind.map((leaf) =>
      problem(
        leaf.path,
        `状态 ${shown(leaf)} 走不到“已办结”：没有任何出口。请给它加一个通向别的状态的操作（on）或时限（after）`,
        `${shown(leaf)} never reaches "closed": nothing leads out of it. Give it a command (on) or a delay (after) that leads on`,
      ),
    ),
    ...circling.map((leaf) => {
      const round = [...new Set((ways.get(leaf) ?? []).map(shown))];
      return problem(
        leaf.path,
        `状态 ${shown(leaf)} 走不到“已办结”：只能在 ${round.join('、')} 之间打转`,
        `${shown(leaf)} never reaches "closed": it only goes round to ${round.join(', ')}`,
      );
    }),
  ];
}

/** Complaints about transitions that never get their turn, because an earlier one of the same trigger asks no more than they do. */
export function shadowProblems(arrows: readonly Arrow[]): Problem[] {
  const rules = (arrow: Arrow): string[] => namedRules(arrow.given['guard']).map(({ key }) => key);
  return arrows.flatMap((later) => {
    const asked = new Set(rules(later));
    const wins = (arrow: Arrow): boolean =>
      arrow.kind === later.kind &&
      arrow.key === later.key &&
      arrow.at < later.at &&
      rules(arrow).every((key) => asked.has(key));
    const earlier = arrows.find(wins);
    if (earlier === undefined) return [];
    return [
      problem(
        later.path,
        `这一条永远轮不到：第 ${earlier.at + 1} 条的条件更宽，总是先被选中`,
        `This transition never gets its turn: number ${earlier.at + 1} asks no more than it and always comes first`,
      ),
    ];
  });
}
