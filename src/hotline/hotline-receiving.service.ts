/** Takes what a hotline platform sends: signed over the very bytes, read by its own names, and each number one case. */
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { SYSTEM } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { REPORT_BYTES } from '../http/body-limit.js';
import { jsonOf, requestBytes } from '../http/json-body.js';
import { validated } from '../http/validation.js';
import { newSecret } from '../notify/channels/webhook.js';
import { CaseStore } from '../store/cases/case.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { HotlineCallStore } from '../store/messages/hotline-call.store.js';
import { type HotlinePlatform, HotlinePlatformStore } from '../store/messages/hotline-platform.store.js';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import { HotlineReport, type HotlineReceived } from './hotline.dto.js';
import { fieldsOf } from './mapping.js';
import { isSigned } from './signature.js';

/** Characters of the text that make a title. */
const TITLE = 60;
/** What is compared with where there is no platform, so that it takes as long. */
const NOBODY = newSecret();

@Injectable()
export class HotlineReceivingService {
  constructor(
    private readonly platforms: HotlinePlatformStore,
    private readonly calls: HotlineCallStore,
    private readonly cases: CaseStore,
    private readonly raisers: RaiserStore,
    private readonly executor: CommandExecutor,
    private readonly categories: CategoryStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The case that the call became, now or before. 401, always the same, for what is not signed, an unknown platform and one that was switched off; 409 for a
   *  number that said something else before. `trueTime` is by what the other side signs. */
  async receive(code: string, request: Request, trueTime: number): Promise<HotlineReceived> {
    const bytes = await requestBytes(request, REPORT_BYTES);
    const platform = await this.signer(code, request, bytes, trueTime);
    const { callerName, callerContact, callerAnonymous, ...fields } = fieldsOf(jsonOf(bytes), platform.mapping);
    const known = { name: callerName, contact: callerContact, anonymous: callerAnonymous };
    const caller = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    const report = await validated(HotlineReport, {
      ...fields,
      ...(Object.keys(caller).length === 0 ? {} : { caller }),
    });
    return this.take(platform, report, request);
  }

  private async signer(code: string, request: Request, body: Buffer, trueTime: number): Promise<HotlinePlatform> {
    const platform = await this.platforms.get({ code: code.slice(0, 100) });
    const { secret, formerSecret, formerUntil } = platform ?? { secret: NOBODY, formerSecret: null, formerUntil: null };
    const isFormerTaken = formerSecret !== null && formerUntil !== null && formerUntil > this.clock.now();
    const header = (name: string): string => request.get(name) ?? '';
    const call = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body,
    };
    const signed = isSigned(call, isFormerTaken ? [secret, formerSecret] : [secret], trueTime);
    if (platform?.active !== true || !signed) throw unsigned();
    return platform;
  }

  private async take(platform: HotlinePlatform, report: HotlineReport, request: Request): Promise<HotlineReceived> {
    const { number, text, category = null, unit = null, raisedAt = null, dueOn = null, caller } = report;
    const title = report.title ?? titleOf(text);
    const now = this.clock.now();
    const { name: said = '', contact = '', anonymous = false } = caller ?? {};
    const content = {
      ...{ title, text, category: category ?? '', unit: unit ?? '', raisedAt: raisedAt ?? '', dueOn: dueOn ?? '' },
      caller: JSON.stringify([said, contact, anonymous]),
    };
    const call = { platformId: platform.id, number, category, unit, raisedAt, dueOn };
    const { caseId, differs } = await this.calls.take(call, content, now);
    if (differs.length > 0) throw other(number, differs);
    const known = (await this.cases.load([caseId])).cases.get(caseId);
    const ourNumber = known?.facts.number ?? (await this.collect(platform, caseId, { ...report, title }, now));
    const receipt = (await this.raisers.receiptCodes([caseId])).get(caseId);
    const home = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    return {
      number,
      ourNumber,
      receipt: receipt === undefined ? null : `${home}/r/${receipt}`,
      repeated: known !== undefined,
    };
  }

  /** Collects the case; the same again, from whichever server, finds it collected. Our number. */
  private async collect(
    platform: HotlinePlatform,
    id: string,
    { title, text, category, caller }: HotlineReport & { title: string },
    at: number,
  ): Promise<string> {
    const named = (await this.categories.list()).find(
      ({ nameZh, nameEn }) => category === nameZh || category === nameEn,
    );
    const isNamed = caller?.name !== undefined || caller?.contact !== undefined;
    const raiser = this.raisers.encrypted(id, isNamed ? caller : { anonymous: true });
    const [done] = await this.executor.execute({
      steps: [
        {
          kind: 'collect',
          collection: {
            ...{ id, caseId: id, at, workflow: 'rectification', title, description: text, source: 'hotline' },
            actor: { ...SYSTEM, name: platform.name, via: 'hotline' },
            context: {
              officeUnitId: platform.officeUnitId,
              categoryId: named?.id ?? platform.categoryId,
              isKey: false,
              raisedOutside: true,
            },
            raiser,
          },
        },
      ],
    });
    return done!.state.facts.number;
  }
}

/** The first sentence of a text, or as much of it as makes a title. */
function titleOf(text: string): string {
  const [first = ''] = text.trim().split(/[。！？!?\r\n\t\u2028\u2029]/u);
  return [...(first.trim() === '' ? '热线来件' : first.trim())].slice(0, TITLE).join('');
}

const unsigned = (): Refused =>
  new Refused(
    401,
    'hotline.unsigned',
    '签名无效、已过期，或平台未开通',
    'The signature is wrong or too old, or the platform is not in use',
  );

/** Names the fields, never what they say. */
function other(number: string, differs: readonly string[]): Refused {
  const named = differs.join('、');
  return new Refused(
    409,
    'hotline.otherContent',
    `编号 ${number} 已收到过，内容不同：${named}`,
    `Number ${number} came before and said something else: ${differs.join(', ')}`,
    { differs: [...differs] },
  );
}
