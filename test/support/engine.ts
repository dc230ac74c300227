/** Builders for the pure tier: an invented bureau, its people by what they are, and a case driven through real commands only. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Calendar } from '../../src/domain/calendar.js';
import { freshContext, substateOf, type CaseContext, type CaseState } from '../../src/domain/case.js';
import { SYSTEM, type Actor, type Command, type RoleAt } from '../../src/domain/command.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { Refused } from '../../src/domain/errors.js';
import type { Category } from '../../src/domain/policy.js';
import { UnitTree } from '../../src/domain/units.js';
import type { Role } from '../../src/domain/words.js';
import { checkedWorkflow } from '../../src/engine/check-workflow.js';
import { advance, collect, decide, type Decision, type EventRecord } from '../../src/engine/decide.js';
import type { Effect, IssuedOrder, Message } from '../../src/engine/effects.js';
import type { ReferenceData, RelatedCase } from '../../src/engine/env.js';
import { COMMANDS } from '../../src/engine/commands.js';
import { formOf } from '../../src/engine/form.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { calendarYearsFromChineseDays } from '../../src/store/reference-data/chinese-days.js';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The tenant: an office above everything, a lead unit with a squad below it, a supporting unit and one that has no part. */
export const UNIT = { office: uuid(1), lead: uuid(2), squad: uuid(3), support: uuid(4), other: uuid(5) } as const;
export const units = new UnitTree([
  { id: UNIT.office, name: '市局整改办', parentId: null, leaderId: null, liaisonId: null },
  // Its responsible leader is named: ACTOR.unitLeader.
  { id: UNIT.lead, name: '城东分局', parentId: UNIT.office, leaderId: uuid(107), liaisonId: null },
  { id: UNIT.squad, name: '城东分局治安大队', parentId: UNIT.lead, leaderId: null, liaisonId: null },
  { id: UNIT.support, name: '交警支队', parentId: UNIT.office, leaderId: null, liaisonId: null },
  { id: UNIT.other, name: '城西分局', parentId: UNIT.office, leaderId: null, liaisonId: null },
]);

export const CATEGORY = { order: uuid(11), noise: uuid(12) } as const;
const categories = new Map<string, Category>([
  [CATEGORY.order, { id: CATEGORY.order, code: 'publicOrder', parentId: null }],
  [CATEGORY.noise, { id: CATEGORY.noise, code: 'noise', parentId: CATEGORY.order }],
]);

export const calendar = new Calendar(calendarYearsFromChineseDays(), 'Asia/Shanghai');
export const refs: ReferenceData = { calendar, units, categories };

let people = 100;
function person(name: string, role: Role, at: string, belongsTo = at): Actor {
  people += 1;
  return { userId: uuid(people), name, unitId: belongsTo, roles: [{ role, unitId: at }], via: 'web' };
}

const JUDGING: RoleAt[] = (['clerk', 'supervisor', 'visitor', 'leader'] as const).map((role) => ({
  role,
  unitId: UNIT.office,
}));
function wearing(name: string, unitId: string, roles: RoleAt[]): Actor {
  people += 1;
  return { userId: uuid(people), name, unitId, roles, via: 'web' };
}

/** One person of each kind; `…InLead` holds a role of the whole tenant but belongs to the lead unit. The last three hold every role
 *  that judges: one of them is a handler of the lead unit too, one was, and one belongs to the supporting unit. */
export const ACTOR = {
  clerk: person('整改办 王敏', 'clerk', UNIT.office),
  clerkInLead: person('分局挂职 周洁', 'clerk', UNIT.office, UNIT.lead),
  handler: person('承办人 李强', 'handler', UNIT.lead),
  otherHandler: person('城西承办人 赵磊', 'handler', UNIT.other),
  supporter: person('交警承办人 陈军', 'handler', UNIT.support),
  liaison: person('联络员 孙丽', 'liaison', UNIT.lead),
  unitLeader: person('分局长 吴刚', 'unitLeader', UNIT.lead),
  supervisor: person('督导组 郑洁', 'supervisor', UNIT.office),
  supervisorInLead: person('督导组（城东） 冯涛', 'supervisor', UNIT.office, UNIT.squad),
  visitor: person('回访员 何静', 'visitor', UNIT.office),
  visitorInLead: person('回访员（城东） 曹阳', 'visitor', UNIT.office, UNIT.lead),
  leader: person('领导小组 刘副局长', 'leader', UNIT.office),
  leaderInLead: person('领导小组（城东） 马副局长', 'leader', UNIT.office, UNIT.lead),
  administrator: person('管理员', 'administrator', UNIT.office),
  auditor: person('审计 高原', 'auditor', UNIT.office),
  twoHats: wearing('兼职 许晨', UNIT.office, [...JUDGING, { role: 'handler', unitId: UNIT.lead }]),
  moved: {
    ...wearing('调任 沈冰', UNIT.office, JUDGING),
    past: [{ role: 'handler', unitId: UNIT.lead, until: Date.UTC(2100, 0) }],
  },
  judgeInSupport: wearing('交警 唐宁', UNIT.support, JUDGING),
  system: SYSTEM,
} as const;
export type ActorKind = keyof typeof ACTOR;

/** Second people of the office, for what takes two: lent from another unit. */
export const SECOND = {
  clerk: person('整改办（借调） 韩雪', 'clerk', UNIT.office, UNIT.other),
  supervisor: person('督导组（借调） 郭峰', 'supervisor', UNIT.office, UNIT.other),
  leader: person('领导小组 邓副局长', 'leader', UNIT.office, UNIT.other),
} as const;

const fileName = (name: string, version: 1 | 2): string => `${name}.v${version}.json`;

/** The workflow file as it stands on disk. */
export function workflowFile(name: string, version: 1 | 2 = 1): { text: string; file: unknown; fileName: string } {
  const text = readFileSync(resolve(__dirname, '../../workflows', fileName(name, version)), 'utf8');
  return { text, file: JSON.parse(text), fileName: fileName(name, version) };
}

/** The workflow, checked and compiled. */
export function shippedWorkflow(name: string, version: 1 | 2 = 1): Workflow {
  const { text, file, fileName: called } = workflowFile(name, version);
  return checkedWorkflow(file, createHash('sha256').update(text).digest('hex'), called);
}

export const rectification = shippedWorkflow('rectification');
export const immediate = shippedWorkflow('immediate');
export const staged = shippedWorkflow('staged');
/** Version 2, which new cases get. */
export const rectification2 = shippedWorkflow('rectification', 2);
export const immediate2 = shippedWorkflow('immediate', 2);
export const staged2 = shippedWorkflow('staged', 2);

/** The instant at which the office's clock shows `HH:MM` on the day. */
export function at(day: Day, time = '10:00'): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return calendar.at(day, hour, minute);
}

/** What the office's clock shows at the instant: `2026-10-09 09:00`. */
export function shown(instant: number): string {
  const day = calendar.dayOf(instant);
  const minutes = Math.round((instant - calendar.startOf(day)) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A payload that is complete and allowed for each command, so that only people and stage decide. */
export function payloadFor(type: string, workflow: Workflow, today: Day): Record<string, unknown> {
  const soon = calendar.dueDay(today, 5).day;
  const later = calendar.dueDay(today, 20).day;
  const order = { period: 1, rung: 'red' };
  const payloads: Record<string, Record<string, unknown>> = {
    ASSIGN: {
      leadUnitId: UNIT.lead,
      supportingUnitIds: [UNIT.support],
      categoryId: CATEGORY.order,
      ...(workflow.track === 'staged'
        ? {
            milestones: [
              { name: '摸底', dueOn: soon },
              { name: '整治', dueOn: later },
            ],
          }
        : {}),
    },
    REJECT: { reason: '不属公安职责' },
    MERGE: { caseId: uuid(900), reason: '同一事项' },
    TAKE_OVER: { leadUnitId: UNIT.lead, categoryId: CATEGORY.order },
    DECLINE: { reason: '不在辖区', suggestedUnitId: UNIT.other },
    PROGRESS: { text: '已现场勘查' },
    SUBMIT: { measure: '增设路灯 12 盏', lastingMeasure: '每月巡检' },
    PASS: { method: 'onSite' },
    RETURN: { reason: '只修了一半' },
    REQUEST_EXTENSION: { days: 5, reason: '等待配件' },
    REFUSE_EXTENSION: { reason: '理由不充分' },
    PARK: { reason: '待市里统一改造', reviewOn: later },
    RECORD_VISIT: { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' },
    CLOSE_UNVERIFIED: { reason: '三次均无人接听' },
    REOPEN: { reason: '回头看发现反弹' },
    WITHDRAW: { reason: '反映人撤回' },
    COMMENT: { text: '请注意时限' },
    JOIN: { fromCaseId: uuid(901), fromNumber: 'ZG-2026-000002' },
    RECOMPUTE_DUE: { year: 2027 },
    REPLY_ORDER: { ...order, text: '正在整改' },
    SIGN_ORDER: order,
    WAIVE_ORDER: { ...order, reason: '不可抗力' },
    INSTRUCT_ORDER: { ...order, instruction: '限三日办结' },
  };
  // Only what the workflow asks for: the form of version 1 lacks what came later.
  const asked = Object.keys(formOf(workflow, type)?.properties ?? {});
  const isAsked = payloads[type] === undefined || asked.length > Object.keys(COMMANDS[type]!.schema.properties).length;
  return { ...payloads[type], ...(isAsked ? payloadSince2(type, soon, today) : {}) };
}

/** What the forms of version 2 have besides. */
function payloadSince2(type: string, soon: Day, today: Day): Record<string, unknown> {
  const tomorrow = addDays(today, 1);
  const photos = { photosBefore: [uuid(700)], photosAfter: [uuid(701)] };
  const payloads: Record<string, Record<string, unknown>> = {
    SUBMIT: { otherPlaces: '同路段其余 9 盏路灯', ...photos },
    PASS: photos,
    REPLY_ORDER: { rung: 'blue', cause: '配件缺货', isFinal: false, promisedOn: tomorrow },
    WAIVE_ORDER: { reviewOn: soon },
    URGE: { text: '请抓紧办理' },
    TRANSFER: { leadUnitId: UNIT.other, reason: '属城西管辖' },
    SPLIT: { parts: [{ title: '噪声扰民', description: '夜间施工噪声' }], reason: '两件事' },
    CORRECT: { title: '路灯不亮', reason: '标题有误' },
    ASK_DEPARTURE: { kind: 'withdraw', reason: '反映人撤回' },
    REFUSE_DEPARTURE: { reason: '理由不充分' },
    RECORD_TALK: {
      heldOn: today,
      place: '局三楼会议室',
      attendees: '刘副局长约谈吴刚',
      questions: '为何两次逾期',
      explanation: '人手不足',
      demands: '十日内办结',
      pledge: '按期办结',
      pledgeOn: soon,
    },
    CLOSE_DISPUTED: { reason: '已依规办结，反映人诉求超出政策' },
    OBJECT: { text: '仍有两盏不亮' },
    DISMISS_OBJECTION: { reason: '现场复查均已点亮' },
  };
  return payloads[type] ?? {};
}

const OPEN_CASE: RelatedCase = {
  id: uuid(900),
  number: 'ZG-2026-000001',
  stage: 'deadline',
  officeUnitId: UNIT.office,
};
/** Another open case into which one may be merged. */
export const related: ReadonlyMap<string, RelatedCase> = new Map([[OPEN_CASE.id, OPEN_CASE]]);

/** A case not yet collected, version 0. */
export function unborn(workflow: Workflow, when: number, context: Partial<CaseContext> = {}): CaseState {
  const { name, version, hash, track } = workflow;
  return {
    id: uuid(500),
    workflow: { name, version, hash },
    value: '',
    context: freshContext({ officeUnitId: UNIT.office, categoryId: CATEGORY.order, ...context }),
    facts: {
      number: 'ZG-2026-000123',
      source: 'meeting',
      track,
      collectedAt: when,
      collectedOn: calendar.dayOf(when),
      meetingId: null,
      planId: null,
      externalKey: null,
    },
    version: 0,
    lastAt: when,
    timers: [],
    head: '',
  };
}

let commands = 0;
/** A command with an id of its own. */
export function command(type: string, actor: Actor, when: number, payload: Record<string, unknown>): Command {
  commands += 1;
  return { id: uuid(1_000_000 + commands), type, caseId: uuid(500), actor, at: when, payload };
}

/** One case and everything that happened to it; each verb sends a real command through `decide`. */
export class Drive {
  readonly events: EventRecord[] = [];
  state: CaseState;
  refs: ReferenceData = refs;

  constructor(
    readonly workflow: Workflow,
    when: number,
    context: Partial<CaseContext> = {},
  ) {
    const first = unborn(workflow, when, context);
    this.state = first;
    this.take(collect(workflow, first, command('COLLECT', ACTOR.clerk, when, {}), refs));
  }

  /** What `decide` answers, without going there. */
  ask(type: string, actor: Actor, when: number, payload: Record<string, unknown> = {}): Decision | Refused {
    const whole = { ...payloadFor(type, this.workflow, calendar.dayOf(when)), ...payload };
    return decide(this.workflow, this.state, command(type, actor, when, whole), this.refs, related);
  }

  /** Sends the command; throws the refusal where there is one. */
  send(type: string, actor: Actor, when: number, payload: Record<string, unknown> = {}): this {
    const decision = this.ask(type, actor, when, payload);
    if (decision instanceof Refused) throw decision;
    return this.take(decision);
  }

  /** Sends the command and gives the code of the refusal, or 'ok'. */
  code(type: string, actor: Actor, when: number, payload: Record<string, unknown> = {}): string {
    const decision = this.ask(type, actor, when, payload);
    if (decision instanceof Refused) return decision.code;
    this.take(decision);
    return 'ok';
  }

  /** Lets time pass: every timer that falls due fires. */
  until(when: number): this {
    return this.take(advance(this.workflow, this.state, when, this.refs));
  }

  get context(): CaseContext {
    return this.state.context;
  }

  /** The place inside the stage, e.g. `rectifying`. */
  get place(): string {
    return substateOf(this.state.value);
  }

  /** The place of the clock, e.g. `overdue.blue`. */
  get clock(): string {
    const clock = (this.state.value as Record<string, unknown>)['clock'];
    return typeof clock === 'string'
      ? clock
      : Object.entries(clock as object).map(([key, inner]) => `${key}.${inner}`)[0]!;
  }

  /** All effects so far of one kind. */
  effects<K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }>[] {
    return this.events
      .flatMap((event) => event.effects)
      .filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
  }

  /** Orders so far as `blue 2026-10-09 09:00`. */
  get orders(): string[] {
    return this.effects('order').map((order: IssuedOrder) => `${order.rung} ${shown(order.issuedAt)}`);
  }

  /** Messages of a topic as the moments at which they go out. */
  messages(topic: string): string[] {
    return this.effects('message')
      .filter((message: Message) => message.topic === topic)
      .map((message: Message) => `${message.role} ${shown(message.deliverAt)}`);
  }

  private take(decision: Decision): this {
    if (decision.deadLettered.length > 0) throw new Error(`poisoned: ${JSON.stringify(decision.deadLettered)}`);
    this.state = decision.state;
    this.events.push(...decision.events);
    return this;
  }
}
