/** Texts that units keep for their replies and instructions. They are copied into a form, where whoever sends them changes and answers for them. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { serves, sharedWith, SHARING } from '../domain/serves.js';
import type { StandardText } from '../store/people/standard-text.entity.js';
import { StandardTextStore } from '../store/people/standard-text.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { StandardTextInput, StandardTextShown } from './standard-texts.dto.js';

const MOST = 100;

@Injectable()
export class StandardTextsService {
  constructor(
    private readonly texts: StandardTextStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The texts of the units where the actor holds a role, and of those above; by name. */
  async list(actor: Actor): Promise<StandardTextShown[]> {
    const unitIds = sharedWith(actor, this.referenceData.current().units);
    return (await this.texts.of(unitIds)).map((text) => this.shown(actor, text));
  }

  /** Keeps a text under its id, made by the client. Refuses a unit whose texts the actor does not keep (403), one that the actor does not
   *  see (404), and more than a unit may have (409). */
  async put(actor: Actor, id: string, input: StandardTextInput): Promise<StandardTextShown> {
    const unitId = input.unitId.toLowerCase();
    const there = await this.texts.find(id);
    if (there !== null && !this.mayChange(actor, there.unitId)) throw notFound('text', '常用语', id);
    if (!this.mayChange(actor, unitId)) throw notTheirs();
    if (there?.unitId !== unitId && (await this.texts.countOthers(unitId, id)) >= MOST)
      throw new Refused(409, 'text.tooMany', `每个单位最多 ${MOST} 条常用语`, `A unit keeps at most ${MOST} texts`);
    const text: StandardText = {
      ...input,
      id,
      unitId,
      changedBy: actor.userId,
      changedAt: new Date(this.clock.now()),
    };
    await this.texts.put(text);
    return this.shown(actor, text);
  }

  /** Takes a text away. 404 for one that the actor does not see, 403 for one they do not keep. */
  async remove(actor: Actor, id: string): Promise<void> {
    const seen = (await this.list(actor)).find((text) => text.id === id);
    const there = seen ?? (await this.texts.find(id));
    if (there === null || (seen === undefined && !this.mayChange(actor, there.unitId)))
      throw notFound('text', '常用语', id);
    if (!this.mayChange(actor, there.unitId)) throw notTheirs();
    await this.texts.remove(id);
  }

  private mayChange(actor: Actor, unitId: string): boolean {
    return serves(actor, unitId, this.referenceData.current().units, SHARING);
  }

  private shown(actor: Actor, { id, unitId, kind, name, text }: StandardText): StandardTextShown {
    return { id, unitId, kind, name, text, mayChange: this.mayChange(actor, unitId) };
  }
}

const notTheirs = (): Refused =>
  new Refused(
    403,
    'text.notTheirs',
    '单位的常用语由本单位或上级的单位领导、联络员，以及为其服务的整改办、督导组和领导维护',
    'The texts of a unit are kept by its unit leader and liaison or those above, and by the clerks, supervisors and leaders who serve it',
  );
