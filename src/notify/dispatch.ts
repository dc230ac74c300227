/** Sends what was gathered for one target: drops what no longer holds, writes the rest in words, and notes what the other side said. */
import { Injectable } from '@nestjs/common';
import type { Sentence } from '../domain/clock-words.js';
import { AddressStore } from '../store/messages/address.store.js';
import { type Bundled, DeliveryStore } from '../store/messages/delivery.store.js';
import type { Client } from '../store/messages/entry-rows.js';
import { HotlineAnswerStore } from '../store/messages/hotline-answer.store.js';
import { WebhookStore } from '../store/messages/webhook.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { later, MOST_LINES, NotTaken, type Parcel, type ParcelLine, said } from './channels/parcel.js';
import type { WebhookEvent } from './channels/webhook.js';
import { queueElsewhere } from './queue-deliveries.js';
import { Senders } from './senders.js';
import { sentenceOf } from './sentence.js';
import { dropReason, REASONS } from './still-holds.js';
import { sheetLines } from './sheet-lines.js';
import { topicOf } from './topics.js';

/** Attempts before the administrator is asked: with the pauses of the queue in between, the last is some fifteen hours after the first. */
export const MOST_ATTEMPTS = 12;
/** Looked through for what no longer holds; of more only the number is told. */
const MOST_LOOKED_AT = 500;
/** However slow the other side is, an attempt is over after so long, milliseconds: half of what makes a server count as gone. */
const ATTEMPT_MS = 60_000;
/** Messages that are a list. */
const SHEETS: readonly string[] = ['digest', 'morning'];
/** Before the first message of the morning the digest goes out. */
const EARLY_MS = 1_800_000;

/** The moment of an attempt, and with what links begin. */
export interface Attempt {
  now: number;
  publicUrl: string | null;
}

@Injectable()
export class Dispatch {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly senders: Senders,
    private readonly addresses: AddressStore,
    private readonly webhooks: WebhookStore,
    private readonly answers: HotlineAnswerStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** True from half an hour before working hours until their end: nothing else goes out but what a person sent by hand. */
  inHours(now: number): boolean {
    return this.referenceData.current().calendar.nextDelivery(now) - now <= EARLY_MS;
  }

  /** One attempt at a bundle. Throws where another one is worth making; outside of working hours it does nothing, and the morning makes it anew. */
  async deliver(bundleId: string, { now, publicUrl }: Attempt): Promise<void> {
    const { total, rows } = await this.deliveries.load(bundleId, MOST_LOOKED_AT);
    const [first] = rows;
    if (first === undefined || (first.way !== 'webhook' && !first.byHand && !this.inHours(now))) return;
    const dropped = rows.flatMap((row) => {
      const reason = this.reasonToDrop(row, now);
      return reason === null ? [] : [{ id: row.id, word: reason['zh-CN'] }];
    });
    await this.deliveries.drop(dropped);
    const gone = new Set(dropped.map(({ id }) => id));
    const [head, ...rest] = rows.filter(({ id }) => !gone.has(id)).slice(0, MOST_LINES);
    if (head === undefined) return;
    const more = total - dropped.length - 1 - rest.length;
    const parcel: Parcel = { id: bundleId, lines: [lineOf(head), ...rest.map(lineOf)], more, publicUrl };
    await this.deliveries.begin(bundleId);
    try {
      const words = await within(ATTEMPT_MS, this.send(head, parcel, now));
      await this.deliveries.note(bundleId, 'sent', words['zh-CN'], now);
    } catch (error) {
      await this.refused(
        bundleId,
        head,
        rows.filter(({ id }) => !gone.has(id)),
        error,
        now,
      );
    }
  }

  private async send(row: Bundled, parcel: Parcel, now: number): Promise<Sentence> {
    const { way, targetId } = row;
    if (way === 'webhook' || way === 'robot') {
      const webhook = await this.webhooks.get(targetId);
      if (webhook?.active !== true) throw new NotTaken('gone', said('对接已停用', 'It was disconnected'));
      const event = (await this.answerEvent(row)) ?? eventOf(row, parcel);
      return this.senders.sendTo(webhook, parcel, event, now);
    }
    const address = way === 'push' ? '' : (await this.addresses.verified([targetId], way)).get(targetId);
    if (address === undefined) throw new NotTaken('gone', said('本人已撤下地址', 'The address was taken away'));
    return this.senders.send(way, targetId, address, parcel);
  }

  /** What a hotline platform is told of an answer, read when it goes out: an inbox holds no text of it. Undefined for every other topic. */
  private async answerEvent({ topic, facts, at }: Bundled): Promise<WebhookEvent | undefined> {
    const id = facts['answerId'];
    const sent = typeof id === 'string' ? await this.answers.sent(id) : undefined;
    if (sent === undefined) return undefined;
    return { type: topic, timestamp: at.toISOString(), data: { ...sent, at: sent.at.toISOString() } };
  }

  private async refused(
    bundleId: string,
    { way, targetId, attempts }: Bundled,
    rows: readonly Bundled[],
    error: unknown,
    now: number,
  ): Promise<void> {
    if (!(error instanceof NotTaken)) throw error;
    const words = `${error.said['zh-CN']} / ${error.said.en}`;
    const isOver = error.kind !== 'later' || attempts + 1 >= MOST_ATTEMPTS;
    const state = error.kind === 'gone' ? 'dropped' : isOver ? 'dead' : 'queued';
    const isForPerson = way !== 'webhook' && way !== 'robot';
    const elsewhere =
      isOver && isForPerson ? (client: Client) => queueElsewhere(client, targetId, rows, now) : undefined;
    await this.deliveries.note(bundleId, state, words, now, elsewhere);
    if (error.kind === 'gone' && way === 'webhook') await this.webhooks.change(targetId, { active: false });
    if (!isOver) throw error;
  }

  /** Why a delivery is not worth sending any more; null where it is. */
  private reasonToDrop({ topic, active, caseId, stage, role, ...row }: Bundled, now: number): Sentence | null {
    if (!active) return said('账号已停用，不再发送', 'The account is out of use');
    const line = topicOf(topic);
    if (line === undefined) return REASONS.unknown;
    if (caseId === null || stage === null || role === null) return null;
    const { waitsFor, leadUnitId, dueOn, facts, unitId } = row;
    const one = {
      ...{ stage, waitsFor, leadUnitId, dueOn, extensionPending: row.extensionPending ?? false },
      ...{ yellowAt: row.yellowAt?.getTime() ?? null, context: row.context ?? {} },
    };
    const cause = typeof facts['cause'] === 'string' ? facts['cause'] : null;
    const today = this.referenceData.current().calendar.dayOf(now);
    const reason = dropReason(line.holds, one, { topic, role, unitId, cause }, { now, today });
    return reason === null ? null : REASONS[reason];
  }
}

function lineOf({ topic, caseId, caseNumber, facts, at }: Bundled): ParcelLine {
  const { text, textEn, next, nextEn, href } = sentenceOf({ topic, caseId, facts });
  const name = topicOf(topic)?.name ?? said('消息', 'Message');
  const about = caseNumber === null ? '' : `${caseNumber} `;
  return {
    ...{ topic, href, says: said(text, textEn), next: said(next, nextEn), at: at.getTime() },
    brief: said(`${about}${name['zh-CN']}`, `${about}${name.en}`),
    ...(SHEETS.includes(topic) ? { sheet: sheetLines(facts) } : {}),
  };
}

function eventOf(
  { topic, at, caseId, caseNumber }: Bundled,
  { lines: [line], publicUrl }: Parcel,
): Parameters<Senders['sendTo']>[2] {
  const name = topicOf(topic)?.name ?? said('消息', 'Message');
  const url = publicUrl === null ? null : `${publicUrl}${line.href}`;
  return { type: topic, timestamp: at.toISOString(), data: { name, caseId, caseNumber, url } };
}

/** What `work` answers, unless it takes longer. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(later('对方没有及时应答', 'There was no answer in time')), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
