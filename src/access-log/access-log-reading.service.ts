/** Shows the accesses to encrypted names to those who watch over them: auditors all of their units, the office those at a case of its own. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { addDays } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import { tiesOf } from '../domain/separation.js';
import type { Role } from '../domain/words.js';
import { cursorOf, isIdKey, isWholeKey, keysOf } from '../store/sql/page-cursor.js';
import { AccessLogListStore, type AccessLogScope } from '../store/encrypted/access-log-list.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { AccessAlarms, AccessLogPage, AccessLogQuery } from './access-log.dto.js';

/** Days for which alarms are shown. */
const ALARM_DAYS = 90;
const MOST_ALARMS = 200;

@Injectable()
export class AccessLogReadingService {
  constructor(
    private readonly accessLog: AccessLogListStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page, newest first. 403 where the office names no case: only auditors look through them all. */
  async list(actor: Actor, asked: AccessLogQuery): Promise<AccessLogPage> {
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
    const rows = await this.accessLog.list(scope, { ...filter, before, limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    const last = rows[limit - 1];
    const nextCursor = rows.length > limit && last !== undefined ? cursorOf([last.at.getTime(), last.id]) : null;
    return { items, nextCursor };
  }

  /** Who came near the limit or over it in the last 90 days. */
  async alarms(actor: Actor): Promise<AccessAlarms> {
    const from = addDays(this.referenceData.current().calendar.dayOf(this.clock.now()), -ALARM_DAYS);
    const rows = await this.accessLog.alarms(this.scopeOf(actor).audited, from, MOST_ALARMS);
    return {
      limit: this.config.accessesPerDay,
      items: rows.map((row) => ({
        ...row,
        nearAt: row.nearAt?.toISOString() ?? null,
        overAt: row.overAt?.toISOString() ?? null,
      })),
    };
  }

  private scopeOf(actor: Actor): AccessLogScope {
    const { units } = this.referenceData.current();
    const below = (role: Role): string[] => [
      ...new Set(actor.roles.filter((held) => held.role === role).flatMap(({ unitId }) => units.subtree(unitId))),
    ];
    return { audited: below('auditor'), office: below('clerk'), ties: tiesOf(actor, units) };
  }
}
