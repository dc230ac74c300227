/** What the office and the units of a case see of its receipts: what raisers said by them and were told. */
import { Injectable } from '@nestjs/common';
import { CasesService } from '../cases/cases.service.js';
import { RaiserService } from '../cases/raiser.service.js';
import type { Actor } from '../domain/command.js';
import { isBelowVisit, isOpenWord } from '../domain/raiser-words.js';
import { raiserIds } from '../domain/raisers.js';
import { ReceiptStore } from '../store/encrypted/receipt.store.js';
import type { ReceiptsOfCase } from './slips.dto.js';

@Injectable()
export class ReceiptsOfCaseService {
  constructor(
    private readonly cases: CasesService,
    private readonly office: RaiserService,
    private readonly receipts: ReceiptStore,
  ) {}

  /** What the raisers of the case were given, were told and said. */
  async ofCase(actor: Actor, caseId: string): Promise<ReceiptsOfCase> {
    const state = await this.cases.visible(actor, caseId);
    const { context } = state;
    const { heard = {} } = context;
    const all = raiserIds(caseId, context);
    const issued = new Map((await this.receipts.issuedTo(all)).map((one) => [one.raiserId, one]));
    // Of an imported case nobody may have been written down.
    const ids = all.filter((id) => issued.has(id));
    return {
      receipts: ids.map((raiserId, at) => {
        const { isIssued = false, printedAt = null, printedByName = null } = issued.get(raiserId) ?? {};
        const said = heard.said?.[raiserId] ?? null;
        return {
          raiserId,
          position: at + 1,
          isIssued,
          printedAt: printedAt?.toISOString() ?? null,
          printedByName,
          said,
        };
      }),
      text: heard.text ?? null,
      photos: heard.photos ?? [],
      ratings: (heard.ratings ?? []).map(({ firstOn: _, note = null, ...rating }) => ({
        ...rating,
        note,
        belowVisit: isBelowVisit(context, rating),
      })),
      words: (heard.words ?? []).map((word) => ({
        ...{ raiserId: word.raiserId, kind: word.kind, on: word.on, text: word.text },
        ...{
          answer: word.answer?.text ?? null,
          answeredOn: word.answer?.on ?? null,
          isOpen: isOpenWord(word, context),
        },
      })),
      mayPrint: this.office.isOffice(actor, state),
    };
  }
}
