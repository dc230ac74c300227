/** Takes down who comes to an open case beside its first raiser: somebody who raises the same, somebody who objects to what is shown. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { stageOf, type CaseState } from '../domain/case.js';
import { SYSTEM, type Actor, type Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { CommandExecutor } from '../executor/command-executor.js';
import type { Done } from '../executor/intent.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import type { CommandAnswer } from './cases.dto.js';
import { CasesService } from './cases.service.js';
import type { AddRaiserInput, RaiserAdded, RecordObjectionInput } from './raiser.dto.js';
import { RaiserService } from './raiser.service.js';

@Injectable()
export class ComingInService {
  constructor(
    private readonly cases: CasesService,
    private readonly office: RaiserService,
    private readonly raisers: RaiserStore,
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  /** One more raiser of the case, encrypted, with a receipt of their own. 403 for whoever is not its office; 422 where the case is closed or its
   *  workflow visits one raiser only. */
  async add(actor: Actor, caseId: string, { id = uuid(), ...given }: AddRaiserInput): Promise<RaiserAdded> {
    const state = await this.cases.visible(actor, caseId);
    if (!this.office.isOffice(actor, state)) {
      throw new Refused(403, 'raiser.officeOnly', '只有整改办可以登记反映人', 'Only the office adds complainants');
    }
    requireOpen(state);
    if (!this.cases.takesSeveralRaisers(state)) throw oneOnly();
    const raiserId = id.toLowerCase();
    const raiser = this.raisers.encrypted(raiserId, given);
    const { userId, name } = actor;
    const payload = { raisers: [raiserId], addedBy: name, ...(userId === null ? {} : { addedById: userId }) };
    const done = await this.send(state, { type: 'JOIN', id: raiserId, actor: SYSTEM, payload }, raiser);
    const receiptCode = (await this.raisers.receiptCodes([raiserId])).get(raiserId) ?? '';
    return { ...this.cases.answer(actor, done), raiserId, receiptCode };
  }

  /** An objection that somebody made by name, who is kept under the id of the command. Who may record it is a rule of the case; the units of the
   *  case read what was said, never who. */
  async object(
    actor: Actor,
    caseId: string,
    { id = uuid(), text, person, absentId }: RecordObjectionInput,
  ): Promise<CommandAnswer> {
    const state = await this.cases.visible(actor, caseId, absentId);
    const objectorId = id.toLowerCase();
    const raiser = this.raisers.encrypted(objectorId, person);
    const inName = absentId === undefined ? {} : { absentId };
    const done = await this.send(
      state,
      { type: 'OBJECT', id: objectorId, actor, payload: { text }, ...inName },
      raiser,
    );
    return this.cases.answer(actor, done);
  }

  /** The command, with the person beside it: both or neither. It rests on the stage that was seen, so that nobody comes in to a case that was
   *  closed a moment before. */
  private async send(
    { id: caseId, version }: CaseState,
    command: Omit<Command, 'caseId' | 'at' | 'expectedVersion'>,
    raiser: EncryptedRaiser,
  ): Promise<Done> {
    const [done] = await this.executor.execute({
      steps: [{ kind: 'command', command: { ...command, caseId, at: this.clock.now(), expectedVersion: version } }],
      raisers: [{ caseId, raiser }],
    });
    return done!;
  }
}

function requireOpen({ value }: CaseState): void {
  if (stageOf(value) !== 'closed') return;
  throw new Refused(
    422,
    'raiser.caseClosed',
    '事项已办结，不能再增加反映人：请重新登记一件，或按回头看重启',
    'The case is closed and takes no more complainants: enter a new one, or reopen this one',
  );
}

function oneOnly(): Refused {
  return new Refused(
    422,
    'raiser.oneOnly',
    '此事项按旧版流程办理，只回访一位反映人；请先由管理员把它转到新版流程',
    'This case runs under an older version, which visits one complainant: an administrator moves it to the newer one first',
  );
}
