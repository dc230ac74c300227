/** Lists cases: what the reader may see, filtered, in order, page by page. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { clockAccount } from '../domain/account.js';
import { freshContext } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { ownOf } from '../domain/deputies.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import type { UnitTree } from '../domain/units.js';
import { SOURCES, STAGES } from '../domain/words.js';
import { mayKnowOrigin, tiesOf } from '../domain/separation.js';
import { mayAskByMeeting, requireByMeeting, visibleUnits } from '../domain/visibility.js';
import { unitsOn, type ReferenceData } from '../engine/env.js';
import { Workflows } from '../engine/workflow.js';
import type { CaseFilter } from '../store/lists/case-list.conditions.js';
import { usualDirection, type Sort } from '../store/lists/case-list.orders.js';
import { CaseListStore, type CaseLine } from '../store/lists/case-list.store.js';
import { ElsewhereStore, type Reach } from '../store/lists/elsewhere.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { stateLabels } from './case-core.js';
import { clockShown } from '../shown/clock-shown.js';
import { caseCursorOf, caseCursorText } from './case-list.cursor.js';
import type { CaseItem, CaseList, CaseListQuery } from './case-list.dto.js';

@Injectable()
export class CaseListService {
  constructor(
    private readonly cases: CaseListStore,
    private readonly elsewhere: ElsewhereStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** One page. Refuses a cursor of another list (400), a meeting asked for by somebody who acts for a unit (403), a report day ahead or too many cases for the order (422), and an unknown unit (404). */
  async list(actor: Actor, query: CaseListQuery): Promise<CaseList> {
    if (query.meetingId !== undefined) requireByMeeting(actor);
    const refs = await this.referenceData.refresh();
    const { sort = 'collectedOn', limit = 50 } = query;
    const direction = query.order ?? usualDirection(sort);
    const clock = this.clock.now();
    const after = query.cursor === undefined ? null : caseCursorOf(query.cursor, sort, direction, clock);
    const now = after?.now ?? clock;
    const today = refs.calendar.dayOf(clock);
    // Behind a figure of a past day stand the units of that day.
    const tree = unitsOn(refs, query.asOf ?? today, today);
    const units = query.unitId === undefined ? tree.all().map(({ id }) => id) : subtree(tree, query.unitId);
    const filter = filterOf(actor, query, refs, units, today);
    const elsewhere = filter.q ? await this.elsewhere.find(filter.q, reachOf(actor, refs)) : undefined;
    const page = await this.cases.page({
      filter: { ...filter, elsewhere: elsewhere?.ids },
      visible: visibleUnits(actor, refs.units),
      sort,
      direction,
      ranked: rankedBy(sort, refs),
      limit,
      after,
      now: new Date(now),
      today: refs.calendar.dayOf(now),
      units,
    });
    return {
      items: page.lines.map((line) => this.item(actor, line, refs, now)),
      nextCursor: page.next === null ? null : caseCursorText({ ...page.next, sort, direction, now }),
      total: page.total,
      totalIsEstimate: page.totalIsEstimate,
      wordsTooCommon: elsewhere?.leftOut ?? false,
    };
  }

  private item(actor: Actor, line: CaseLine, refs: ReferenceData, now: number): CaseItem {
    const { workflow_name: name, workflow_version: version, workflow_hash: hash } = line;
    const context = freshContext(line.context);
    const today = refs.calendar.dayOf(now);
    const { remaining, workingDaysLate } = clockAccount(context, refs.calendar, today);
    const isOpen = line.outcome === null;
    const workflow = this.workflows.find({ name, version, hash });
    return {
      id: line.id,
      number: line.number,
      version: line.version,
      title: line.title,
      stage: line.stage,
      stateLabels: stateLabels({ value: line.state }, workflow),
      light: line.light,
      leadUnit:
        line.lead_unit_id === null
          ? null
          : { id: line.lead_unit_id, name: refs.units.get(line.lead_unit_id)?.name ?? '' },
      category:
        line.category_id === null
          ? null
          : { id: line.category_id, labels: { 'zh-CN': line.category_zh ?? '', en: line.category_en ?? '' } },
      source: line.source,
      track: line.track,
      meetingId: mayKnowOrigin(actor, context, refs.units) ? line.meeting_id : null,
      isKey: line.is_key,
      collectedOn: line.collected_on,
      dueOn: line.due_on,
      provisional: line.due_provisional,
      clock: clockShown(context, refs.calendar, today),
      remaining: isOpen ? remaining : 0,
      workingDaysLate: isOpen ? workingDaysLate : 0,
      outcome: line.outcome,
      closedOn: line.closed_on,
    };
  }
}

/** How far beyond the text the actor may search: names only where a clerk in their own right may see raisers, and nothing of a case that something ties to them. */
export function reachOf(actor: Actor, { units }: ReferenceData): Reach {
  const own = ownOf(actor);
  const clerk = { ...own, roles: own.roles.filter(({ role }) => role === 'clerk') };
  const raisersOf = visibleUnits(clerk, units).overseen;
  return {
    // Whoever acts for a unit would learn at which meeting its own cases were raised.
    offices: mayAskByMeeting(actor) ? visibleUnits(actor, units).overseen : [],
    raisersOf,
    ties: tiesOf(actor, units),
  };
}

function subtree(units: UnitTree, given: string): string[] {
  const unitId = given.toLowerCase();
  if (units.get(unitId) === undefined) throw notFound('unit', '单位', unitId);
  return units.subtree(unitId);
}

const byName = new Intl.Collator('zh');
const sortedIds = (named: readonly { id: string; name: string }[]): string[] =>
  [...named].sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

/** The values of a column in the order in which they are listed: names as a dictionary has them, words as the loop goes. */
function rankedBy(sort: Sort, { units }: ReferenceData): readonly string[] {
  if (sort === 'unit') return sortedIds(units.all());
  return sort === 'source' ? SOURCES : sort === 'stage' ? STAGES : [];
}

/** Of whom cases are asked for: with the units whose leader or liaison they are. */
function ofPerson(id: string, { units }: ReferenceData): CaseFilter['ofPerson'] {
  const own = units.all().filter(({ leaderId, liaisonId }) => leaderId === id || liaisonId === id);
  return { id, unitIds: own.map((unit) => unit.id) };
}

function filterOf(
  actor: Actor,
  query: CaseListQuery,
  refs: ReferenceData,
  units: readonly string[],
  today: string,
): CaseFilter {
  const { unitId, measure, asOf, since, takenOver = 'include', personId, ...others } = query;
  const { sort: _s, order: _o, limit: _l, cursor: _c, ...same } = others;
  for (const [name, given] of Object.entries({ asOf, since })) {
    if (given === undefined || measure !== undefined) continue;
    throw malformed(`${name} 只能与 measure 同用`, `${name} goes with measure only`, { fields: [name] });
  }
  if (asOf !== undefined && asOf > today) {
    throw new Refused(422, 'report.asOfAhead', `统计日期 ${asOf} 尚未到来`, `The day ${asOf} has not come yet`);
  }
  const day = asOf ?? today;
  const categoryId = query.categoryId?.toLowerCase();
  const children = [...refs.categories.values()].filter((category) => category.parentId === categoryId);
  return {
    ...same,
    takenOver,
    unitIds: unitId === undefined ? undefined : units,
    categoryIds: categoryId === undefined ? undefined : [categoryId, ...children.map(({ id }) => id)],
    ofPerson: personId === undefined ? undefined : ofPerson(personId.toLowerCase(), refs),
    behind: measure === undefined ? undefined : { measure, asOf: day, since },
    apart: query.meetingId === undefined || query.meetingId === 'none' ? undefined : tiesOf(actor, refs.units),
  };
}
