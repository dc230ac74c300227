/** A unit's cases around National Day 2026, due before, in and after the holiday, handed in, visited, parked and late; the service's clock is
 *  put forward day by day, and what somebody does on a day is done in its first minute. */
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { v7 as uuid } from 'uuid';
import { addDays, type Day } from '../../src/domain/day.js';
import type { Role } from '../../src/domain/words.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { TestServer } from './server.js';

/** Days on which the month begins and ends for its readers; the cases are assigned on the first working day of September. */
export const FIRST: Day = '2026-09-20';
export const LAST: Day = '2026-10-20';
/** Every day of it. */
export const MONTH: readonly Day[] = Array.from({ length: 31 }, (_, at) => addDays(FIRST, at));
export const MONTH_BEGINS = '2026-09-01T10:00:00+08:00';

/** Due days by what becomes of the case. */
const DUE = {
  before: '2026-09-30',
  inside: '2026-10-03',
  after: '2026-10-08',
  unsigned: '2026-10-08',
  late: '2026-09-21',
  handedIn: '2026-09-24',
  handedInLate: '2026-09-24',
  visited: '2026-09-29',
  lookedAt: '2026-09-29',
  parked: '2026-09-29',
} as const satisfies Record<string, Day>;
export type Kept = keyof typeof DUE;
export const KEPT = Object.keys(DUE) as Kept[];

export const PEOPLE = ['clerk', 'supervisor', 'visitor', 'leader', 'handler'] as const satisfies readonly Role[];
export type Person = (typeof PEOPLE)[number];

export interface HolidayMonth {
  ids: Record<Kept, string>;
  who: Record<Person, TestAgent>;
  /** Lets everything happen up to `time` of the day, Shanghai time; days only go forward. */
  to: (day: Day, time: string) => Promise<void>;
}

/** Call it on a server that stands at MONTH_BEGINS. */
export async function holidayMonth(server: TestServer): Promise<HolidayMonth> {
  const unit = await server.unit('城东分局');
  const who = {} as Record<Person, TestAgent>;
  for (const name of PEOPLE) {
    await server.person(name, [name], name === 'handler' ? unit : server.units.root);
    const token = { name: '一个月', expiresOn: '2026-12-31' };
    const { body } = await (await server.signIn(name)).post('/api/tokens').send(token).expect(201);
    who[name] = supertest.agent(server.url).set('Authorization', `Bearer ${(body as { token: string }).token}`);
  }
  const { body: categories } = await who.clerk.get('/api/categories').expect(200);
  const categoryId = (categories as { id: string }[])[0]!.id;
  const ids = {} as Record<Kept, string>;
  const act = async (name: Person, kept: Kept, type: string, payload: object = {}): Promise<void> => {
    const command = { id: uuid(), type, ...payload };
    const { status, body } = await who[name].post(`/api/cases/${ids[kept]}/commands`).send(command);
    if (status !== 200) throw new Error(`${kept}, ${type}: ${JSON.stringify(body)}`);
  };
  for (const kept of KEPT) {
    const raiser = kept === 'lookedAt' ? {} : { raiser: { anonymous: true } };
    const input = { title: kept, description: '东街路灯不亮', source: 'hotline', categoryId, ...raiser };
    const { body } = await who.clerk.post('/api/cases').send(input).expect(201);
    ids[kept] = (body as { case: { id: string } }).case.id;
    await act('clerk', kept, 'ASSIGN', { leadUnitId: unit, dueOn: DUE[kept] });
    if (kept !== 'unsigned') await act('handler', kept, 'ACCEPT');
  }

  const submit = (kept: Kept): Promise<void> =>
    act('handler', kept, 'SUBMIT', { measure: '已修好', lastingMeasure: '每周巡查' });
  const pass = (kept: Kept): Promise<void> => act('supervisor', kept, 'PASS', { method: 'remote' });
  const deeds: [Day, () => Promise<void>][] = [
    ['2026-09-21', () => act('leader', 'parked', 'PARK', { reason: '等待改造', reviewOn: '2026-09-30' })],
    ['2026-09-24', () => submit('handedIn')],
    ['2026-09-24', () => submit('visited')],
    ['2026-09-24', () => submit('lookedAt')],
    ['2026-09-28', () => submit('handedInLate')],
    ['2026-09-28', () => pass('visited')],
    ['2026-09-28', () => pass('lookedAt')],
  ];
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  const at = async (day: Day, time: string): Promise<void> => {
    server.clock.set(Date.parse(`${day}T${time}:00+08:00`));
    while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
  };
  return {
    ids,
    who,
    to: async (day, time) => {
      for (const [of, deed] of deeds.splice(0, deeds.filter(([of]) => of <= day).length)) {
        await at(of, '00:01');
        await deed();
      }
      await at(day, time);
    },
  };
}
