/** Takes an objection to a public notice from a raiser who shows the code of their receipt and is otherwise unknown. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import type { GuessBudget } from '../domain/guessing.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { commandIntent } from '../executor/intent.js';
import { CaseStore } from '../store/cases/case.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { NoticeStore } from '../store/lists/notice.store.js';
import { GuessStore } from '../store/people/guess.store.js';
import { Moment } from './moment.js';
import type { NewObjection, ObjectionTaken } from './notices.dto.js';

/** Whoever shows a receipt: a raiser, named nowhere. */
const RAISER: Actor = { userId: null, name: '反映人', unitId: null, roles: [], via: 'receipt' };
/** Codes that one address may try; a code has 60 bits, so this keeps the noise down rather than the secret safe. */
const CODES: GuessBudget = { free: 5, forget: 60, firstWait: 15, longestWait: 300 };
const CODE = /^[2-9A-HJ-NP-Z]{12}$/;

@Injectable()
export class ObjectionsService {
  constructor(
    private readonly raisers: RaiserStore,
    private readonly notices: NoticeStore,
    private readonly guesses: GuessStore,
    private readonly executor: CommandExecutor,
    private readonly cases: CaseStore,
    private readonly moment: Moment,
  ) {}

  /** The objection, which stops the notice until the supervisors decide. 404 for a code that nobody was given, whatever it looks like; 429 for too many of those
   *  from one address; 422 where nothing that this raiser raised is shown today, where several are and none is named, and for a second one
   *  to the same notice. */
  async object(typed: string, { text, number }: NewObjection, address: string): Promise<ObjectionTaken> {
    const code = typed.replace(/[\s-]/g, '').toUpperCase();
    const raiser = await this.guarded(address, async () =>
      CODE.test(code) ? this.raisers.byReceipt(code) : undefined,
    );
    const { at, today } = this.moment.now();
    const shown = (await this.notices.ofRaiser(raiser.id, today)).filter(
      (one) => number === undefined || one.number === number.trim().toUpperCase(),
    );
    const [one] = shown;
    if (one === undefined) throw over();
    if (shown.length > 1) throw nameOne(shown.map((each) => each.number));
    const state = (await this.cases.load([one.id])).cases.get(one.id);
    if (state?.context.objectors?.includes(raiser.id) === true) throw heard();
    const payload = { text, raiserId: raiser.id };
    await this.executor.execute(
      commandIntent({ id: uuid(), type: 'OBJECT', caseId: one.id, actor: RAISER, at, payload }),
    );
    return { number: one.number };
  }

  /** Counted before it is looked up, so that guesses sent all at once are counted too; a right one is taken back. */
  private async guarded<T>(address: string, lookUp: () => Promise<T | undefined>): Promise<T> {
    const keys = [{ key: `receipt/${address}`, budget: CODES }];
    const wait = await this.guesses.guess(
      keys.map(({ key }) => key),
      () => [CODES],
    );
    if (wait > 0) throw tooMany(wait);
    const found = await lookUp();
    if (found === undefined) throw unknown();
    await this.guesses.right(keys);
    return found;
  }
}

const unknown = (): Refused =>
  new Refused(404, 'receipt.unknown', '没有这个回执码，请核对后再试', 'There is no such receipt code: please check it');

const over = (): Refused =>
  new Refused(
    422,
    'notice.over',
    '您反映的事项现在不在公示期内，请直接联系整改办',
    'Nothing you raised is in its public notice now: please speak to the office',
  );

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

const tooMany = (retryAfterSeconds: number): Refused =>
  new Refused(
    429,
    'request.tooMany',
    `回执码试错过多，请 ${retryAfterSeconds} 秒后再试`,
    `Too many wrong receipt codes; try again in ${retryAfterSeconds} seconds`,
    { retryAfterSeconds },
  );
