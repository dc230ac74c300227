/** Takes what a raiser says by the code of their receipt: a rating, “not solved”, a question. Who says it is named nowhere. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { commandIntent } from '../executor/intent.js';
import { CaseStore } from '../store/cases/case.store.js';
import { NoticeStore } from '../store/lists/notice.store.js';
import { ReceiptCase, type OpenReceipt } from './receipt-case.js';
import type { NewObjection, NewQuestion, NewRating, ReceiptTaken } from './receipts.dto.js';

/** Whoever shows a receipt: a raiser, named nowhere. */
const RAISER: Actor = { userId: null, name: '反映人', unitId: null, roles: [], via: 'receipt' };

@Injectable()
export class SayingsService {
  constructor(
    private readonly receipts: ReceiptCase,
    private readonly notices: NoticeStore,
    private readonly executor: CommandExecutor,
    private readonly cases: CaseStore,
  ) {}

  /** The rating, which may be changed for some days; 422 where there is no result yet, or its time is over. */
  async rate(code: string, { overall, aspects = {}, note }: NewRating, address: string): Promise<ReceiptTaken> {
    const receipt = await this.receipts.open(code, address);
    return this.say(receipt, 'RATE_RESULT', {
      overall,
      aspects,
      ...(note === undefined || note === '' ? {} : { note }),
    });
  }

  /** The question, for the office to answer; 422 while the last one is not answered. */
  async ask(code: string, { text }: NewQuestion, address: string): Promise<ReceiptTaken> {
    const receipt = await this.receipts.open(code, address);
    return this.say(receipt, 'ASK_OFFICE', { text });
  }

  /**
   * “Not solved”. Of a case in its public notice it stops the notice until the supervisors have decided, once to each notice: 422 where several are in
   * theirs and none is named. Of a closed case it lies before the supervisors, who reopen it or say why not, once to each closing and within the days
   * of the look-back.
   */
  async object(code: string, { text, number }: NewObjection, address: string): Promise<ReceiptTaken> {
    const receipt = await this.receipts.open(code, address);
    const { raiserId, today } = receipt;
    const shown = (await this.notices.ofRaiser(raiserId, today)).filter(
      (one) => number === undefined || one.number === number.trim().toUpperCase(),
    );
    const [one] = shown;
    if (one === undefined) return this.say(receipt, 'SAY_UNSOLVED', { text });
    if (shown.length > 1) throw nameOne(shown.map((each) => each.number));
    const state = (await this.cases.load([one.id])).cases.get(one.id);
    if (state?.context.objectors?.includes(raiserId) === true) throw heard();
    return this.send(one, receipt, 'OBJECT', { text });
  }

  private say(receipt: OpenReceipt, type: string, payload: Record<string, unknown>): Promise<ReceiptTaken> {
    const { id, facts }: CaseState = receipt.state;
    return this.send({ id, number: facts.number }, receipt, type, payload);
  }

  private async send(
    { id: caseId, number }: { id: string; number: string },
    { raiserId, at }: OpenReceipt,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<ReceiptTaken> {
    const command = { id: uuid(), type, caseId, actor: RAISER, at, payload: { ...payload, raiserId } };
    await this.executor.execute(commandIntent(command));
    return { number };
  }
}

const heard = (): Refused =>
  new Refused(
    422,
    'notice.objected',
    '您对本次公示的异议已收到并处理过，如仍有意见请直接联系整改办',
    'Your objection to this notice was taken and decided: if you still disagree, please speak to the office',
  );

const nameOne = (numbers: string[]): Refused =>
  new Refused(
    422,
    'notice.nameOne',
    `您反映的事项有几件正在公示，请填写编号：${numbers.join('、')}`,
    `Several cases that you raised are in their notice: give the number, ${numbers.join(', ')}`,
    { numbers },
  );
