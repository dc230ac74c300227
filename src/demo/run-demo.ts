/** DEMO=1: an invented bureau with a year behind it, made by real commands sent through the command executor in virtual time. Two months before
 *  its end the bureau goes over to version 2 of the workflows, as any other does. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { substateOf, type CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { addDays, type Day } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import type { EventRecord } from '../engine/decide.js';
import type { Source, Capacity } from '../domain/words.js';
import type { CommandExecutor } from '../executor/command-executor.js';
import type { Intent } from '../executor/intent.js';
import { sweep } from '../executor/sweep.js';
import type { Dependencies } from '../executor/run-batch.js';
import { AttachmentStore, type NewAttachment } from '../store/files/attachment.store.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import { OpinionStore } from '../store/meetings/opinion.store.js';
import type { Database } from '../store/database/database.js';
import { encryptParticipant } from '../store/encrypted/participant-names.js';
import type { Cipher } from '../store/encrypted/cipher.js';
import { Workflows } from '../engine/workflow.js';
import { linkedCaseId } from '../executor/linked-case.js';
import { migrateCases } from '../executor/migrate-cases.js';
import { RaiserStore, type RaiserGiven } from '../store/encrypted/raiser.store.js';
import { Directory } from '../notify/directory.js';
import { passOn, type PassedOn } from '../notify/pass-on.js';
import { inTransaction } from '../store/database/transaction.js';
import { leaveUntold } from '../store/messages/due-messages.js';
import { ReachStore } from '../store/people/reach.store.js';
import type { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { actsToday } from './behaviour.js';
import { InventedHotline } from './calls.js';
import { Chance } from './chance.js';
import { MeetingsComeBack } from './comes-back.js';
import { GIVEN, MEETINGS, SURNAMES } from './invented.js';
import type { OpenedOffice } from './people.js';
import { picture } from './pictures.js';
import { Raised, titleOf, type Said } from './topics.js';
import { nextToBeShown, towardsNotice } from './towards-notice.js';
import { drawHabits, drawTraits, type Act, type Traits } from './traits.js';

export interface DemoWorld {
  database: Database;
  dependencies: Dependencies;
  referenceData: ReferenceDataStore;
  executor: CommandExecutor;
  cipher: Cipher;
  office: OpenedOffice;
  /** Epoch milliseconds: the present moment, at which the invented year ends. */
  now: number;
}

export interface DemoSummary {
  /** The day from which the bureau worked by the newest version of the workflows. */
  migratedOn: Day;
  cases: number;
  commands: number;
  refused: number;
  meetings: number;
  /** Addresses of what became of the last meeting that was told: for everybody, and one participant's own. */
  results: { open: string | null; own: string | null };
}

const DAYS = 365;
/** Days before the end on which the open cases go over to the newest version. */
const MIGRATED = 61;
/** Days before the end since which the bureau has inboxes. */
const TOLD = 3;
/** Days before the end since which the city's hotline sends its cases itself. */
const CALLED = 24;
/** A meeting is held every so many working days; on the last one before the next, people hear what became of the two before. */
const BETWEEN_MEETINGS = 9;
/** The hotline's own cases come every so many working days. */
const BETWEEN_CALLS = 4;
const PICTURES = 24;
const SOURCES: readonly Source[] = ['hotline', 'hotline', 'chatGroup', 'openDoor', 'inspection', 'selfCheck'];
const PHOTOS: Record<string, string> = { photosBefore: '整改前', photosAfter: '整改后' };
const CAPACITIES: readonly Capacity[] = [
  'npcDeputy',
  'cppccMember',
  'business',
  'lawyer',
  'specialSupervisor',
  'resident',
];

/** Lives the year through, day by day; what is refused on the way is counted, as in a real bureau. `onEvening` is called when a day is over. */
export async function liveOneYear(world: DemoWorld, onEvening?: (day: Day) => Promise<void>): Promise<DemoSummary> {
  const { calendar } = world.dependencies.referenceData.current();
  const today = calendar.dayOf(world.now);
  const year = new Year(world, addDays(today, -MIGRATED));
  for (let day = addDays(today, -DAYS); day <= today; day = addDays(day, 1)) {
    await year.live(day);
    await onEvening?.(day);
  }
  await year.bringToNotice();
  return { ...year.summary, results: await year.results() };
}

class Year {
  readonly summary: Omit<DemoSummary, 'results'>;
  private readonly chance = new Chance(20_260_101);
  /** Whether somebody takes a photograph changes nothing else of the year. */
  private readonly lens = new Chance(20_260_102);
  private readonly pictures = Array.from({ length: PICTURES }, (_, n) => picture(n + 1));
  private readonly traits = new Map<string, Traits>();
  private readonly open = new Set<string>();
  private readonly closedLately = new Map<string, CaseState>();
  private readonly raised = new Raised();
  private readonly raisers: RaiserStore;
  private readonly comesBack: MeetingsComeBack;
  private readonly held: { id: string; clerk: Actor; isTold: boolean }[] = [];
  private hotline: InventedHotline | undefined;
  private readonly newest: Workflows;
  private workday = 0;
  private tells = false;
  private lastWorkday: Day | null = null;

  /** Until the morning of `migratedOn` nobody knows another version of a workflow than its first. */
  constructor(
    private readonly world: DemoWorld,
    migratedOn: Day,
  ) {
    this.summary = { migratedOn, cases: 0, commands: 0, refused: 0, meetings: 0 };
    this.raisers = new RaiserStore(world.database, world.cipher);
    this.comesBack = new MeetingsComeBack({ ...world, cases: world.dependencies.cases });
    this.newest = world.dependencies.workflows;
    world.dependencies.workflows = new Workflows(this.newest.all().filter(({ version }) => version === 1));
  }

  async live(day: Day): Promise<void> {
    const { dependencies, now } = this.world;
    const { calendar } = dependencies.referenceData.current();
    if (day === this.summary.migratedOn) await this.migrate(calendar.at(day, 8));
    const morning = Math.min(calendar.at(day, 9, 1), now);
    while ((await sweep(dependencies, morning, 500)).claimed > 0);
    if (day >= addDays(calendar.dayOf(now), -TOLD)) await this.tell(day, morning);
    if (!calendar.isWorkingDay(day) || calendar.at(day, 17) > now) return;
    this.workday += 1;
    this.lastWorkday = day;
    await this.work(day);
    if (this.workday % BETWEEN_MEETINGS === 0) await this.meet(day);
    await this.send(Array.from({ length: this.chance.between(1, 4) }, () => this.heard(day)));
    if (day >= addDays(calendar.dayOf(now), -CALLED) && this.workday % BETWEEN_CALLS === 0)
      await this.send([await this.called(day)]);
    const isEve = this.workday % BETWEEN_MEETINGS === BETWEEN_MEETINGS - 1;
    if (isEve && day >= this.summary.migratedOn) await this.comeBack(calendar.at(day, 16, 45));
  }

  private async comeBack(at: number): Promise<void> {
    for (const meeting of this.held.slice(-2)) {
      await this.comesBack.tell(meeting.clerk, meeting.id, at);
      meeting.isTold = true;
    }
  }

  /** Where the last meeting that was told is read. */
  async results(): Promise<DemoSummary['results']> {
    const told = this.held.findLast(({ isTold }) => isTold);
    return told === undefined ? { open: null, own: null } : this.comesBack.addresses(told.clerk, told.id);
  }

  /** What is due goes into people's inboxes; what was due before the first such day stays untold, as in a bureau that gets its inbox then. */
  private async tell(day: Day, now: number): Promise<void> {
    const { database, dependencies } = this.world;
    const { calendar, units } = dependencies.referenceData.current();
    const directory = new Directory(await new ReachStore(database).actors(), units);
    const pass = (): Promise<PassedOn> =>
      inTransaction(database.pool, async (client) => {
        if (!this.tells) await leaveUntold(client, calendar.startOf(day));
        this.tells = true;
        return passOn(client, 'due', { now, calendar, directory, inForce: () => Promise.resolve([]) }, 500);
      });
    while ((await pass()).claimed > 0);
  }

  /** On the afternoon of the last day that was worked on, where nothing is shown in public yet. */
  async bringToNotice(): Promise<void> {
    const { dependencies, office } = this.world;
    const { cases } = await dependencies.cases.load([...this.open]);
    const state = nextToBeShown([...this.open].flatMap((id) => cases.get(id) ?? []));
    const traits = state && this.traits.get(state.id);
    if (state === undefined || traits === undefined || this.lastWorkday === null) return;
    const { calendar } = dependencies.referenceData.current();
    let not: string | null = null;
    let minute = 0;
    for (const { who, type, payload, shows = [] } of towardsNotice(state, traits)) {
      const actor: Actor = office.cast.find(who, state.context.leadUnitId, this.chance, not);
      const at = calendar.at(this.lastWorkday, 16, (minute += 5));
      const shown: Record<string, string[]> = {};
      for (const field of shows) shown[field] = await this.attached(state.id, [`${PHOTOS[field]}.png`], actor, at);
      await this.send([this.command(state.id, type, actor, at, { ...payload, ...shown })]);
      not = actor.userId;
    }
  }

  /** The open cases go over to the newest version of their workflow, and new ones get it from now on. */
  private async migrate(at: number): Promise<void> {
    const { dependencies, executor } = this.world;
    while ((await sweep(dependencies, at, 500)).claimed > 0);
    dependencies.workflows = this.newest;
    for (const { name, version, migratesFrom } of this.newest.all()) {
      if (!migratesFrom.some((mapping) => mapping.version === 1)) continue;
      const by = { id: null, name: '系统管理员' };
      await migrateCases(executor, dependencies, { name, from: 1, to: version, by, at, dryRun: false });
    }
  }

  /** Everybody looks at the cases that wait for them. */
  private async work(day: Day): Promise<void> {
    const { dependencies, office } = this.world;
    const { calendar } = dependencies.referenceData.current();
    const loaded = (await dependencies.cases.load([...this.open])).cases;
    // In the order in which they came in: the same chance then invents the same year.
    const cases = new Map([...this.open].flatMap((id) => (loaded.has(id) ? [[id, loaded.get(id)!] as const] : [])));
    const intents: Intent[] = [];
    // Time closes cases too: those whose notice has run out.
    for (const [id, { context }] of cases) if (context.outcome !== null) this.open.delete(id);
    for (const state of [...cases.values(), ...this.closedLately.values()]) {
      const traits = this.traits.get(state.id);
      if (traits === undefined) continue;
      const acts =
        substateOf(state.value) === 'collected'
          ? this.triage(state, traits, day, cases)
          : actsToday(state, traits, day, calendar, this.chance);
      for (const act of acts) {
        const payload = this.named(act, state, traits, cases);
        if (payload === undefined) continue;
        const actor = office.cast.find(act.who, state.context.leadUnitId, this.chance, act.not);
        const at = this.moment(day);
        const evidence = act.type === 'SUBMIT' ? { evidence: await this.photograph(state.id, actor, at) } : {};
        const shown: Record<string, string[]> = {};
        for (const field of act.shows ?? [])
          shown[field] = await this.attached(state.id, [`${PHOTOS[field]}.png`], actor, at);
        intents.push(this.command(state.id, act.type, actor, at, { ...payload, ...evidence, ...shown }));
      }
    }
    await this.send(intents);
  }

  /** The payload with the units and cases that only the bureau knows; undefined where there is none to name. */
  private named(
    { type, payload }: Act,
    state: CaseState,
    traits: Traits,
    cases: ReadonlyMap<string, CaseState>,
  ): Record<string, unknown> | undefined {
    const { unitIds } = this.world.office;
    if (type === 'DECLINE') return { ...payload, suggestedUnitId: unitIds.get('order')! };
    if (type === 'TRANSFER') {
      const to = ['order', 'east', 'west', 'traffic'].find((key) => unitIds.get(key) !== state.context.leadUnitId)!;
      return { ...payload, leadUnitId: unitIds.get(to)! };
    }
    if (!('caseId' in payload)) return payload;
    const caseId = this.alike(state, traits, cases);
    return caseId === undefined ? undefined : { ...payload, caseId };
  }

  /** An open case about the same kind of thing, the newest first. */
  private alike({ id }: CaseState, { topic }: Traits, cases: ReadonlyMap<string, CaseState>): string | undefined {
    return [...cases.values()].findLast(
      (other) =>
        other.id !== id &&
        other.context.outcome === null &&
        other.context.period > 0 &&
        this.traits.get(other.id)?.topic === topic,
    )?.id;
  }

  /** Nine in ten who hand in a fix show it, some of them twice; the ids of the pictures. */
  private async photograph(caseId: string, actor: Actor, at: number): Promise<string[]> {
    if (!this.lens.odds(0.9)) return [];
    const names = this.lens.odds(0.3) ? ['整改后.png', '整改后（另一角度）.png'] : ['整改后.png'];
    return this.attached(caseId, names, actor, at);
  }

  private async attached(caseId: string, names: readonly string[], { userId }: Actor, at: number): Promise<string[]> {
    const files = names.map((name) => handedIn(name, this.lens.pick(this.pictures)));
    const rows = await new AttachmentStore(this.world.database).add(caseId, files, { personId: userId, at });
    return rows.map(({ id }) => id);
  }

  private triage(state: CaseState, traits: Traits, day: Day, cases: ReadonlyMap<string, CaseState>): Act[] {
    const { office } = this.world;
    const { desk, origin } = state.context;
    if (origin !== undefined) {
      const dueOn = origin.dueOn === null ? {} : { dueOn: origin.dueOn };
      const payload = { leadUnitId: office.unitIds.get(traits.unit)!, ...dueOn };
      return origin.dueOn !== null && origin.dueOn < day
        ? []
        : [{ who: desk === 'supervisors' ? 'supervisor' : 'clerk', type: 'ASSIGN', payload }];
    }
    const mayDrop = !state.context.isKey; // a key case is dropped by a leader alone
    if (mayDrop && traits.fate === 'reject')
      return [{ who: 'clerk', type: 'REJECT', payload: { reason: '不属公安机关职责，已告知反映人向主管部门反映' } }];
    const other = traits.fate === 'merge' ? this.alike(state, traits, cases) : undefined;
    if (mayDrop && other !== undefined) {
      return [{ who: 'clerk', type: 'MERGE', payload: { caseId: other, reason: '与在办事项为同一问题' } }];
    }
    const leadUnitId = office.unitIds.get(state.context.declines > 0 ? 'order' : traits.unit)!;
    const milestones = [
      { name: '摸底排查', dueOn: addDays(day, 21) },
      { name: '集中整治', dueOn: addDays(day, 49) },
      { name: '巩固提升', dueOn: addDays(day, 77) },
    ];
    const staged = state.workflow.name === 'staged';
    return [{ who: 'clerk', type: 'ASSIGN', payload: { leadUnitId, ...(staged ? { milestones } : {}) } }];
  }

  /** One issue from a source other than a meeting. */
  private heard(day: Day): Intent {
    const source = this.chance.pick(SOURCES);
    return this.collection(this.moment(day), source, source !== 'selfCheck' && source !== 'inspection', null).intent;
  }

  /** A call that the city's hotline passed on. */
  private async called(day: Day): Promise<Intent> {
    const { office, dependencies } = this.world;
    const { calendar, categories } = dependencies.referenceData.current();
    const at = this.moment(day);
    this.hotline ??= await InventedHotline.open(this.world, {
      officeUnitId: office.unitIds.get('root')!,
      categoryId: [...categories.values()].at(-1)!.id,
      by: office.cast.find('clerk', null, this.lens).userId!,
      at,
    });
    const raised = this.raised.next(this.chance);
    const number = `LJ${day.replaceAll('-', '')}${this.lens.between(1000, 9999)}`;
    const caseId = await this.hotline.take({
      ...{ number, text: raised.text, raisedAt: `${day} 09:12`, at },
      dueOn: calendar.dueDay(day, 10).day,
    });
    return this.collection(at, 'hotline', true, null, { raised, caseId, actor: this.hotline.actor }).intent;
  }

  /** A meeting with its opinions, each adopted into a case. */
  private async meet(day: Day): Promise<void> {
    const { database, office } = this.world;
    const clerk = office.cast.find('clerk', null, this.chance);
    const at = this.moment(day);
    const [id, topic] = [uuid(), this.chance.pick(MEETINGS)];
    const participants = Array.from({ length: this.chance.between(5, 9) }, () => {
      const [participantId, name] = [uuid(), this.name()];
      const encrypted = encryptParticipant(this.world.cipher, participantId, { name });
      return { id: participantId, name, encrypted, standing: this.chance.pick(CAPACITIES) };
    });
    const [hostUnitId, officeUnitId] = [office.unitIds.get('root')!, clerk.roles[0]!.unitId];
    await new MeetingStore(database).add({
      id,
      title: `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${topic}`,
      kind: topic === '警民恳谈会' ? 'policeResident' : topic.startsWith('企业家') ? 'business' : 'publicInput',
      heldOn: day,
      place: this.chance.pick(['局机关三楼会议室', '滨河社区活动中心', '开发区企业服务中心']),
      hostUnitId,
      officeUnitId,
      createdBy: clerk.userId,
      at,
      participants: participants.map(({ name: _, encrypted, ...one }) => ({ ...one, ...encrypted })),
    });
    const heard = participants.map((participant) => {
      // Whoever spoke is the raiser, as where a clerk adopts it; a few want to be unnamed there.
      const { anonymous, contact } = this.caller();
      const raiser = anonymous ? { anonymous } : { name: participant.name, contact, participantId: participant.id };
      const { intent, text, caseId } = this.collection(at, 'meeting', true, id, { raiser });
      return { intent, caseId, opinion: { id: uuid(), participantId: participant.id, text, categoryId: null } };
    });
    await new OpinionStore(database).add(
      id,
      heard.map(({ opinion }) => opinion),
      clerk.userId,
      at,
    );
    await this.send(
      heard.map(({ intent, caseId, opinion }) => ({
        ...intent,
        triages: [{ opinionId: opinion.id, outcome: 'adopted', caseId, answer: '', personId: clerk.userId, at }],
      })),
    );
    this.held.push({ id, clerk, isTold: false });
    this.summary.meetings += 1;
  }

  private collection(
    at: number,
    source: Source,
    raisedOutside: boolean,
    meetingId: string | null,
    {
      raised: { topic, text } = this.raised.next(this.chance),
      caseId = uuid(),
      actor,
      raiser,
    }: { raised?: Said; caseId?: string; actor?: Actor; raiser?: RaiserGiven } = {},
  ): { intent: Intent; text: string; caseId: string } {
    const { office, dependencies } = this.world;
    const traits = drawTraits(this.chance, topic, text);
    const { categories } = dependencies.referenceData.current();
    const category = [...categories.values()].find(({ code }) => code === topic.category);
    this.traits.set(caseId, traits);
    const intent: Intent = {
      steps: [
        {
          kind: 'collect',
          collection: {
            id: caseId,
            caseId,
            actor: actor ?? office.cast.find('clerk', null, this.chance),
            at,
            workflow: traits.staged ? 'staged' : this.chance.odds(0.25) ? 'immediate' : 'rectification',
            title: titleOf(text),
            description: text,
            source,
            context: {
              officeUnitId: office.unitIds.get('root')!,
              categoryId: category?.id ?? null,
              isKey: this.chance.odds(0.06),
              raisedOutside,
            },
            facts: { meetingId },
            ...(raisedOutside ? { raiser: this.raisers.encrypted(caseId, raiser ?? this.caller()) } : {}),
          },
        },
      ],
    };
    return { intent, text, caseId };
  }

  private async send(intents: Intent[]): Promise<void> {
    for (const outcome of await this.world.executor.executeAll(intents)) {
      this.summary.commands += 1;
      if (outcome instanceof Refused) {
        this.summary.refused += 1;
        continue;
      }
      for (const { state, events } of outcome) {
        this.linked(state, events);
        if (state.version === 1) this.summary.cases += 1;
        if (state.context.outcome === null) this.open.add(state.id);
        else this.open.delete(state.id);
        if (this.traits.get(state.id)?.relapses !== true) continue;
        if (state.context.closedOn === null) this.closedLately.delete(state.id);
        else this.closedLately.set(state.id, state);
      }
    }
  }

  /** The cases that came out of this one are lived with too: parts by the same unit, what is said about manner by those who train people. */
  private linked(state: CaseState, events: readonly EventRecord[]): void {
    const traits = this.traits.get(state.id);
    if (traits === undefined) return;
    for (const { seq, effects } of events) {
      for (const effect of effects) {
        if (effect.kind !== 'collect') continue;
        const id = linkedCaseId(state.id, seq, effect.nth);
        const isManner = effect.context.desk === 'supervisors';
        const unit = isManner
          ? { unit: 'politics', measure: '约见经办人谈话提醒，当面致歉', lasting: '窗口服务每月抽查回访' }
          : {};
        this.traits.set(id, {
          ...traits,
          ...drawHabits(this.chance),
          turn: 'none',
          visit: 'fixed',
          fate: 'normal',
          ...unit,
        });
        this.open.add(id);
        this.summary.cases += 1;
      }
    }
  }

  private command(caseId: string, type: string, actor: Actor, at: number, payload: Record<string, unknown>): Intent {
    return { steps: [{ kind: 'command', command: { id: uuid(), type, caseId, actor, at, payload } }] };
  }

  private moment(day: Day): number {
    const { calendar } = this.world.dependencies.referenceData.current();
    return calendar.at(day, 9, 30) + this.chance.between(0, 7 * 3600) * 1000;
  }

  /** Somebody who called. */
  private caller(): RaiserGiven {
    return this.lens.odds(0.1)
      ? { anonymous: true }
      : { name: this.lens.pick(SURNAMES) + this.lens.pick(GIVEN), contact: `1380000${this.lens.between(1000, 9999)}` };
  }

  private name(): string {
    return this.chance.pick(SURNAMES) + this.chance.pick(GIVEN);
  }
}

/** A picture as it was handed in; it is cleaned like everybody's, when somebody looks at it or by the job. */
function handedIn(name: string, bytes: Buffer): NewAttachment {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = { sha256, originalSha256: sha256, cleaning: 'waiting', thumbnail: null } as const;
  return { name, mediaType: 'image/png', size: bytes.length, pieces: () => [bytes], ...kept };
}
