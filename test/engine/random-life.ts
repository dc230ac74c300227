/** A case with some random steps behind it: what people try in any place, with time passing between. */
import { Drive, at, type ActorKind, ACTOR } from '../support/engine.js';
import type { Workflow } from '../../src/engine/workflow.js';

const DAY = 86_400_000;
/** Likelier steps stand here more often. */
const TRIED: [type: string, who: ActorKind][] = [
  ['ASSIGN', 'clerk'],
  ['ASSIGN', 'clerk'],
  ['ACCEPT', 'liaison'],
  ['ACCEPT', 'liaison'],
  ['DECLINE', 'liaison'],
  ['SUBMIT', 'handler'],
  ['SUBMIT', 'handler'],
  ['PASS', 'supervisor'],
  ['RETURN', 'supervisor'],
  ['REQUEST_EXTENSION', 'handler'],
  ['GRANT_EXTENSION', 'clerk'],
  ['PARK', 'leader'],
  ['RESUME', 'clerk'],
  ['REPLY_ORDER', 'handler'],
  ['SIGN_ORDER', 'leader'],
  ['RECORD_VISIT', 'visitor'],
  ['COMMENT', 'clerk'],
  ['WITHDRAW', 'leader'],
];

/** The life that belongs to the seed; the same one each time. */
export function randomLife(workflow: Workflow, seed: number): Drive {
  let state = seed;
  // Park and Miller's minimal standard.
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  for (let warm = 0; warm < 3; warm += 1) next(1);
  let now = at('2026-02-02', '08:00') + next(300) * 3_600_000;
  const drive = new Drive(workflow, now, { isKey: next(4) === 0, raisedOutside: next(4) > 0 });
  const steps = next(60);
  for (let step = 0; step < steps; step += 1) {
    now += next(8) === 0 ? next(12) * DAY : next(20) * 3_600_000;
    drive.until(now);
    const [type, who] = TRIED[next(TRIED.length)]!;
    const order = drive.context.orders.at(-1);
    const outcome = next(3) === 0 ? 'notFixed' : 'fixed';
    drive.code(
      type,
      ACTOR[who],
      now,
      type === 'RECORD_VISIT' ? { outcome } : type.endsWith('_ORDER') ? { ...order, status: undefined } : {},
    );
  }
  return drive;
}
