/** DEMO=1: an invented bureau with a year behind it, made by real commands sent through the command executor in virtual time. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { substateOf, type CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { addDays, type Day } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
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
import { actsToday, drawTraits, type Traits } from './behaviour.js';
import { Chance } from './chance.js';
import { GIVEN, MEETINGS, PLACES, SURNAMES, TOPICS } from './invented.js';
import type { OpenedOffice } from './people.js';
import { picture } from './pictures.js';

export interface DemoWorld {
  database: Database;
  dependencies: Dependencies;
  executor: CommandExecutor;
  cipher: Cipher;
  office: OpenedOffice;
  /** Epoch milliseconds: the present moment, at which the invented year ends. */
  now: number;
}

export interface DemoSummary {
  cases: number;
  commands: number;
  refused: number;
  meetings: number;
}

const DAYS = 365;
const PICTURES = 24;
const SOURCES: readonly Source[] = ['hotline', 'hotline', 'chatGroup', 'openDoor', 'inspection', 'selfCheck'];
const CAPACITIES: readonly Capacity[] = [
  'npcDeputy',
  'cppccMember',
  'business',
  'lawyer',
  'specialSupervisor',
  'resident',
];

/** Lives the year through, day by day; what is refused on the way is counted, as in a real bureau. */
export async function liveOneYear(world: DemoWorld): Promise<DemoSummary> {
  const year = new Year(world);
  const { calendar } = world.dependencies.referenceData.current();
  const today = calendar.dayOf(world.now);
  for (let day = addDays(today, -DAYS); day <= today; day = addDays(day, 1)) await year.live(day);
  return year.summary;
}

class Year {
  readonly summary: DemoSummary = { cases: 0, commands: 0, refused: 0, meetings: 0 };
  private readonly chance = new Chance(20_260_101);
  /** Whether somebody takes a photograph changes nothing else of the year. */
  private readonly lens = new Chance(20_260_102);
  private readonly pictures = Array.from({ length: PICTURES }, (_, n) => picture(n + 1));
  private readonly traits = new Map<string, Traits>();
  private readonly open = new Set<string>();
  private readonly closedLately = new Map<string, CaseState>();
  private workday = 0;

  constructor(private readonly world: DemoWorld) {}

  async live(day: Day): Promise<void> {
    const { dependencies, now } = this.world;
    const { calendar } = dependencies.referenceData.current();
    const morning = Math.min(calendar.at(day, 9, 1), now);
    while ((await sweep(dependencies, morning, 500)).claimed > 0);
    if (!calendar.isWorkingDay(day) || calendar.at(day, 17) > now) return;
    this.workday += 1;
    await this.work(day);
    if (this.workday % 9 === 0) await this.meet(day);
    await this.send(Array.from({ length: this.chance.between(1, 4) }, () => this.heard(day)));
  }

  /** Everybody looks at the cases that wait for them. */
  private async work(day: Day): Promise<void> {
    const { dependencies, office } = this.world;
    const { calendar } = dependencies.referenceData.current();
    const { cases } = await dependencies.cases.load([...this.open]);
    const intents: Intent[] = [];
    for (const state of [...cases.values(), ...this.closedLately.values()]) {
      const traits = this.traits.get(state.id);
      if (traits === undefined) continue;
      const acts =
        substateOf(state.value) === 'collected'
          ? this.triage(state, traits, day)
          : actsToday(state, traits, day, calendar, this.chance);
      for (const { who, type, payload } of acts) {
        const given = type === 'DECLINE' ? { ...payload, suggestedUnitId: office.unitIds.get('order')! } : payload;
        const actor = office.cast.find(who, state.context.leadUnitId, this.chance);
        const at = this.moment(day);
        const evidence = type === 'SUBMIT' ? { evidence: await this.photograph(state.id, actor, at) } : {};
        intents.push(this.command(state.id, type, actor, at, { ...given, ...evidence }));
      }
    }
    await this.send(intents);
  }

  /** Nine in ten who hand in a fix show it, some of them twice; the ids of the pictures. */
  private async photograph(caseId: string, { userId }: Actor, at: number): Promise<string[]> {
    if (!this.lens.odds(0.9)) return [];
    const names = this.lens.odds(0.3) ? ['整改后.png', '整改后（另一角度）.png'] : ['整改后.png'];
    const files = names.map((name) => handedIn(name, this.lens.pick(this.pictures)));
    const rows = await new AttachmentStore(this.world.database).add(caseId, files, { personId: userId, at });
    return rows.map(({ id }) => id);
  }

  private triage(
    state: CaseState,
    traits: Traits,
    day: Day,
  ): { who: 'clerk'; type: string; payload: Record<string, unknown> }[] {
    const { office } = this.world;
    const mayDrop = !state.context.isKey; // a key case is dropped by a leader alone
    if (mayDrop && traits.fate === 'reject')
      return [{ who: 'clerk', type: 'REJECT', payload: { reason: '不属公安机关职责，已告知反映人向主管部门反映' } }];
    const other = [...this.open].find((id) => id !== state.id);
    if (mayDrop && traits.fate === 'merge' && other !== undefined) {
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

  /** A meeting with its opinions, each adopted into a case. */
  private async meet(day: Day): Promise<void> {
    const { database, office } = this.world;
    const clerk = office.cast.find('clerk', null, this.chance);
    const at = this.moment(day);
    const [id, topic] = [uuid(), this.chance.pick(MEETINGS)];
    const participants = Array.from({ length: this.chance.between(5, 9) }, () => {
      const participantId = uuid();
      const encrypted = encryptParticipant(this.world.cipher, participantId, { name: this.name() });
      return { id: participantId, ...encrypted, standing: this.chance.pick(CAPACITIES) };
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
      participants,
    });
    const heard = participants.map((participant) => {
      const { intent, text, caseId } = this.collection(at, 'meeting', true, id);
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
    this.summary.meetings += 1;
  }

  private collection(
    at: number,
    source: Source,
    raisedOutside: boolean,
    meetingId: string | null,
  ): { intent: Intent; text: string; caseId: string } {
    const { office, dependencies } = this.world;
    const [code, unit, issue, measure, lasting] = this.chance.pick(TOPICS);
    const traits = drawTraits(this.chance, { unit, measure, lasting });
    const text = issue.replace('{}', this.chance.pick(PLACES));
    const category = [...dependencies.referenceData.current().categories.values()].find((one) => one.code === code);
    const caseId = uuid();
    this.traits.set(caseId, traits);
    const intent: Intent = {
      steps: [
        {
          kind: 'collect',
          collection: {
            id: caseId,
            caseId,
            actor: office.cast.find('clerk', null, this.chance),
            at,
            workflow: traits.staged ? 'staged' : this.chance.odds(0.25) ? 'immediate' : 'rectification',
            title: text.split('，')[0]!,
            description: text,
            source,
            context: {
              officeUnitId: office.unitIds.get('root')!,
              categoryId: category?.id ?? null,
              isKey: this.chance.odds(0.06),
              raisedOutside,
            },
            facts: { meetingId },
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
      for (const { state } of outcome) {
        if (state.version === 1) this.summary.cases += 1;
        if (state.context.outcome === null) this.open.add(state.id);
        else this.open.delete(state.id);
        if (this.traits.get(state.id)?.relapses !== true) continue;
        if (state.context.closedOn === null) this.closedLately.delete(state.id);
        else this.closedLately.set(state.id, state);
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

  private name(): string {
    return this.chance.pick(SURNAMES) + this.chance.pick(GIVEN);
  }
}

/** A picture as it was handed in; it is cleaned like everybody's, when somebody looks at it or by the job. */
function handedIn(name: string, bytes: Buffer): NewAttachment {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = { sha256, originalSha256: sha256, cleaning: 'waiting', thumbnail: null } as const;
  return { name, mediaType: 'image/png', size: bytes.length, read: () => Promise.resolve(bytes), ...kept };
}
