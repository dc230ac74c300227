/** A pasted list of units: tried first, and written as it was seen, all of it or nothing. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { MOST_LEVELS, UnitStore, type UnitRow } from '../store/reference-data/reference-units.store.js';
import { requireAsSeen } from './as-seen.js';
import type { ListWritten, RowsSaid, UnitRowGiven } from './setup.dto.js';
import { readUnitRows, type UnitRead } from './unit-rows.js';

@Injectable()
export class UnitListService {
  constructor(private readonly units: UnitStore) {}

  /** What would become of each row; nothing is written. */
  async check(rows: readonly UnitRowGiven[]): Promise<RowsSaid> {
    const read = readRows(rows, await this.units.list());
    return { rows: read.map(({ kind, reason }) => ({ kind, reason, username: null })) };
  }

  /** Makes what is new, and what was doubtful and is meant. 409, and nothing is written, where a row is no longer what the dry run said. */
  async write(rows: readonly UnitRowGiven[]): Promise<ListWritten> {
    const added = await this.units.addAll((present) => {
      const read = readRows(rows, present);
      requireAsSeen(rows, read);
      const made = new Map(
        read.flatMap(({ id, kind, parentId }, at) =>
          id === null || kind === 'known' ? [] : [[id, { id, name: rows[at]!.name, parentId }] as const],
        ),
      );
      return parentsFirst(made);
    });
    return { added };
  }
}

const readRows = (rows: readonly UnitRowGiven[], present: readonly UnitRow[]): UnitRead[] =>
  readUnitRows(
    rows.map(({ name, parent = '', despite = false }) => ({ name, parent, despite })),
    present,
    { newId: uuid, levels: MOST_LEVELS },
  );

type Made = Pick<UnitRow, 'id' | 'name' | 'parentId'>;

function parentsFirst(made: ReadonlyMap<string, Made>): Made[] {
  const placed = new Set<Made>();
  const place = (unit: Made): void => {
    const above = made.get(unit.parentId ?? '');
    if (above !== undefined) place(above);
    placed.add(unit);
  };
  for (const unit of made.values()) place(unit);
  return [...placed];
}
