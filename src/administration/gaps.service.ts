/** Finds where nobody can act, by the same rules that decide who may. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import type { CaseState } from '../domain/case.js';
import { notFound } from '../domain/errors.js';
import { roleReach, type WaitingGroup } from '../domain/reach.js';
import { withoutDateWords } from '../domain/next-date-words.js';
import { reachWords } from '../domain/reach-words.js';
import { holds, WORKING } from '../domain/visibility.js';
import { isAsked, WAITS, type Wait, type WaitKind } from '../domain/waits.js';
import { allowed } from '../engine/allowed.js';
import type { ReferenceData } from '../engine/env.js';
import { waitsFor } from '../engine/waits-for.js';
import { Workflows } from '../engine/workflow.js';
import { byVersion, type CaseWithoutDate } from '../store/cases/without-date.js';
import { CaseStore } from '../store/cases/case.store.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import {
  MOST_GAPS,
  type GapsView,
  type ReachQuery,
  type ReachView,
  type SilentCountView,
  type SilentView,
  type StrandedView,
} from './gaps.dto.js';

/** Cases are asked in turns, so that others are answered in between. */
const CHUNK = 200;
/** More open cases than a tenant can work on; the first by their days are looked at. */
const MOST_CASES = 20_000;

/** What a case waits for beside its main deed that only somebody can decide: where nobody may, it lies for ever. Reminders and support hold nothing up. */
const DECISIONS: readonly WaitKind[] = [
  'extension',
  'signOrder',
  'recordTalk',
  'leaderLook',
  'departure',
  'departureByLeader',
];

/** A look that took longer than this, in milliseconds, … */
const SHORT_LOOK = 200;
/** … is used for so many times as long as it took beyond it. */
const LOOK_SHARE = 50;

interface Stranded {
  state: CaseState;
  wait: Wait;
  barred: boolean;
}

@Injectable()
export class GapsService {
  private looking: Promise<GapsView> | undefined;
  private last: { view: GapsView; until: number } | undefined;

  constructor(
    private readonly store: ReachStore,
    private readonly cases: CaseStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** What a role at a unit would reach now. 404 where there is no such unit. */
  async reach({ role, unitId: given }: ReachQuery): Promise<ReachView> {
    const unitId = given.toLowerCase();
    const { units } = await this.referenceData.refresh();
    const unit = units.get(unitId);
    if (unit === undefined) throw notFound('unit', '单位', unitId);
    const [groups, people] = await Promise.all([this.store.groups(), this.store.actors()]);
    const offices = officesOf(groups, people);
    // Somebody who becomes clerk there makes the unit an office.
    const reach = roleReach(role, unitId, groups, offices, units);
    return {
      role,
      unitId,
      sees: reach.sees,
      acts: reach.acts,
      can: reach.can,
      labels: reachWords(role, unit.name, reach),
    };
  }

  /** All gaps at the moment of reading; those who ask together share one look. */
  gaps(): Promise<GapsView> {
    return (this.looking ??= this.look().finally(() => (this.looking = undefined)));
  }

  /** Gaps for what is asked with every call: as of now where looking is short, else the last look, so that looking takes no more than a
   *  fiftieth of the time: among twenty thousand cases a minute or two old. */
  async lately(): Promise<GapsView> {
    if (this.last !== undefined && performance.now() < this.last.until) return this.last.view;
    const began = performance.now();
    const view = await this.gaps();
    const ended = performance.now();
    this.last = { view, until: ended + LOOK_SHARE * Math.max(0, ended - began - SHORT_LOOK) };
    return view;
  }

  private async look(): Promise<GapsView> {
    const refs = await this.referenceData.refresh();
    const now = this.clock.now();
    const [groups, people, ids, silent] = await Promise.all([
      this.store.groups(),
      this.store.actors(),
      this.store.open(MOST_CASES + 1),
      this.cases.withoutDate(now, refs.calendar.dayOf(now)),
    ]);
    const stranded = await this.stranded(ids.slice(0, MOST_CASES), people, refs);
    const shown = stranded.slice(0, MOST_GAPS);
    return {
      stranded: stranded.length,
      cases: shown.map(strandedView),
      withoutDate: silentCounts(silent),
      silent: silent.slice(0, MOST_GAPS).map(silentView),
      partial: ids.length > MOST_CASES,
      units: emptyUnits(groups, people, refs),
      roles: idleRoles(groups, people, refs),
    };
  }

  /** The cases whose main deed, or whose decision, none of these people may do, each by the first of these; in the order of their days. */
  private async stranded(ids: readonly string[], people: readonly Actor[], refs: ReferenceData): Promise<Stranded[]> {
    const now = this.clock.now();
    const found: Stranded[] = [];
    const candidates = new Map<string, Actor[]>();
    for (let at = 0; at < ids.length; at += CHUNK) {
      const chunk = ids.slice(at, at + CHUNK);
      const { cases } = await this.cases.load(chunk);
      for (const id of chunk) {
        const state = cases.get(id);
        if (state === undefined) continue;
        const workflow = this.workflows.find(state.workflow);
        if (workflow === undefined) continue; // one of a newer release, whose servers look after it
        const [main, ...beside] = waitsFor(state, workflow.policy, refs.calendar, refs.calendar.dayOf(now));
        if (main === undefined) continue;
        for (const wait of [main, ...beside.filter(({ kind }) => DECISIONS.includes(kind))]) {
          const key = `${wait.kind} ${wait.unitId}`;
          const known = candidates.get(key) ?? people.filter((one) => isAsked(one, wait, refs.units));
          candidates.set(key, known);
          const { step } = WAITS[wait.kind];
          const who = known.findIndex((one) =>
            allowed(workflow, state, one, now, refs).some(({ type }) => type === step),
          );
          // Who may act on this one may act on most of the others: asked first next time.
          if (who > 0) known.unshift(...known.splice(who, 1));
          if (who !== -1) continue;
          found.push({ state, wait, barred: known.length > 0 });
          break;
        }
      }
    }
    return found.sort((a, b) => (a.wait.by < b.wait.by ? -1 : a.wait.by > b.wait.by ? 1 : 0));
  }
}

function strandedView({ state: { id, facts }, wait, barred }: Stranded): StrandedView {
  const roles = [...WAITS[wait.kind].roles];
  return { id, number: facts.number, kind: wait.kind, unitId: wait.unitId, roles, barred };
}

const silentView = ({ id, number, workflow: { name, version }, hasFailed }: CaseWithoutDate): SilentView => ({
  ...{ id, number, workflow: name, version },
  labels: withoutDateWords(!hasFailed),
});

/** How many of each version, those whose timers failed apart. */
function silentCounts(silent: readonly CaseWithoutDate[]): SilentCountView[] {
  return byVersion(silent).map((alike) => {
    const { workflow, hasFailed } = alike[0]!;
    return { workflow: workflow.name, version: workflow.version, failed: hasFailed, cases: alike.length };
  });
}

/** Units that own open cases, or where a clerk sits who could collect some. */
function officesOf(groups: readonly WaitingGroup[], people: readonly Actor[]): Set<string> {
  const owning = groups.flatMap(({ officeUnitId }) => (officeUnitId === null ? [] : [officeUnitId]));
  const clerks = people.flatMap(({ roles }) =>
    roles.filter(({ role }) => role === 'clerk').map(({ unitId }) => unitId),
  );
  return new Set([...owning, ...clerks]);
}

function emptyUnits(
  groups: readonly WaitingGroup[],
  people: readonly Actor[],
  { units }: ReferenceData,
): GapsView['units'] {
  const led = new Map<string, number>();
  for (const { leadUnitId, n } of groups) if (leadUnitId !== null) led.set(leadUnitId, (led.get(leadUnitId) ?? 0) + n);
  return units
    .all()
    .filter(({ id }) => !people.some((one) => holds(one, WORKING, id, units)))
    .map(({ id }) => ({ unitId: id, cases: led.get(id) ?? 0 }))
    .sort((a, b) => b.cases - a.cases);
}

function idleRoles(
  groups: readonly WaitingGroup[],
  people: readonly Actor[],
  { units }: ReferenceData,
): GapsView['roles'] {
  const offices = officesOf(groups, people);
  return people.flatMap(({ userId, name, roles }) =>
    roles.flatMap(({ role, unitId }) => {
      const reach = roleReach(role, unitId, groups, offices, units);
      if (reach.can || userId === null) return [];
      return [{ personId: userId, name, role, unitId, labels: reachWords(role, units.get(unitId)?.name ?? '', reach) }];
    }),
  );
}
