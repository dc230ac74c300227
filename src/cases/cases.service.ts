/** What people do with one case: collect it, look at it, send it commands. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { CaseState } from '../domain/case.js';
import type { Actor, Command } from '../domain/command.js';
import { inNameOf } from '../domain/deputies.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { mayKnowOrigin } from '../domain/separation.js';
import { maySee } from '../domain/visibility.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { commandIntent, type Done, type Step } from '../executor/intent.js';
import { allowed, type AllowedCommand } from '../engine/allowed.js';
import { isCommand, type EventRecord } from '../engine/decide.js';
import { comesNext } from '../engine/next-date.js';
import { visitsByName } from '../engine/form.js';
import { nextStep, type NextStep } from '../engine/next-step.js';
import { waitsFor } from '../engine/waits-for.js';
import { Workflows } from '../engine/workflow.js';
import { isUuid, textSent } from '../http/fields.js';
import { CaseStore } from '../store/cases/case.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { SharedQuery } from '../store/sql/shared-query.js';
import type { CaseCoreShown } from '../shown/case-shown.js';
import { nextDateShown, type NextDateShown } from '../shown/next-date-shown.js';
import { caseCore } from './case-core.js';
import type { EventShown } from './case-shown.dto.js';
import type { BatchResult, CollectAnswer, CollectInput, CommandAnswer } from './cases.dto.js';
import { eventLabels } from './event-labels.js';
import { NoticeTextService } from './notice-text.service.js';
import { withoutMeeting, withoutOrigin } from './origin.js';

type Body = Record<string, unknown>;

@Injectable()
export class CasesService {
  /** Commands on cases that this process has not written lately: those of one moment read theirs together. */
  private readonly read = new SharedQuery<string, CaseState>(async (ids) => (await this.cases.load(ids)).cases);

  constructor(
    private readonly executor: CommandExecutor,
    private readonly cases: CaseStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
    private readonly raisers: RaiserStore,
    private readonly noticeText: NoticeTextService,
  ) {}

  /** Collects one issue; the case's id is the command's, so that a retry finds it. `facts`: how another system knows the case. */
  async collect(actor: Actor, input: CollectInput, facts?: { externalKey: string }): Promise<CollectAnswer> {
    const office = actor.roles.find((held) => held.role === 'clerk');
    if (office === undefined)
      throw new Refused(403, 'case.collectForbidden', '只有整改办可以登记', 'Only a clerk collects cases');
    if (!this.referenceData.current().categories.has(input.categoryId))
      throw notFound('category', '问题类别', input.categoryId);
    const id = input.id ?? uuid();
    const raiser = this.raisers.encrypted(id, input.raiser ?? {});
    const step: Step = {
      kind: 'collect',
      collection: {
        id,
        caseId: id,
        actor,
        at: this.clock.now(),
        workflow: input.workflow ?? 'rectification',
        title: input.title,
        description: input.description,
        source: input.source,
        context: {
          officeUnitId: office.unitId,
          categoryId: input.categoryId,
          isKey: input.isKey ?? false,
          raisedOutside: input.raiser !== undefined,
        },
        ...factsOf(input, facts),
        ...(input.raiser === undefined ? {} : { raiser }),
      },
    };
    const [done] = await this.executor.execute({ steps: [step] });
    const codes = input.raiser === undefined ? undefined : await this.raisers.receiptCodes([id]);
    return { ...this.answer(actor, done!), receiptCode: codes?.get(id) ?? '' };
  }

  /** Sends one command; 404 where the sender may not know of the case. */
  async command(actor: Actor, caseId: string, body: Body): Promise<CommandAnswer> {
    // What this process remembers will do for a 404: every rule is asked again over the case as it stands.
    const { memory } = this.cases;
    const remembered = memory.recall([caseId]).get(caseId);
    if (remembered === undefined || !this.sees(actor, remembered)) {
      const state = await this.read.of(caseId);
      if (state === undefined || !this.sees(actor, state)) throw unseen(actor, caseId, body['absentId']);
      // So that the executor need not read it again; what has been written meanwhile is newer.
      if (memory.recall([caseId]).size === 0) memory.remember([state]);
    }
    const command = this.commandOf(actor, caseId, body);
    if (command instanceof Refused) throw command;
    const refused = await this.noticeText.refusalOf(command);
    if (refused !== undefined) throw refused;
    const [done] = await this.executor.execute(commandIntent(command));
    return this.answer(actor, done!);
  }

  /** Sends many commands; each has its own result, in the order given: a line that is no command, or that shows a fault of ours,
   *  takes no other down. */
  async commands(actor: Actor, lines: readonly unknown[]): Promise<BatchResult[]> {
    const bodies = lines.map((line) => (isBody(line) ? line : {}));
    const ids = bodies.map(({ caseId }) => (isUuid(caseId) ? caseId.toLowerCase() : undefined));
    const { cases } = await this.cases.load([...new Set(ids.filter((id) => id !== undefined))]);
    const told = bodies.map((body, at): Command | Refused => {
      const { caseId, ...rest } = body;
      const state = cases.get(ids[at] ?? '');
      if (!isBody(lines[at])) return malformed('每项应为对象', 'Each line must be an object');
      if (state === undefined || !this.sees(actor, state)) return unseen(actor, textSent(caseId), rest['absentId']);
      return this.commandOf(actor, state.id, rest);
    });
    const commands = await Promise.all(
      told.map(async (one) => (one instanceof Refused ? one : ((await this.noticeText.refusalOf(one)) ?? one))),
    );
    const sent = commands.filter((command): command is Command => !(command instanceof Refused));
    const outcomes = await this.executor.executeAll(sent.map(commandIntent));
    let next = 0;
    return commands.map((command, at) => {
      const outcome = command instanceof Refused ? command : outcomes[next++]!;
      const { id, caseId } = bodies[at]!;
      const about = { id: textSent(id), caseId: textSent(caseId) };
      return outcome instanceof Refused
        ? { ...about, ok: false, error: outcome.toJSON() }
        : { ...about, ok: true, answer: this.answer(actor, outcome[0]!) };
    });
  }

  /** The case, if the actor may see it; else 404, as for one that does not exist, or 403 where they are no deputy of `absentId` any more. */
  async visible(actor: Actor, caseId: string, absentId?: string): Promise<CaseState> {
    const state = (await this.cases.load([caseId])).cases.get(caseId);
    if (state === undefined || !this.sees(actor, state)) throw unseen(actor, caseId, absentId);
    return state;
  }

  /** The record of a case whatever the reader may see; undefined where there is none. For rules that ask about another case, never for an answer. */
  async contextOf(caseId: string): Promise<CaseState['context'] | undefined> {
    return (await this.cases.load([caseId])).cases.get(caseId)?.context;
  }

  /** Whether the case's version of its workflow visits each of several raisers. */
  takesSeveralRaisers({ workflow }: CaseState): boolean {
    return visitsByName(this.workflows.nearest(workflow));
  }

  /** What the actor may do with the case now; nothing where only a newer release knows its workflow. */
  allowed(actor: Actor, state: CaseState): AllowedCommand[] {
    const workflow = this.workflows.find(state.workflow);
    if (workflow === undefined) return [];
    return allowed(workflow, state, actor, this.clock.now(), this.referenceData.current());
  }

  /** What the case waits for from the actor, with the step among `steps` that does it; undefined where it waits for others. `proposedAt`: when
   *  the oldest of its orders that wait for a signature was proposed. */
  next(
    actor: Actor,
    state: CaseState,
    proposedAt: Date | null,
    steps = (): AllowedCommand[] => this.allowed(actor, state),
  ): NextStep | undefined {
    const { calendar, units } = this.referenceData.current();
    const workflow = this.workflows.find(state.workflow);
    if (workflow === undefined) return undefined;
    const { policy } = workflow;
    const proposedOn = proposedAt === null ? undefined : calendar.dayOf(proposedAt.getTime());
    const waits = waitsFor(state, policy, calendar, calendar.dayOf(this.clock.now()), { proposedOn });
    return nextStep(actor, waits, units, steps);
  }

  /** What comes next on the case if nobody acts, on the day of reading. */
  nextDate(state: CaseState): NextDateShown | null {
    const refs = this.referenceData.current();
    const workflow = this.workflows.find(state.workflow);
    if (workflow === undefined) return null;
    const { policy } = workflow;
    const today = refs.calendar.dayOf(this.clock.now());
    return nextDateShown(comesNext(state, policy, refs, today), refs.calendar, today);
  }

  /** The case at the moment of reading, as this person may know it. */
  core(actor: Actor, state: CaseState): CaseCoreShown {
    const core = caseCore(state, this.workflows, this.referenceData.current(), this.clock.now());
    return this.knowsOrigin(actor, state) ? core : withoutMeeting(core);
  }

  /** Whether this person may know at which meeting the case was raised. */
  knowsOrigin(actor: Actor, { context }: CaseState): boolean {
    return mayKnowOrigin(actor, context, this.referenceData.current().units);
  }

  /** Events for people: with their names, without anything encrypted, and without the meeting for those who must not know it. */
  eventsShown(actor: Actor, state: CaseState, events: readonly EventRecord[]): EventShown[] {
    return inWords(this.knowsOrigin(actor, state) ? events : events.map(withoutOrigin));
  }

  /** Whether this person may know of the case. */
  sees(actor: Actor, state: CaseState): boolean {
    return maySee(actor, state.context, this.referenceData.current().units);
  }

  /** The answer to a command tells of the moment it was decided, so a repeat is answered in the same words. */
  answer(actor: Actor, { state, events }: Done): CommandAnswer {
    const core = caseCore(state, this.workflows, this.referenceData.current(), state.lastAt);
    return this.knowsOrigin(actor, state)
      ? { case: core, events: inWords(events) }
      : { case: withoutMeeting(core), events: inWords(events.map(withoutOrigin)) };
  }

  private commandOf(actor: Actor, caseId: string, body: Body): Command | Refused {
    const { id, type, expectedVersion, absentId, ...payload } = body;
    if (!isUuid(id)) return malformed('id 应为 UUID', 'id must be a UUID', { fields: [{ field: 'id' }] });
    if (typeof type !== 'string' || !isCommand(type)) {
      const shown = textSent(type);
      return new Refused(400, 'command.unknown', `没有这种操作：${shown}`, `No such command: ${shown}`);
    }
    if (expectedVersion !== undefined && (!Number.isSafeInteger(expectedVersion) || (expectedVersion as number) < 0)) {
      return malformed('expectedVersion 应为整数', 'expectedVersion must be a whole number', {
        fields: [{ field: 'expectedVersion' }],
      });
    }
    if (absentId !== undefined && !isUuid(absentId))
      return malformed('absentId 应为 UUID', 'absentId must be a UUID', { fields: [{ field: 'absentId' }] });
    const command: Command = { id: id.toLowerCase(), type, caseId, actor, at: this.clock.now(), payload };
    return {
      ...command,
      ...(expectedVersion === undefined ? {} : { expectedVersion: expectedVersion as number }),
      ...(absentId === undefined ? {} : { absentId: absentId.toLowerCase() }),
    };
  }
}

/** Why a case cannot be acted on that the sender does not see: that they are a deputy no more, where that is why; else 404, as for none. */
export function unseen(actor: Actor, caseId: string, absentId: unknown): Refused {
  const acting = isUuid(absentId) ? inNameOf(actor, absentId) : undefined;
  return acting instanceof Refused ? acting : notFound('case', '事项', caseId);
}

const isBody = (line: unknown): line is Body => typeof line === 'object' && line !== null && !Array.isArray(line);

const inWords = (events: readonly EventRecord[]): EventShown[] =>
  events.map((event) => ({ ...event, at: new Date(event.at).toISOString(), labels: eventLabels(event) }));

/** How another system knows the case: as it says itself, or by the number that the office typed, which ledgers bear too. */
function factsOf(
  { externalNumber }: CollectInput,
  facts: { externalKey: string } | undefined,
): { facts?: { externalKey: string } } {
  if (facts !== undefined) return { facts };
  return externalNumber === undefined ? {} : { facts: { externalKey: `id:${externalNumber}` } };
}
