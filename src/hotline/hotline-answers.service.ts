/** What a hotline platform is answered on a case: written by a clerk of its office, without names, and on its way in the same commit. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CasesService } from '../cases/cases.service.js';
import { RaiserService } from '../cases/raiser.service.js';
import { Clock } from '../clock.js';
import { type CaseState, stageOf } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { isNamedIn } from '../domain/names-in-text.js';
import { raiserIds } from '../domain/raisers.js';
import { tell } from '../notify/told.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { inTransaction } from '../store/database/transaction.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { HotlineAnswerStore } from '../store/messages/hotline-answer.store.js';
import { HotlineCallStore } from '../store/messages/hotline-call.store.js';
import { type HotlinePlatform, HotlinePlatformStore } from '../store/messages/hotline-platform.store.js';
import { type Webhook, WebhookStore } from '../store/messages/webhook.store.js';
import type { HotlineOfCase, NewHotlineAnswer } from './hotline.dto.js';

const TOPIC = 'hotline.answer';

@Injectable()
export class HotlineAnswersService {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly cases: CasesService,
    private readonly office: RaiserService,
    private readonly calls: HotlineCallStore,
    private readonly platforms: HotlinePlatformStore,
    private readonly answers: HotlineAnswerStore,
    private readonly webhooks: WebhookStore,
    private readonly raisers: RaiserStore,
    private readonly clock: Clock,
  ) {}

  /** What came with the case and what was answered; null where it came from no platform. 403 for whoever is not its office: by the platform's number its
   *  units could find out who called. */
  async of(actor: Actor, caseId: string): Promise<HotlineOfCase | null> {
    const state = await this.officeCase(actor, caseId);
    const call = await this.calls.of(caseId);
    if (call === null) return null;
    const [platform, given] = [(await this.platforms.get({ id: call.platformId }))!, await this.answers.of(caseId)];
    const isClosed = stageOf(state.value) === 'closed';
    const isAnswered = given.some(({ kind, at }) => kind === 'final' && at.getTime() >= (state.context.closedAt ?? 0));
    return {
      ...{ platform: platform.name, number: call.number, category: call.category, unit: call.unit },
      ...{ raisedAt: call.raisedAt, dueOn: call.dueOn, receivedAt: call.receivedAt.toISOString() },
      canAnswer: (await this.wayTo(platform)) !== null,
      next: !isClosed ? 'interim' : isAnswered ? null : 'final',
      answers: given.map(({ id, kind, text, at, byName, state }) => ({
        ...{ id, kind, text, byName, state },
        at: at.toISOString(),
      })),
    };
  }

  /** Writes the answer and sends it off. 422 for a final one while the case is open, an interim one once it is closed, a second final one to the same
   *  closing, where there is no way to the platform, and last for a text that names somebody: whoever tries names sends the first that is wrong. */
  async give(actor: Actor, caseId: string, { id = uuid(), kind, text }: NewHotlineAnswer): Promise<HotlineOfCase> {
    const state = await this.officeCase(actor, caseId);
    const call = await this.calls.of(caseId);
    if (call === null) throw notFound('hotline call', '热线来件', caseId);
    const answerId = id.toLowerCase();
    if ((await this.answers.of(caseId)).some((one) => one.id === answerId)) return (await this.of(actor, caseId))!;
    const isClosed = stageOf(state.value) === 'closed';
    if (isClosed !== (kind === 'final')) throw isClosed ? over() : tooEarly();
    const platform = (await this.platforms.get({ id: call.platformId }))!;
    const webhook = await this.wayTo(platform);
    if (webhook === null) throw noWay(platform.name);
    const people = await this.raisers.everybody(caseId, raiserIds(caseId, state.context));
    if (people.some((one) => isNamedIn(text, one))) throw namesSomebody();
    const [at, byId] = [this.clock.now(), actor.userId!];
    const closing = isClosed ? state.context.closedAt : null;
    const facts = { number: state.facts.number, platform: platform.name, answerId, webhookId: webhook.id };
    await inTransaction(this.database.pool, async (client) => {
      const row = { id: answerId, caseId, kind, text, closing, at: new Date(at), byId };
      if (!(await this.answers.add(client, row))) throw answered();
      await tell(client, [{ personId: byId, topic: TOPIC, caseId, facts, key: `hotline answer ${answerId}` }], at);
    });
    return (await this.of(actor, caseId))!;
  }

  private async officeCase(actor: Actor, caseId: string): Promise<CaseState> {
    const state = await this.cases.visible(actor, caseId);
    if (this.office.isOffice(actor, state)) return state;
    throw new Refused(403, 'hotline.officeOnly', '只有整改办可以查看和答复热线来件', 'Only the office sees and answers what came from a hotline'); // prettier-ignore
  }

  /** The webhook by which the platform hears of its answers now; null where none would take one. */
  private async wayTo({ webhookId }: HotlinePlatform): Promise<Webhook | null> {
    const webhook = webhookId === null ? null : await this.webhooks.get(webhookId);
    return webhook?.active === true && webhook.topics.includes(TOPIC) ? webhook : null;
  }
}

const tooEarly = (): Refused =>
  new Refused(
    422,
    'hotline.tooEarly',
    '事项办结或退出后才能最终答复',
    'A final answer is given once the case is closed',
  );
const over = (): Refused =>
  new Refused(422, 'hotline.over', '事项已办结，请作最终答复', 'The case is closed: give the final answer');
const answered = (): Refused =>
  new Refused(422, 'hotline.answered', '这次办结已作过最终答复', 'This closing has its final answer');
const noWay = (name: string): Refused =>
  new Refused(
    422,
    'hotline.noWay',
    `${name}没有接收答复的对接，请管理员设置后再答复`,
    `There is no webhook by which ${name} takes answers: an administrator sets it up first`,
  );
const namesSomebody = (): Refused =>
  new Refused(
    422,
    'hotline.namesRaiser',
    '答复里有反映人的姓名或联系方式，请删去后再发',
    'The answer has the name or contact of somebody who raised it: take that out and send it again',
    { fields: [{ field: 'text' }] },
  );
