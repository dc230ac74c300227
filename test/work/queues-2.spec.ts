/** Version 2 of the workflows in everybody's list: what waits, for whom, that they may do it, and that it is gone once it is done. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { stageOf } from '../../src/domain/case.js';
import { maySee } from '../../src/domain/visibility.js';
import type { Role } from '../../src/domain/words.js';
import { allowed } from '../../src/engine/allowed.js';
import { nextStep } from '../../src/engine/next-step.js';
import { waitsFor } from '../../src/engine/waits-for.js';
import { Workflows } from '../../src/engine/workflow.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { ReachStore } from '../../src/store/people/reach.store.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { photograph } from '../support/photographs.js';
import { startServer, type TestServer } from '../support/server.js';

/** By name the role and the unit; `clerk2` and `supervisor2` are the second people. */
const PEOPLE = {
  clerk: ['clerk', 'root'],
  clerk2: ['clerk', 'root'],
  supervisor: ['supervisor', 'root'],
  supervisor2: ['supervisor', 'root'],
  visitor: ['visitor', 'root'],
  leader: ['leader', 'root'],
  handler: ['handler', 'east'],
  liaison: ['liaison', 'east'],
  chief: ['unitLeader', 'east'],
  supporter: ['handler', 'traffic'],
  named: ['handler', 'traffic'],
} as const satisfies Record<string, readonly [Role, string]>;
type Person = keyof typeof PEOPLE;
const NAMES = Object.keys(PEOPLE) as Person[];

let server: TestServer;
const units = {} as Record<'root' | 'east' | 'traffic', string>;
let category: string;
const who = {} as Record<Person, TestAgent>;
const personId = {} as Record<Person, string>;
const ids = new Map<string, string>();

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  units.root = server.units.root;
  [units.east, units.traffic] = [await server.unit('城东分局'), await server.unit('交警支队')];
  for (const name of NAMES) {
    const [role, unit] = PEOPLE[name];
    personId[name] = await server.person(name, [role], units[unit]);
  }
  const admin = await server.signIn('admin');
  await admin.patch(`/api/units/${units.traffic}`).send({ leaderId: personId.named }).expect(200);
  await signInAll();
  category = ((await who.clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
}, 120_000);
afterAll(() => server.close());

const signInAll = async (): Promise<void> => {
  for (const name of NAMES) who[name] = await server.signIn(name);
};

async function until(now: string): Promise<void> {
  server.clock.set(Date.parse(`${now}:00+08:00`));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
  await signInAll();
}

const idOf = (title: string): string => ids.get(title)!;
const send = (name: Person, title: string, type: string, payload: object = {}) =>
  who[name].post(`/api/cases/${idOf(title)}/commands`).send({ id: uuid(), type, ...payload });
const act = async (name: Person, title: string, type: string, payload: object = {}): Promise<void> => {
  const { status, body } = await send(name, title, type, payload);
  if (status !== 200) throw new Error(`${title}: ${name} ${type}: ${JSON.stringify(body)}`);
};

type Way = (title: string) => Promise<void>;
const assign =
  (more: object = {}): Way =>
  (title) =>
    act('clerk', title, 'ASSIGN', { leadUnitId: units.east, supportingUnitIds: [units.traffic], ...more });
const accept: Way = (title) => act('handler', title, 'ACCEPT');
const submit: Way = (title) =>
  act('handler', title, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查', otherPlaces: '其余路段' });
const pass: Way = (title) => act('supervisor', title, 'PASS', { method: 'onSite' });
const visit = (outcome: string, more: object = {}): Way => {
  const reached = outcome === 'unreachable' ? {} : { satisfaction: 'satisfied' };
  return (title) => act('visitor', title, 'RECORD_VISIT', { method: 'phone', outcome, ...reached, ...more });
};
const ask =
  (name: Person = 'clerk'): Way =>
  (title) =>
    act(name, title, 'ASK_DEPARTURE', { kind: 'withdraw', reason: '反映人撤回' });
/** A key case is passed by two, with photographs. */
const passKey: Way = async (title) => {
  const photos: string[] = [];
  for (const seed of [1, 2]) {
    const { body } = await who.handler
      .post(`/api/cases/${idOf(title)}/attachments`)
      .attach('files', await photograph({ seed }), `${seed}.jpg`)
      .expect(201);
    photos.push((body as { id: string }[])[0]!.id);
  }
  const [before, after] = photos;
  await act('supervisor', title, 'PASS', { method: 'onSite', photosBefore: [before], photosAfter: [after] });
};
const passSecond: Way = (title) => act('supervisor2', title, 'PASS', { method: 'onSite' });
const working = [assign(), accept];
const checked = [...working, submit, pass];
const shownKey = [...working, submit, passKey, passSecond, visit('fixed')];
const unsatisfied: Way = async (title) => {
  for (const _ of [1, 2]) for (const way of [submit, pass, visit('notFixed')]) await way(title);
};

/** How cases come to be on the first day; late ones are due on the next. */
const STATES: Record<string, { ways: Way[]; isKey?: true; raiser?: false }> = {
  collected: { ways: [] },
  assigned: { ways: [assign()] },
  rectifying: { ways: working },
  late: { ways: [assign({ dueOn: '2026-03-03' }), accept] },
  promising: { ways: [assign({ dueOn: '2026-03-03' }), accept] },
  ladder: { ways: [assign({ dueOn: '2026-03-03' }), accept] },
  waived: { ways: [assign({ dueOn: '2026-03-03' }), accept] },
  ofTraffic: {
    ways: [
      (title) => assign({ dueOn: '2026-03-03', leadUnitId: units.traffic, supportingUnitIds: [] })(title),
      (title) => act('supporter', title, 'ACCEPT'),
    ],
  },
  leaving: { ways: [...working, ask()] },
  leavingKey: { ways: [...working, ask()], isKey: true },
  verifying: { ways: [...working, submit] },
  passedOnce: { ways: [...working, submit, passKey], isKey: true },
  parked: { ways: [...working, (title) => act('leader', title, 'PARK', { reason: '待改造', reviewOn: '2026-03-10' })] },
  visiting: { ways: checked },
  looking: { ways: checked, raiser: false },
  dissatisfied: { ways: [...checked, visit('fixed', { satisfaction: 'dissatisfied' })] },
  disputed: { ways: [...working, unsatisfied] },
  shown: { ways: shownKey, isKey: true },
  objected: { ways: [...shownKey, (title) => act('clerk', title, 'OBJECT', { text: '仍有两盏不亮' })], isKey: true },
  manner: { ways: [...checked, visit('mannerComplaint', { note: '态度生硬' })] },
  closed: { ways: [...checked, visit('fixed')] },
};

interface Item {
  id: string;
  title: string;
  wait: { kind: string; by: string; labels: { 'zh-CN': string } };
  next: { type: string };
}
const workOf = async (name: Person): Promise<Item[]> => {
  const { body } = await who[name].get('/api/work').expect(200);
  return (body as { items: Item[] }).items;
};

/** Who finds the case, with what is asked, the step and the day; and that everybody's list is what the rules say of all open cases, one by one. */
async function lists(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = Object.fromEntries([...ids.keys()].map((title) => [title, []]));
  const ideal = await plainly();
  for (const name of NAMES) {
    const items = await workOf(name);
    const own = items.map(({ id, wait, next }) => `${id} ${wait.kind} ${next.type} ${wait.by}`);
    expect([name, own.sort()]).toEqual([name, ideal.get(personId[name])!.sort()]);
    for (const { title, wait, next } of items) {
      const key = [...ids.keys()].includes(title) ? title : 'linked';
      (found[key] ??= []).push(`${name} ${wait.kind} ${next.type} ${wait.by.slice(5)}`);
    }
  }
  return found;
}

/** Of each person every open case whose next step is theirs: each case asked of the engine, no list and no index. */
async function plainly(): Promise<Map<string, string[]>> {
  const refs = server.app.get(ReferenceDataStore, { strict: false }).current();
  const workflows = server.app.get(Workflows, { strict: false });
  const [now, people] = [server.clock.now(), await server.app.get(ReachStore, { strict: false }).actors()];
  const { rows } = await server.test.database.pool.query<{ id: string; proposed: Date | null }>(
    `SELECT id, (SELECT min(issued_at) FROM supervision_order o WHERE o.case_id = c.id AND o.status = 'proposed') AS proposed
     FROM rectification_case c`,
  );
  const { cases } = await server.app.get(CaseStore, { strict: false }).load(rows.map(({ id }) => id));
  return new Map(
    people.map((actor) => [
      actor.userId!,
      rows.flatMap(({ id, proposed }) => {
        const state = cases.get(id)!;
        if (stageOf(state.value) === 'closed' || !maySee(actor, state.context, refs.units)) return [];
        const workflow = workflows.pinned(state.workflow);
        const proposedOn = proposed === null ? undefined : refs.calendar.dayOf(proposed.getTime());
        const today = refs.calendar.dayOf(now);
        const waits = waitsFor(state, workflow.policy, refs.calendar, today, { proposedOn });
        const step = nextStep(actor, waits, refs.units, () => allowed(workflow, state, actor, now, refs));
        return step === undefined ? [] : [`${id} ${step.wait.kind} ${step.next.type} ${step.wait.by}`];
      }),
    ]),
  );
}
const nobodyHas = (found: Record<string, string[]>): string[] =>
  Object.entries(found).flatMap(([title, lines]) => (lines.length === 0 ? [title] : []));

beforeAll(async () => {
  for (const [title, { ways, isKey, raiser }] of Object.entries(STATES)) {
    const { body } = await who.clerk
      .post('/api/cases')
      .send({
        ...{ title, description: '东街路灯不亮', source: 'hotline', categoryId: category, isKey: isKey ?? false },
        ...(raiser === false ? {} : { raiser: { anonymous: true } }),
      })
      .expect(201);
    ids.set(title, (body as { case: { id: string } }).case.id);
    for (const way of ways) await way(title);
  }
}, 240_000);

/** For each title what waits, and in whose list it stands. */
const told = (found: Record<string, string[]>, ...titles: string[]): Record<string, Record<string, string>> =>
  Object.fromEntries(
    titles.map((title) => {
      const by: Record<string, string[]> = {};
      for (const line of found[title]!) {
        const [name, ...what] = line.split(' ');
        (by[what.join(' ')] ??= []).push(name!);
      }
      return [title, Object.fromEntries(Object.entries(by).map(([what, names]) => [what, names.join(' ')]))];
    }),
  );
const ofUnit = 'handler liaison chief';
const support = (day: string) => ({ [`support PROGRESS ${day}`]: 'supporter named' });

it('on the first day stands with a named role, by its own day: a departure never with who asked, a check never with who passed', async () => {
  const found = await lists();
  expect(nobodyHas(found)).toEqual(['manner', 'closed']);
  const work = { 'work SUBMIT 03-23': ofUnit, ...support('03-23') };
  const again = { 'work SUBMIT 03-09': ofUnit, ...support('03-09') };
  expect(
    told(found, ...Object.keys(STATES).filter((title) => !/late|promis|ladder|waived|Traffic/.test(title))),
  ).toEqual({
    collected: { 'triage ASSIGN 03-04': 'clerk clerk2' },
    assigned: { 'sign ACCEPT 03-03': ofUnit },
    rectifying: work,
    leaving: { 'departure GRANT_DEPARTURE 03-04': 'clerk2 leader', ...work },
    leavingKey: { 'departureByLeader GRANT_DEPARTURE 03-04': 'leader', ...work },
    verifying: { 'verify PASS 03-05': 'supervisor supervisor2' },
    passedOnce: { 'verify PASS 03-05': 'supervisor2' },
    parked: { 'review RESUME 03-10': 'clerk clerk2' },
    visiting: { 'visit RECORD_VISIT 03-04': 'visitor' },
    looking: { 'look RECORD_VISIT 03-04': 'supervisor supervisor2' },
    dissatisfied: again,
    disputed: { 'dispute CLOSE_DISPUTED 03-09': 'leader', ...again },
    shown: { 'notice OBJECT 03-05': 'clerk clerk2' },
    objected: { 'objection DISMISS_OBJECTION 03-04': 'supervisor supervisor2' },
    manner: {},
    closed: {},
  });
  expect(told(found, 'linked')).toEqual({ linked: { 'triageManner ASSIGN 03-04': 'supervisor supervisor2' } });
  const notice = (await workOf('clerk')).find(({ title }) => title === 'shown')!;
  expect(notice.wait.labels['zh-CN']).toBe('公示至3月5日');
  const { body } = await send('clerk', 'leaving', 'GRANT_DEPARTURE');
  expect(body).toMatchObject({ code: 'rule.isNotOwnDeparture' });
});

it('a blue order waits for its reply, and after it for the promised day', async () => {
  await until('2026-03-04T10:00');
  const reply = { period: 1, rung: 'blue', text: '在修', cause: '缺件', isFinal: false, promisedOn: '2026-03-10' };
  await act('handler', 'promising', 'REPLY_ORDER', reply);
  expect(told(await lists(), 'late', 'promising', 'ofTraffic')).toEqual({
    late: { 'reply REPLY_ORDER 03-06': ofUnit, ...support('03-03') },
    promising: { 'promise SUBMIT 03-10': ofUnit, ...support('03-03') },
    ofTraffic: { 'reply REPLY_ORDER 03-06': 'supporter named' },
  });
  const promised = (await workOf('handler')).find(({ title }) => title === 'promising')!;
  expect(promised.wait.labels['zh-CN']).toBe('3月10日前兑现承诺');
});

it('an orange order waits for the responsible leader, by role or by name; the others still owe the fix', async () => {
  await until('2026-03-09T10:00');
  const found = await lists();
  expect(nobodyHas(found)).toEqual(['manner', 'closed']);
  expect(told(found, 'late', 'ofTraffic', 'verifying', 'passedOnce', 'assigned', 'shown')).toEqual({
    late: {
      'work SUBMIT 03-03': 'handler',
      // Nobody is named as leader of the unit: the liaison may stand in.
      'replyLeader REPLY_ORDER 03-11': 'liaison chief',
      ...support('03-03'),
    },
    ofTraffic: { 'work SUBMIT 03-03': 'supporter', 'replyLeader REPLY_ORDER 03-11': 'named' },
    verifying: { 'urgeCheck URGE 03-06': 'clerk clerk2 leader', 'verify PASS 03-05': 'supervisor supervisor2' },
    passedOnce: { 'urgeCheck URGE 03-06': 'clerk clerk2 leader', 'verify PASS 03-05': 'supervisor2' },
    assigned: { 'urgeSigning URGE 03-05': 'clerk clerk2', 'sign ACCEPT 03-03': ofUnit },
    shown: { 'signClosing SIGN_CLOSING 03-10': 'leader' },
  });
});

it('urging takes it from the lists of all who were to urge, for five working days', async () => {
  await act('clerk2', 'verifying', 'URGE', { text: '请抓紧核查' });
  await act('clerk', 'assigned', 'URGE', { text: '请签收' });
  expect(told(await lists(), 'verifying', 'assigned')).toEqual({
    verifying: { 'verify PASS 03-05': 'supervisor supervisor2' },
    assigned: { 'sign ACCEPT 03-03': ofUnit },
  });
});

it('a broken promise brings the order to the responsible leader; a red order waits for its signature; what was given to nobody, for the leader’s word', async () => {
  await until('2026-03-13T10:00');
  expect(told(await lists(), 'collected')).toEqual({
    collected: { 'triage ASSIGN 03-04': 'clerk clerk2', 'urgeTriage URGE 03-10': 'leader' },
  });
  // An office that urges itself takes nothing out of the leader's list.
  await act('clerk', 'collected', 'URGE', { text: '请尽快分办' });
  expect(told(await lists(), 'collected')['collected']).toHaveProperty('urgeTriage URGE 03-10', 'leader');
  await act('leader', 'collected', 'URGE', { text: '请尽快分办' });
  expect(told(await lists(), 'collected', 'late', 'promising')).toEqual({
    collected: { 'triage ASSIGN 03-04': 'clerk clerk2' },
    late: { 'signOrder SIGN_ORDER 03-16': 'leader', 'work SUBMIT 03-03': ofUnit, ...support('03-03') },
    promising: {
      'work SUBMIT 03-03': 'handler',
      'replyLeader REPLY_ORDER 03-13': 'liaison chief',
      ...support('03-03'),
    },
  });
  await act('leader', 'waived', 'WAIVE_ORDER', { period: 1, rung: 'red', reason: '市里停工', reviewOn: '2026-03-20' });
  await act('leader', 'ladder', 'SIGN_ORDER', { period: 1, rung: 'red' });
  expect(told(await lists(), 'waived', 'ladder')).toEqual({
    waived: { 'work SUBMIT 03-03': ofUnit, ...support('03-03') },
    // Signed, it is the unit's leader's to answer.
    ladder: {
      'work SUBMIT 03-03': 'handler',
      'replyLeader REPLY_ORDER 03-17': 'liaison chief',
      ...support('03-03'),
    },
  });
});

it('a waived order is proposed again on its day, a talk waits for its signature, then for its record, then for a look', async () => {
  await until('2026-03-20T10:00');
  const found = await lists();
  expect(told(found, 'waived')).toEqual({
    waived: { 'signOrder SIGN_ORDER 03-24': 'leader', 'work SUBMIT 03-03': ofUnit, ...support('03-03') },
  });
  expect(Object.keys(told(found, 'ladder')['ladder']!)[0]).toMatch(/^signOrder/);
  await act('leader', 'ladder', 'SIGN_ORDER', { period: 1, rung: 'talk' });
  expect(told(await lists(), 'ladder')).toEqual({
    ladder: { 'recordTalk RECORD_TALK 03-27': 'clerk clerk2 leader', 'work SUBMIT 03-03': ofUnit, ...support('03-03') },
  });
  await act('clerk', 'ladder', 'RECORD_TALK', {
    ...{ heldOn: '2026-03-20', place: '三楼会议室', attendees: '刘副局长、吴刚', questions: '为何逾期' },
    ...{ explanation: '人手不足', demands: '十日内办结', pledge: '按期办结', pledgeOn: '2026-03-27' },
  });
  expect(told(await lists(), 'ladder')).toEqual({ ladder: { 'work SUBMIT 03-03': ofUnit, ...support('03-03') } });
  await until('2026-04-03T10:00');
  expect(told(await lists(), 'ladder')).toEqual({
    ladder: { 'leaderLook INSTRUCT_ORDER 04-08': 'leader', 'work SUBMIT 03-03': ofUnit, ...support('03-03') },
  });
  await act('leader', 'ladder', 'INSTRUCT_ORDER', { period: 1, rung: 'talk', instruction: '限五日办结' });
  expect(told(await lists(), 'ladder')).toEqual({ ladder: { 'work SUBMIT 03-03': ofUnit, ...support('03-03') } });
});

it('what was decided is gone from every list, and only the next deed stands', async () => {
  await act('leader', 'leaving', 'GRANT_DEPARTURE');
  await act('leader', 'leavingKey', 'REFUSE_DEPARTURE', { reason: '理由不充分' });
  await passSecond('passedOnce');
  await act('supervisor2', 'objected', 'DISMISS_OBJECTION', { reason: '现场复查均已点亮' });
  await act('leader', 'disputed', 'CLOSE_DISPUTED', { reason: '诉求超出政策' });
  await act('leader', 'shown', 'SIGN_CLOSING');
  const found = await lists();
  expect(told(found, 'leaving', 'disputed', 'shown', 'passedOnce')).toEqual({
    leaving: {},
    disputed: {},
    shown: {},
    passedOnce: { 'visit RECORD_VISIT 04-08': 'visitor' },
  });
  expect(JSON.stringify(told(found, 'leavingKey', 'objected'))).not.toMatch(/departure|objection/);
  expect(nobodyHas(found).sort()).toEqual(['closed', 'disputed', 'leaving', 'manner', 'shown']);
  const refs = server.app.get(ReferenceDataStore, { strict: false }).current();
  expect(
    (await checkCases(server.test.database.pool, server.app.get(Workflows, { strict: false }), refs)).faults,
  ).toEqual([]);
});
