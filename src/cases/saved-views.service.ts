/** Views of the list of cases that people keep and share. A view shows nobody a case: whoever opens it sees of it what they may see. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { serves, sharedWith, SHARING } from '../domain/serves.js';
import type { Role } from '../domain/words.js';
import type { SavedView } from '../store/people/saved-view.entity.js';
import { SavedViewStore } from '../store/people/saved-view.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { SavedViewInput, SavedViewShown, ViewAsked } from './saved-views.dto.js';

/** Who may take away what others shared with a unit that they serve. */
const MAY_TIDY: Role[] = ['clerk', 'administrator'];
const MOST = 50;

@Injectable()
export class SavedViewsService {
  constructor(
    private readonly views: SavedViewStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** One's own views, and those shared with a unit where one holds a role, or with one above it; by name. */
  async list(actor: Actor): Promise<SavedViewShown[]> {
    const unitIds = sharedWith(actor, this.referenceData.current().units);
    return (await this.views.of(personOf(actor), unitIds)).map((view) => this.shown(actor, view));
  }

  /** Keeps a view under its id, made by the client. Refuses another's view as unknown (404), a unit with which the actor may not share (403)
   *  and more views than one person may have (409). */
  async put(actor: Actor, id: string, { name, asked, unitId }: SavedViewInput): Promise<SavedViewShown> {
    const ownerId = personOf(actor);
    const { units } = this.referenceData.current();
    const there = await this.views.find(id);
    if (there !== null && there.ownerId !== ownerId) throw notFound('view', '视图', id);
    if (unitId !== null && !serves(actor, unitId.toLowerCase(), units, SHARING))
      throw new Refused(
        403,
        'view.mayNotShare',
        '整改办、督导组和领导可以共享给所服务单位及其下级，单位领导和联络员可以共享给本单位及其下级',
        'Clerks, supervisors and leaders share with the unit that their office serves and those below; unit leaders and liaisons with their own and those below',
      );
    if (there === null && (await this.views.countOthers(ownerId, id)) >= MOST)
      throw new Refused(409, 'view.tooMany', `每人最多保存 ${MOST} 个视图`, `A person keeps at most ${MOST} views`);
    const view = {
      id,
      ownerId,
      sharedUnitId: unitId,
      name,
      asked: onlySet(asked),
      changedAt: new Date(this.clock.now()),
    };
    await this.views.put(view);
    return this.shown(actor, view);
  }

  /** Takes a view away: one's own, or as the office one that others shared. 404 for one that the actor does not see, 403 for one they may not. */
  async remove(actor: Actor, id: string): Promise<void> {
    const seen = (await this.list(actor)).find((view) => view.id === id);
    if (seen === undefined) throw notFound('view', '视图', id);
    if (!seen.mayRemove)
      throw new Refused(
        403,
        'view.mayNotRemove',
        '共享视图由保存人、整改办或管理员删除',
        'A shared view is removed by its owner, the office or an administrator',
      );
    await this.views.remove(id);
  }

  private shown(actor: Actor, { id, name, asked, ownerId, sharedUnitId: unitId }: SavedView): SavedViewShown {
    const isOwn = ownerId === actor.userId;
    const mayRemove = isOwn || (unitId !== null && serves(actor, unitId, this.referenceData.current().units, MAY_TIDY));
    return { id, name, asked: asked as ViewAsked, unitId, isOwn, mayRemove };
  }
}

/** Without what was not asked for. */
const onlySet = (asked: ViewAsked): object =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

function personOf({ userId }: Actor): string {
  if (userId === null) throw notFound('view', '视图', '');
  return userId;
}
