/** Shows the looks behind the seal to those who watch over them: auditors all of their units, the office those at a case of its own. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { addDays } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import { tiesOf } from '../domain/separation.js';
import type { Role } from '../domain/words.js';
import { cursorOf, isIdKey, isWholeKey, keysOf } from '../store/sql/page-cursor.js';
import { LookListStore, type LookScope } from '../store/sealed/look-list.store.js';
import { ReferenceStore } from '../store/reference/reference.store.js';
import type { LookAlarms, LookPage, LooksQuery } from './looks.dto.js';

/** Days for which alarms are shown. */
const ALARM_DAYS = 90;
const MOST_ALARMS = 200;

@Injectable()
export class LookReadingService {
  constructor(
    private readonly looks: LookListStore,
    private readonly reference: ReferenceStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page, newest first. 403 where the office names no case: only auditors look through them all. */
  async list(actor: Actor, asked: LooksQuery): Promise<LookPage> {
    const { limit = 50, cursor, ...filter } = asked;
    const scope = this.scopeOf(actor);
    if (scope.audited.length === 0 && filter.caseId === undefined) {
      throw new Refused(
        403,
        'looks.caseNeeded',
        '全部查看记录只向审计员开放；整改办请在事项页查看该事项的记录',
        'Only auditors look through all records; the office reads those of a case on the page of that case',
      );
    }
    const [at, id] = cursor === undefined ? [] : (keysOf(cursor, [isWholeKey, isIdKey]) as [number, string]);
    const before = at === undefined || id === undefined ? undefined : { at, id };
    const rows = await this.looks.list(scope, { ...filter, before, limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    const last = rows[limit - 1];
    const nextCursor = rows.length > limit && last !== undefined ? cursorOf([last.at.getTime(), last.id]) : null;
    return { items, nextCursor };
  }

  /** Who came near the limit or over it in the last 90 days. */
  async alarms(actor: Actor): Promise<LookAlarms> {
    const from = addDays(this.reference.current().calendar.dayOf(this.clock.now()), -ALARM_DAYS);
    const rows = await this.looks.alarms(this.scopeOf(actor).audited, from, MOST_ALARMS);
    return {
      limit: this.config.looksPerDay,
      items: rows.map((row) => ({
        ...row,
        nearAt: row.nearAt?.toISOString() ?? null,
        overAt: row.overAt?.toISOString() ?? null,
      })),
    };
  }

  private scopeOf(actor: Actor): LookScope {
    const { units } = this.reference.current();
    const below = (role: Role): string[] => [
      ...new Set(actor.roles.filter((held) => held.role === role).flatMap(({ unitId }) => units.subtree(unitId))),
    ];
    return { audited: below('auditor'), office: below('clerk'), ties: tiesOf(actor, units) };
  }
}
