/** Takes back an assignment that was a mistake, before the unit signs for it: a pure decision with one line of history. */
import { freshContext, stageOf, type CaseContext, type CaseState } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { besideCharts, stoppedAt } from './beside-charts.js';
import { specOf, type Labels, type Schema } from './commands.js';
import type { Decision } from './decide.js';
import type { Env, ReferenceData } from './env.js';
import { DEPARTURE_RULES } from './rules-departures.js';
import { refusalOf } from './refusal.js';
import type { Workflow } from './workflow.js';

/** Of every case that was just given out, whatever its workflow and its version. */
export const TAKE_BACK = 'TAKE_BACK';
/** For so long an assignment is taken back as if it had not been: long enough to see the mistake, too short to be of use to anybody's figures. */
export const TAKE_BACK_MINUTES = 30;

/** When the assignment can be taken back no more, epoch milliseconds: `TAKE_BACK_MINUTES` after it. Null where nothing is to be taken back: nobody was
 *  given the case, a unit signed for it or had it before, or its departure was asked for. */
export function takenBackUntil({ value, context }: Pick<CaseState, 'value' | 'context'>): number | null {
  const { assignedAt, acceptedAt, period, declines, holders, departure, takenOver } = context;
  const isFirst = period === 1 && declines === 0 && (holders?.length ?? 1) === 1 && !takenOver;
  const waits = stageOf(value) === 'assigned' && assignedAt !== null && acceptedAt === null && departure == null;
  return isFirst && waits ? assignedAt + TAKE_BACK_MINUTES * 60_000 : null;
}

/**
 * The case collected again, as if it had never been assigned: no unit is charged with it and no first due day is kept. 422 where somebody else than who
 * triages it asks, or it is too late: the unit has signed, another one had it, another day has begun, or the minutes are over.
 */
export function takeBack(
  workflow: Workflow,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
): Decision | Refused {
  return besideCharts(
    workflow,
    state,
    command,
    refs,
    (present, env) =>
      refusedTo(present, env) ?? {
        value: stoppedAt(workflow, 'collected'),
        context: { ...present.context, ...unassigned(present.context) },
        outcome: null,
        did: present.timers.map(({ id }) => ({ kind: 'cancel', timerId: id })),
      },
  );
}

/** The step as it is offered, with the instant until which it is; nothing where it would be refused. */
export function allowedToTakeBack(
  state: CaseState,
  env: Env,
): { type: string; labels: Labels; schema: Schema; until: number }[] {
  const until = takenBackUntil(state);
  if (until === null || refusedTo(state, env) !== undefined) return [];
  const { labels, schema } = specOf(TAKE_BACK)!;
  return [{ type: TAKE_BACK, labels, schema, until }];
}

function refusedTo(state: CaseState, env: Env): Refused | undefined {
  if (!DEPARTURE_RULES['isTriageDesk']!.test(state.context, env, {}, {}))
    return refusalOf(TAKE_BACK, state, ['isTriageDesk']);
  const until = takenBackUntil(state);
  if (until === null) return refusalOf(TAKE_BACK, state, []);
  return env.at > until || env.today !== state.context.startedOn ? TOO_LATE : undefined;
}

/** What an assignment gives a case. */
const ASSIGNED = [
  ...(['leadUnitId', 'supportingUnitIds', 'mode', 'settled', 'dueOn', 'dueBasis', 'dueProvisional'] as const),
  ...(['budget', 'startedOn', 'period', 'assignedAt', 'milestones'] as const),
];

/** All of that as a case has it that has only just been heard. */
function unassigned({ holders }: CaseContext): Partial<CaseContext> {
  const fresh = freshContext({});
  return {
    ...Object.fromEntries(ASSIGNED.map((name) => [name, fresh[name]])),
    ...(holders === undefined ? {} : { holders: [] }),
  };
}

const TOO_LATE = new Refused(
  422,
  'takeBack.tooLate',
  `交办满 ${TAKE_BACK_MINUTES} 分钟或次日起不能收回，请用“改派”`,
  `An assignment is recalled within ${TAKE_BACK_MINUTES} minutes and on the same day; after that, transfer the case`,
);
