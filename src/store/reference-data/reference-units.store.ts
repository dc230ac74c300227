/** The organisation tree as it is stored: made, renamed and moved by an administrator, never into itself. */
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { notFound, Refused } from '../../domain/errors.js';
import { UnitTree } from '../../domain/units.js';
import { ReferenceDataStore } from './reference-data.store.js';
import { UnitPastEntity } from './unit-past.entity.js';
import { UnitEntity } from './unit.entity.js';

export type UnitRow = UnitEntity;

/** What changes; an absent key stays as it is, null takes a leader or liaison away. */
export interface UnitChange {
  name?: string | undefined;
  parentId?: string | undefined;
  leaderId?: string | null | undefined;
  liaisonId?: string | null | undefined;
  sort?: number | undefined;
}

/** Deeper trees than any tenant has. */
export const MOST_LEVELS = 12;

@Injectable()
export class UnitStore {
  constructor(private readonly referenceData: ReferenceDataStore) {}

  /** All units, siblings in their order. */
  async list(): Promise<readonly UnitRow[]> {
    return (await this.referenceData.stored()).units;
  }

  /** Makes a unit below `parentId`. 422 where the parent or a named person does not exist. */
  async add(unit: UnitChange & { name: string; parentId: string }): Promise<UnitRow> {
    const { name, parentId, leaderId = null, liaisonId = null, sort = 0 } = unit;
    const row: UnitRow = { id: uuid(), name, parentId, leaderId, liaisonId, sort };
    return this.referenceData.change(async (entities, client) => {
      await this.requirePlace(entities, row.id, parentId);
      await requirePeople(client, unit);
      await entities.insert(UnitEntity, row);
      return row;
    });
  }

  /** Makes many units in one transaction, as `plan` answers from the units as they stand in it, each after the one above it; nothing is
   *  written where it throws. Answers their number. */
  async addAll(plan: (present: readonly UnitRow[]) => Pick<UnitRow, 'id' | 'name' | 'parentId'>[]): Promise<number> {
    return this.referenceData.change(async (entities) => {
      const present = await entities.find(UnitEntity);
      const last = new Map<string | null, number>();
      for (const { parentId, sort } of present) last.set(parentId, Math.max(sort, last.get(parentId) ?? 0));
      const rows = plan(present).map((unit): UnitRow => {
        const sort = (last.get(unit.parentId) ?? 0) + 1;
        last.set(unit.parentId, sort);
        return { ...unit, leaderId: null, liaisonId: null, sort };
      });
      // one after another: a unit refers to the one above it
      for (const row of rows) await entities.insert(UnitEntity, row);
      return rows.length;
    });
  }

  /** Changes a unit at the instant `at`, and keeps where it stood and what it was called until then. 404 where there is none; 422 for a
   *  move below itself, of the root, or too deep. */
  async change(id: string, change: UnitChange, at: number): Promise<UnitRow> {
    return this.referenceData.change(async (entities, client) => {
      const present = await entities.findOneBy(UnitEntity, { id });
      if (present === null) throw notFound('unit', '单位', id);
      if (change.parentId !== undefined && change.parentId !== present.parentId) {
        if (present.parentId === null) {
          throw new Refused(422, 'unit.rootStays', '顶层单位不能移动', 'The topmost unit cannot be moved');
        }
        await this.requirePlace(entities, id, change.parentId);
      }
      await requirePeople(client, change);
      const next = { ...present, ...given(change) };
      if (next.parentId !== present.parentId || next.name !== present.name) await keep(entities, present, at);
      await entities.update(UnitEntity, { id }, next);
      return next;
    });
  }

  private async requirePlace(entities: EntityManager, id: string, parentId: string): Promise<void> {
    const units = await entities.find(UnitEntity);
    const tree = new UnitTree(units);
    if (tree.get(parentId) === undefined)
      throw new Refused(422, 'unit.unknown', '上级单位不存在', 'No such parent unit');
    if (tree.isWithin(parentId, id)) {
      throw new Refused(
        422,
        'unit.withinItself',
        '单位不能移到自己或下级单位之下',
        'A unit cannot be moved below itself or a unit of its own',
      );
    }
    const height = (unit: string): number =>
      1 + Math.max(0, ...units.filter((below) => below.parentId === unit).map((below) => height(below.id)));
    let levels = height(id);
    for (let at: string | null | undefined = parentId; at; at = tree.get(at)?.parentId) levels += 1;
    if (levels > MOST_LEVELS) {
      throw new Refused(
        422,
        'unit.tooDeep',
        `单位层级不能超过 ${MOST_LEVELS} 级`,
        `At most ${MOST_LEVELS} levels of units`,
      );
    }
  }
}

/** Keeps what the unit was. Where a clock was set back, the change counts as made right after the unit's change before. */
async function keep(entities: EntityManager, { id, parentId, name }: UnitRow, at: number): Promise<void> {
  const last = await entities.findOne(UnitPastEntity, { where: { unitId: id }, order: { seq: 'DESC' } });
  const until = new Date(Math.max(at, last?.until.getTime() ?? at));
  await entities.insert(UnitPastEntity, { unitId: id, seq: (last?.seq ?? 0) + 1, until, parentId, name });
}

/** Keys with a value; `undefined` would overwrite what is there. */
function given(change: UnitChange): Partial<UnitRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Asked in SQL, since people know units and not the other way round. */
async function requirePeople(client: pg.ClientBase, { leaderId, liaisonId }: UnitChange): Promise<void> {
  const wanted = [...new Set([leaderId, liaisonId].filter((id): id is string => typeof id === 'string'))];
  const { rowCount } = await client.query('SELECT FROM person WHERE id = ANY($1::uuid[]) AND active', [wanted]);
  if (rowCount !== wanted.length) {
    throw new Refused(
      422,
      'person.unknown',
      '责任领导或联络员不存在或已停用',
      'The leader or liaison does not exist or is not active',
    );
  }
}
