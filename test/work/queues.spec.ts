/** Whatever waits, waits for somebody: cases of every workflow, brought to every state and left there, as each person finds them under My work. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Role } from '../../src/domain/words.js';
import { isConnectionLoss } from '../../src/store/database/database-fault.js';
import { keySubmission } from '../support/key-submission.js';
import { startServer, type TestServer } from '../support/server.js';

const WORKFLOWS = ['rectification', 'immediate', 'staged'] as const;
const PEOPLE = [
  'clerk',
  'supervisor',
  'visitor',
  'leader',
  'handler',
  'unitLeader',
  'supporter',
  'stranger',
  'admin',
] as const;
type Person = (typeof PEOPLE)[number];

interface Item {
  id: string;
  title: string;
  wait: { kind: string; by: string; is: string; days: number; labels: { 'zh-CN': string } };
  clock: { state: string; labels: { 'zh-CN': string } };
  next: { type: string };
  light: string | null;
}
interface Work {
  items: Item[];
  more: boolean;
  tasks: { kind: string; count: number; by: string; is: string; labels: { 'zh-CN': string } }[];
}

let server: TestServer;
let east: string;
let traffic: string;
let category: string;
const who = {} as Record<Person, TestAgent>;
let second: TestAgent;

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  const { root } = server.units;
  [east, traffic] = [await server.unit('城东分局'), await server.unit('交警支队')];
  const unitOf: Partial<Record<Person, string>> = { handler: east, unitLeader: east, supporter: traffic };
  for (const name of PEOPLE) {
    if (name === 'admin') continue;
    const role: Role = name === 'supporter' || name === 'stranger' ? 'handler' : name;
    await server.person(name, [role], unitOf[name] ?? (name === 'stranger' ? await server.unit('城西分局') : root));
  }
  // Checks a key case besides the first; what lies in the list of the one lies in that of the other.
  await server.person('second', ['supervisor'], root);
  await signInAll();
  category = ((await who.clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

const signInAll = async (): Promise<void> => {
  for (const name of PEOPLE) who[name] = await server.signIn(name);
  second = await server.signIn('second');
};

/** Moves the clock, fires what fell due, and lets everybody sign in again. */
async function until(now: string): Promise<void> {
  server.clock.set(Date.parse(`${now}:00+08:00`));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  // As the sweeper does: a machine that is busy for ten seconds in the middle of a transaction has its connection taken away, and the next sweep
  // goes on. Such a connection is found gone by writing to it (EPIPE), since its farewell has not been read.
  const fire = async (): Promise<number> =>
    sweep(dependencies, server.clock.now(), 500).then(
      ({ claimed }) => claimed,
      (error: unknown) => {
        if (!isConnectionLoss(error)) throw error;
        return 1;
      },
    );
  while ((await fire()) > 0);
  await signInAll();
}

const act = (name: Person | 'second', id: string, type: string, payload: object = {}): Promise<unknown> =>
  (name === 'second' ? second : who[name])
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);

type Way = (id: string, workflow: string) => Promise<unknown>;
const assign =
  (dueOn?: string): Way =>
  (id, workflow) =>
    act('clerk', id, 'ASSIGN', {
      leadUnitId: east,
      supportingUnitIds: [traffic],
      ...(workflow === 'staged'
        ? { milestones: [{ name: '整治', dueOn: dueOn ?? '2026-03-23' }] }
        : dueOn === undefined
          ? {}
          : { dueOn }),
    });
const accept: Way = (id) => act('handler', id, 'ACCEPT');
const submit: Way = (id) => act('handler', id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
const pass: Way = (id) => act('supervisor', id, 'PASS', { method: 'onSite' });
const submitKey: Way = async (id) => act('handler', id, 'SUBMIT', await keySubmission(who.handler, id));
/** Immediate ones are checked by one person and shown to nobody. */
const passAgain: Way = async (id, workflow) =>
  workflow === 'immediate' || act('second', id, 'PASS', { method: 'onSite' });
const unreached: Way = (id) => act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'unreachable' });
const fixed: Way = (id) =>
  act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });

/** How a case comes to each state on the first day; those of one workflow only say so. */
const STATES: Record<string, { ways: Way[]; raiser?: false; isKey?: true; notOf?: string }> = {
  collected: { ways: [] },
  declined: {
    ways: [assign(), (id) => act('handler', id, 'DECLINE', { reason: '不在辖区', suggestedUnitId: traffic })],
  },
  assigned: { ways: [assign()] },
  rectifying: { ways: [assign(), accept] },
  late: { ways: [assign('2026-03-03'), accept] },
  asking: {
    ways: [assign(), accept, (id) => act('handler', id, 'REQUEST_EXTENSION', { days: 3, reason: '等配件' })],
    notOf: 'immediate',
  },
  verifying: { ways: [assign(), accept, submit] },
  askingAndVerifying: {
    ways: [assign(), accept, (id) => act('handler', id, 'REQUEST_EXTENSION', { days: 3, reason: '等配件' }), submit],
    notOf: 'immediate',
  },
  parked: {
    ways: [assign(), accept, (id) => act('leader', id, 'PARK', { reason: '待改造', reviewOn: '2026-03-10' })],
  },
  visiting: { ways: [assign(), accept, submit, pass] },
  looking: { ways: [assign(), accept, submit, pass], raiser: false },
  unreached: { ways: [assign(), accept, submit, pass, unreached] },
  /** Shown to the public for three working days; then a leader signs. */
  notice: { ways: [assign(), accept, submitKey, pass, passAgain, fixed], isKey: true },
  closed: { ways: [assign(), accept, submit, pass, fixed] },
};
const ids = new Map<string, string>();

async function collect(title: string, workflow: string, { raiser, isKey }: (typeof STATES)[string]): Promise<string> {
  const { body } = await who.clerk
    .post('/api/cases')
    .send({
      title,
      description: '东街路灯不亮',
      source: 'hotline',
      categoryId: category,
      workflow,
      isKey: isKey ?? false,
      ...(raiser === false ? {} : { raiser: { anonymous: true } }),
    })
    .expect(201);
  return (body as { case: { id: string } }).case.id;
}

const workOf = async (name: Person): Promise<Work> => (await who[name].get('/api/work').expect(200)).body as Work;

/** Who finds the case in the list, with what is asked, by when, and the step offered. The leader of a unit finds what its handlers find. */
async function waiting(): Promise<Map<string, string[]>> {
  const found = new Map([...ids.keys()].map((title): [string, string[]] => [title, []]));
  for (const name of PEOPLE) {
    const { items } = await workOf(name);
    const days = items.map(({ wait }) => wait.by);
    expect([name, days]).toEqual([name, [...days].sort()]);
    for (const { title, wait, next } of items)
      found.get(title)!.push(`${name} ${wait.kind} ${next.type} ${wait.by.slice(5)}`);
  }
  return found;
}

const rectificationOf = (found: Map<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    [...found]
      .filter(([title]) => title.startsWith('rectification '))
      .map(([title, lines]) => [title.split(' ')[1]!, lines]),
  );
const nobodyHas = (found: Map<string, string[]>): string[] =>
  [...found].filter(([, lines]) => lines.length === 0).map(([title]) => title);
const of = (...states: string[]): string[] =>
  WORKFLOWS.flatMap((workflow) => states.map((state) => `${workflow} ${state}`));

describe('a case in any state', () => {
  beforeAll(async () => {
    for (const workflow of WORKFLOWS) {
      for (const [state, given] of Object.entries(STATES)) {
        if (given.notOf === workflow) continue;
        const title = `${workflow} ${state}`;
        const id = await collect(title, workflow, given);
        ids.set(title, id);
        for (const way of given.ways) await way(id, workflow);
      }
    }
  }, 240_000);

  it('waits on the first day for a named role, by that role’s own day, with its own step', async () => {
    const found = await waiting();
    expect(nobodyHas(found)).toEqual(of('closed'));
    expect(rectificationOf(found)).toEqual({
      collected: ['clerk triage ASSIGN 03-04'],
      declined: ['clerk triage ASSIGN 03-04'],
      assigned: ['handler sign ACCEPT 03-03', 'unitLeader sign ACCEPT 03-03'],
      rectifying: ['handler work SUBMIT 03-23', 'unitLeader work SUBMIT 03-23', 'supporter support PROGRESS 03-23'],
      late: ['handler work SUBMIT 03-03', 'unitLeader work SUBMIT 03-03', 'supporter support PROGRESS 03-03'],
      asking: [
        'clerk extension GRANT_EXTENSION 03-03',
        'handler work SUBMIT 03-23',
        'unitLeader work SUBMIT 03-23',
        'supporter support PROGRESS 03-23',
      ],
      verifying: ['supervisor verify PASS 03-05'],
      askingAndVerifying: ['clerk extension GRANT_EXTENSION 03-03', 'supervisor verify PASS 03-05'],
      parked: ['clerk review RESUME 03-10'],
      visiting: ['visitor visit RECORD_VISIT 03-04'],
      looking: ['supervisor look RECORD_VISIT 03-04'],
      unreached: ['visitor visit RECORD_VISIT 03-04'],
      notice: ['clerk notice OBJECT 03-05'],
      closed: [],
    });
  });

  it('waits for a reply to its order, and after three attempts for the supervisor', async () => {
    await until('2026-03-03T10:00');
    for (const workflow of WORKFLOWS) await unreached(ids.get(`${workflow} unreached`)!, workflow);
    await until('2026-03-04T10:00');
    for (const workflow of WORKFLOWS) await unreached(ids.get(`${workflow} unreached`)!, workflow);
    const found = rectificationOf(await waiting());
    expect(found['unreached']).toEqual(['supervisor closeUnverified CLOSE_UNVERIFIED 03-06']);
    expect(found['late']).toEqual([
      'handler reply REPLY_ORDER 03-06',
      'unitLeader reply REPLY_ORDER 03-06',
      'supporter support PROGRESS 03-03',
    ]);
    const { items } = await workOf('visitor');
    const visit = items.find(({ title }) => title === 'rectification visiting')!;
    expect(visit).toMatchObject({ light: null, clock: { state: 'visitToday' } });
    expect([visit.wait.labels['zh-CN'], visit.clock.labels['zh-CN']]).toEqual(['今天应回访', '今天应回访']);
  });

  it('left alone until all its days are over, is still in somebody’s list, and in that of those who are told', async () => {
    await until('2026-03-12T10:00');
    const found = await waiting();
    expect(nobodyHas(found)).toEqual(of('closed'));
    expect(rectificationOf(found)).toMatchObject({
      assigned: ['clerk urgeSigning URGE 03-05', 'handler sign ACCEPT 03-03', 'unitLeader sign ACCEPT 03-03'],
      parked: ['clerk review RESUME 03-10', 'leader urgeReview RESUME 03-11'],
      verifying: ['clerk urgeCheck URGE 03-06', 'supervisor verify PASS 03-05', 'leader urgeCheck URGE 03-06'],
      // Blue on 4, orange on 9, red proposed on 12 March: it is answered once it is signed, within two working days.
      late: [
        'leader signOrder SIGN_ORDER 03-16',
        'handler work SUBMIT 03-03',
        'unitLeader work SUBMIT 03-03',
        'supporter support PROGRESS 03-03',
      ],
      notice: ['leader signClosing SIGN_CLOSING 03-10'],
    });
    const verify = (await workOf('supervisor')).items.find(({ title }) => title === 'rectification verifying')!;
    expect(verify.wait).toMatchObject({ is: 'late', days: 5, labels: { 'zh-CN': '核查逾期 5 个工作日' } });
    // Handed in in time: the clock says so, and not that it is due today.
    expect(verify.clock).toMatchObject({ state: 'heldInTime', labels: { 'zh-CN': '已按期申报，核查中' } });
  });

  it('is offered steps that are taken: what was waited for is gone from the list, and the next one waits', async () => {
    const late = ids.get('rectification late')!;
    await act('leader', late, 'SIGN_ORDER', { period: 1, rung: 'red' });
    expect(rectificationOf(await waiting())['late']).toEqual([
      'handler work SUBMIT 03-03',
      'unitLeader replyLeader REPLY_ORDER 03-16',
      'supporter support PROGRESS 03-03',
    ]);
    const reply = {
      period: 1,
      rung: 'red',
      text: '明天完成',
      cause: '配件缺货',
      isFinal: true,
      promisedOn: '2026-03-13',
    };
    await act('unitLeader', late, 'REPLY_ORDER', reply);
    await act('clerk', ids.get('rectification parked')!, 'RESUME');
    await act('supervisor', ids.get('rectification unreached')!, 'CLOSE_UNVERIFIED', { reason: '三次未接' });
    await act('clerk', ids.get('rectification asking')!, 'REFUSE_EXTENSION', { reason: '来得及' });
    const found = rectificationOf(await waiting());
    expect(found['late']).toEqual([
      'handler promise SUBMIT 03-13',
      'unitLeader promise SUBMIT 03-13',
      'supporter support PROGRESS 03-03',
    ]);
    expect(found['parked']![0]).toMatch(/^handler work SUBMIT/);
    expect(found['unreached']).toEqual([]);
    expect(found['asking']).toEqual([
      'handler work SUBMIT 03-23',
      'unitLeader work SUBMIT 03-23',
      'supporter support PROGRESS 03-23',
    ]);
  });
});

describe('somebody of the lead unit who also checks', () => {
  it('finds what they may check behind two hundred cases of their own unit', async () => {
    await until('2026-03-16T10:00');
    const id = await server.person('eastSupervisor', ['supervisor'], east);
    const admin = await server.signIn('admin');
    const roles = [{ role: 'supervisor', unitId: server.units.root }];
    await admin.patch(`/api/people/${id}`).send({ roles }).expect(200);
    const many = await Promise.all(
      Array.from({ length: 201 }, (_, n) => collect(`自家 ${n}`, 'rectification', { ways: [] })),
    );
    const all = async (name: Person, type: string, payload: object): Promise<void> => {
      const lines = many.map((caseId) => ({ id: uuid(), caseId, type, ...payload }));
      const { body } = await who[name].post('/api/commands').send(lines).expect(200);
      expect((body as { ok: boolean }[]).filter(({ ok }) => !ok)).toEqual([]);
    };
    await all('clerk', 'ASSIGN', { leadUnitId: east });
    await all('handler', 'ACCEPT', {});
    await all('handler', 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
    const other = await collect('别家', 'rectification', { ways: [] });
    await until('2026-03-17T10:00');
    await act('clerk', other, 'ASSIGN', { leadUnitId: traffic });
    await act('supporter', other, 'ACCEPT');
    await act('supporter', other, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
    const checker = await server.signIn('eastSupervisor');
    const { items } = (await checker.get('/api/work').expect(200)).body as Work;
    expect(items.map(({ title, next }) => [title, next.type])).toEqual([['别家', 'PASS']]);
  }, 240_000);
});

describe('an administrator', () => {
  it('finds what failed to fire, and due days that wait for a calendar, with their days', async () => {
    expect((await workOf('admin')).tasks).toEqual([]);
    // nothing is fired on the way: two years of two hundred cases would tell nothing more
    server.clock.set(Date.parse('2028-12-20T10:00:00+08:00'));
    await signInAll();
    const id = await collect('暂定时限', 'rectification', { ways: [] });
    await act('clerk', id, 'ASSIGN', { leadUnitId: east });
    await server.test.database.pool.query(
      `UPDATE case_timer SET poisoned_at = $2, error = 'x' WHERE ctid IN (SELECT ctid FROM case_timer WHERE case_id = $1 LIMIT 1)`,
      [id, new Date(server.clock.now())],
    );
    const { tasks } = await workOf('admin');
    expect(tasks.map(({ kind, is }) => [kind, is])).toEqual(
      expect.arrayContaining([
        ['deadLetteredTimers', expect.stringMatching(/tomorrow|nextWorkingDay|left/)],
        ['provisionalDays', expect.any(String)],
      ]),
    );
    expect(tasks[0]!.labels['zh-CN']).toMatch(/\d/);
    expect((await workOf('clerk')).tasks).toEqual([]);
  });
});
