/** What a raiser reads by the code of their receipt: where it stands, what was released, and their own words; nothing of anybody else's. */
import { Injectable } from '@nestjs/common';
import { stageOf } from '../domain/case.js';
import { notFound } from '../domain/errors.js';
import { ratingOf, ratingOpenUntil } from '../domain/raiser-words.js';
import { hasResult, refusedToRaiser, unsolvedUntil } from '../engine/hear.js';
import { mainWaitKind } from '../engine/waits-for.js';
import { AttachmentStore } from '../store/files/attachment.store.js';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { ReceiptCase, type OpenReceipt } from './receipt-case.js';
import { nextOf, stepsOf } from './receipt-steps.js';
import type { ReceiptShown, WordShown } from './receipts.dto.js';

/** A released picture; `bytes` loads it. */
export interface ReleasedPhoto {
  mediaType: string;
  bytes: () => Promise<Buffer>;
}

@Injectable()
export class ReceiptReadingService {
  constructor(
    private readonly receipts: ReceiptCase,
    private readonly categories: CategoryStore,
    private readonly attachments: AttachmentStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** Everything the receipt tells today. Refuses as the gate does. */
  async read(code: string, address: string): Promise<ReceiptShown> {
    const receipt = await this.receipts.open(code, address);
    return this.shown(receipt);
  }

  /** What the raiser of an opened receipt reads. */
  async shown(receipt: OpenReceipt): Promise<ReceiptShown> {
    const { state, workflow, raiserId, today, mergedFrom } = receipt;
    const { context, facts, value } = state;
    const refs = this.referenceData.current();
    const category = (await this.categories.list()).find(({ id }) => id === context.categoryId);
    const heard = context.heard ?? {};
    const rating = ratingOf(context, raiserId);
    const answer = hasResult(state) || context.outcome !== null ? (heard.text ?? context.noticeText) : null;
    const may = (type: string): boolean =>
      !receipt.isArchived && refusedToRaiser(type, state, workflow, raiserId, today) === undefined;
    const isInNotice =
      mainWaitKind(value, context, workflow.policy) === 'notice' && (context.noticeUntil ?? '') >= today;
    return {
      number: facts.number,
      mergedFrom,
      category: category === undefined ? null : { 'zh-CN': category.nameZh, en: category.nameEn },
      said: heard.said?.[raiserId] ?? null,
      stage: stageOf(value),
      outcome: context.outcome,
      steps: stepsOf(receipt, refs),
      next: nextOf(receipt, refs),
      ...(answer == null ? {} : { answer: { text: answer } }),
      photos: (heard.photos ?? []).map((id) => ({ id })),
      rating:
        rating === undefined
          ? null
          : {
              overall: rating.overall,
              aspects: rating.aspects,
              note: rating.note ?? null,
              on: rating.on,
              until: ratingOpenUntil(rating),
            },
      words: (heard.words ?? [])
        .filter((word) => word.raiserId === raiserId)
        .map(({ kind, on, text, relapses, answer: said }): WordShown => ({
          ...{ kind, on, text, answer: said?.text ?? null, answeredOn: said?.on ?? null },
          reopened: kind === 'unsolved' && context.relapses > relapses,
        })),
      mayRate: may('RATE_RESULT'),
      mayObject: isInNotice ? context.objectors?.includes(raiserId) !== true : may('SAY_UNSOLVED'),
      objectUntil: isInNotice ? (context.noticeUntil ?? null) : unsolvedUntil(context, workflow),
      mayAsk: may('ASK_OFFICE'),
      isArchived: receipt.isArchived,
    };
  }

  /** A picture that was released to the raiser; 404 for every other, and as the gate does. */
  async photo(code: string, id: string, address: string): Promise<ReleasedPhoto> {
    const { state } = await this.receipts.open(code, address);
    const isReleased = state.context.heard?.photos?.includes(id.toLowerCase()) === true;
    const found = isReleased ? await this.attachments.find(id) : undefined;
    if (found?.caseId !== state.id || !found.mediaType.startsWith('image/') || found.cleaning === 'withheld')
      throw notFound('photo', '照片', '');
    return { mediaType: found.mediaType, bytes: () => this.attachments.bytes(found.sha256) };
  }
}
