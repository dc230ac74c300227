/** What the invented service answers: a small tenant with cases in every light. */
import { clockWords, type Sentence } from '../../src/domain/clock-words.js';
import type { CommandSpec } from '../../src/engine/commands.js';
import { atLength } from '../support/length.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const UNITS: [string, number | null][] = [
  ['某市公安局', null],
  ['整改工作办公室', 1],
  ['治安管理支队', 1],
  ['交通警察支队', 1],
  ['城东分局', 1],
  ['城东分局东街派出所', 5],
];
const CATEGORIES: [string, string, string][] = [
  ['crime', '打击犯罪', 'Fighting crime'],
  ['order', '治安防范', 'Public order'],
  ['service', '管理服务', 'Administration and service'],
];
const TITLES = [
  '东街农贸市场周边早晚高峰乱停车，影响居民出行',
  '希望增加夜间巡逻，近期电动车电瓶被盗较多',
  '户籍窗口中午无人值守，群众跑了两趟',
  '建议在实验小学门口设置护学岗',
  '辖区老旧小区门禁损坏，陌生人员随意出入',
  '反诈宣传多停留在发传单，建议进企业、进课堂',
  '噪声扰民报警后处置反馈慢',
  '企业办理证照材料要求前后不一致',
];
const LIGHTS = ['talk', 'red', 'orange', 'blue', 'yellow', 'green', 'green', 'green'] as const;
const LATE = [12, 8, 5, 2, 0, 0, 0, 0];
const LEFT = [0, 0, 0, 0, 2, 6, 9, 13];
const labels = (zh: string, en: string): object => ({ 'zh-CN': zh, en });
const day = (at: number): string => `2026-11-${String(10 + at).padStart(2, '0')}`;

/** Messages that wait for the invented person. */
export const INVENTED_UNREAD = 3;
/** 32 bytes. */
export const INVENTED_KEY = Buffer.alloc(32, 7).toString('base64');
export const INVENTED_USER = {
  id: id(900),
  username: 'wang',
  name: '王志远',
  unitId: id(6),
  roles: [
    { role: 'handler', unitId: id(6) },
    { role: 'liaison', unitId: id(6) },
  ],
};

const STATES: [string, string, object][] = [
  ['assigned', 'assigned', labels('已交办，待签收', 'Assigned, waiting for a signature')],
  ['deadline', 'rectifying', labels('整改落实', 'Rectifying')],
];

/** How the invented case stands in time, in the service's own words. */
function told(at: number): { days: number; labels: Sentence } {
  const days = LATE[at]! > 0 ? LATE[at]! : LEFT[at]!;
  const state = LATE[at]! > 0 ? 'late' : 'left';
  const reading = { state, day: day(at * 2), days, provisional: at === 7, onSite: false } as const;
  return { days, labels: clockWords(reading, '2026-11-22') };
}

const clock = (at: number): object => ({
  state: LATE[at]! > 0 ? 'late' : 'left',
  day: day(at * 2),
  provisional: at === 7,
  ...told(at),
});

function core(n: number): Record<string, unknown> {
  const at = n % TITLES.length;
  const [stage, state, stateLabels] = STATES[n % 3 === 2 ? 0 : 1]!;
  return {
    id: id(1000 + n),
    number: `ZG-2026-${String(1200 - n).padStart(6, '0')}`,
    title: TITLES[at],
    version: 4,
    stage,
    state,
    stateLabels,
    light: LIGHTS[at],
    source: 'meeting',
    categoryId: id(21 + (n % 3)),
    leadUnitId: id(3 + (n % 4)),
    collectedOn: '2026-10-29',
    dueOn: day(at * 2),
    dueProvisional: at === 7,
    isKey: at === 1,
    clock: clock(at),
  };
}

/** A case as the list answers it. */
function row(n: number): object {
  const { dueProvisional, leadUnitId, categoryId, ...rest } = core(n);
  return {
    ...rest,
    provisional: dueProvisional,
    leadUnit: { id: leadUnitId, name: UNITS[2 + (n % 4)]![0] },
    category: { id: categoryId, labels: labels(CATEGORIES[n % 3]![1], CATEGORIES[n % 3]![2]) },
    track: 'standard',
    meetingId: id(50),
    outcome: null,
    closedOn: null,
  };
}

function whole(n: number, commands: Record<string, CommandSpec>): object {
  const at = n % TITLES.length;
  const offered = [
    'SUBMIT',
    'PROGRESS',
    'REQUEST_EXTENSION',
    'PARK',
    'PASS',
    'RECORD_VISIT',
    'ASSIGN',
    'REPLY_ORDER',
    'COMMENT',
  ];
  const allowed = offered.map((type) => ({ type, labels: commands[type]!.labels, schema: commands[type]!.schema }));
  return {
    ...core(n),
    allowed,
    stateValue: { stage: { deadline: 'rectifying' }, clock: 'onTime' },
    workflow: { name: 'rectification', version: 2, labels: labels('限期整改', 'Rectification by a deadline') },
    track: 'standard',
    supportingUnitIds: [id(4)],
    officeUnitId: id(2),
    meetingId: id(50),
    planId: null,
    raisedOutside: true,
    takenOver: false,
    collectedAt: '2026-10-29T01:30:00.000Z',
    assignedAt: '2026-10-30T02:10:00.000Z',
    acceptedAt: '2026-10-30T07:45:00.000Z',
    account: {
      budget: 15,
      startedOn: '2026-10-30',
      dueOn: day(at * 2),
      dueProvisional: false,
      used: 15 - LEFT[at]! + LATE[at]!,
      remaining: LEFT[at],
      paused: [],
      pausedDays: at === 0 ? 3 : 0,
      extensions: [],
      extendedDays: 0,
      workingDaysLate: LATE[at],
      breaches: [],
      workingDaysLateInAll: LATE[at],
    },
    milestones: null,
    extension: null,
    reviewOn: null,
    visitDueOn: null,
    attempts: [],
    declines: 0,
    returns: at === 0 ? 1 : 0,
    relapses: 0,
    outcome: null,
    closedOn: null,
    mergedInto: null,
    description:
      '每天早上七点到八点半、下午四点半以后，市场门口机动车占用人行道，学生和老人只能走机动车道。希望交警和城管一起想办法，不要只是贴条。',
    orders:
      LATE[at]! > 0
        ? [
            {
              id: id(70),
              period: 1,
              rung: 'blue',
              status: 'issued',
              issuedAt: '2026-11-16T01:00:00.000Z',
              replyDueOn: '2026-11-18',
              unitId: id(6),
              toRole: 'handler',
              copyRole: 'unitLeader',
              acts: [],
            },
          ]
        : [],
    visits: [],
    attachments: [],
    archive: null,
    nextDate: null,
    course: {
      heldBy: [],
      departure: null,
      departed: null,
      needed: [],
      talks: [],
      lookAskedOn: null,
      noticeUntil: null,
      objections: [],
      unsatisfiedRounds: 0,
      disputableAfter: 2,
      isForSupervisors: false,
      links: [],
    },
    opinions: [
      {
        id: id(60),
        text: '东街市场门口太乱了，接孩子像打仗。',
        meetingId: id(50),
        meetingTitle: '东街社区警民恳谈会',
        standing: 'resident',
        outcome: 'adopted',
      },
    ],
  };
}

const event = (
  seq: number,
  zh: string,
  en: string,
  at: string,
  name: string | null,
  payload: Record<string, string>,
): object => ({
  seq,
  type: 'EVENT',
  labels: labels(zh, en),
  at,
  actor: { userId: name === null ? null : id(901), name: name ?? 'system', unitId: null, via: 'web' },
  commandId: null,
  payload,
  said: Object.entries(payload).map(([field, text]) => ({
    field,
    labels: labels('说明', 'Note'),
    text: labels(text, text),
    prose: true,
  })),
  before: {},
  after: {},
  effects: [],
});

const HISTORY = [
  event(1, '收集登记', 'Collected', '2026-10-29T01:30:00.000Z', '赵敏', {}),
  event(2, '交办', 'Assign', '2026-10-30T02:10:00.000Z', '赵敏', { note: '请会同交警支队一并研究。' }),
  event(3, '签收', 'Accept', '2026-10-30T07:45:00.000Z', '王志远', {}),
  event(4, '填报进展', 'Report progress', '2026-11-05T03:20:00.000Z', '王志远', {
    text: '已与市场管理方现场会商，拟划设 26 个限时车位，并增派早晚高峰岗。',
  }),
  event(5, '进入临期', 'Due soon', '2026-11-12T01:00:00.000Z', null, {}),
];

/** Size of the invented list of cases. */
export const INVENTED_CASES = 10_000;
/** How many of them a search for 停车 finds: what is printed whole. */
export const PRINTED_CASES = atLength(3_000, 600);

/** The answer to `METHOD /path` with a case's id written as `:id`; undefined where the service has no such call. */
export function answers(call: string, url: URL, commands: Record<string, CommandSpec>): unknown {
  const n = Number(url.pathname.match(/^\/api\/cases\/[0-9a-f-]{24}(\d{12})/)?.[1] ?? 1000) - 1000;
  switch (call) {
    case 'GET /api/me':
      return { user: INVENTED_USER, officeZone: 'Asia/Shanghai', draftKey: INVENTED_KEY };
    case 'GET /api/units':
      return UNITS.map(([name, parent], at) => ({
        id: id(at + 1),
        name,
        parentId: parent === null ? null : id(parent),
        depth: parent === null ? 0 : parent === 1 ? 1 : 2,
        sort: at,
      }));
    case 'GET /api/categories':
      return CATEGORIES.map(([code, zh, en], at) => ({
        id: id(21 + at),
        code,
        labels: labels(zh, en),
        parentId: null,
        sort: at,
      }));
    case 'GET /api/inbox':
      return { items: [], nextCursor: null, unread: INVENTED_UNREAD };
    case 'GET /api/work':
      return {
        more: false,
        tasks: [],
        items: TITLES.map((_, at) => {
          const type = at % 3 === 2 ? 'ACCEPT' : 'SUBMIT';
          const wait = { kind: 'work', by: day(at * 2), is: LATE[at]! > 0 ? 'late' : 'left', ...told(at) };
          return {
            ...core(at),
            wait,
            nextAttemptOn: null,
            returned: 0,
            next: { type, labels: commands[type]!.labels, schema: commands[type]!.schema },
          };
        }),
      };
    case 'GET /api/cases': {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 50);
      if (url.searchParams.get('q') === '没有这个词')
        return { items: [], nextCursor: null, total: 0, totalIsEstimate: false, wordsTooCommon: false };
      const total = url.searchParams.get('q') === '停车' ? PRINTED_CASES : INVENTED_CASES;
      const items = Array.from({ length: Math.min(limit, total - from) }, (_, at) => row(from + at));
      return {
        items,
        nextCursor: from + limit < total ? String(from + limit) : null,
        total,
        totalIsEstimate: false,
        wordsTooCommon: false,
      };
    }
    case 'GET /api/cases/:id':
      return whole(n, commands);
    case 'GET /api/cases/:id/history':
      return HISTORY;
    case 'POST /api/cases/:id/commands':
      return { case: whole(n, commands), events: [] };
    default:
      return undefined;
  }
}
