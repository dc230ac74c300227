/** The working-day calendar over HTTP: what came with the software, and what an administrator loads. */
import type TestAgent from 'supertest/lib/agent.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

/** An invented decree for a year that none has been published for. */
const decree = (year: number) => ({
  year,
  papers: [],
  days: [
    { name: '元旦', date: `${year}-01-01`, isOffDay: true },
    { name: '元旦', date: `${year - 1}-12-31`, isOffDay: true },
    { name: '国庆节', date: `${year}-10-01`, isOffDay: true },
    { name: '国庆节', date: `${year}-10-09`, isOffDay: false },
  ],
});

it('knows the announced years from the first start', async () => {
  const { body } = await admin.get('/api/calendar/2025').expect(200);
  expect(body).toMatchObject({
    year: 2025,
    announced: true,
    provisional: false,
    workingDays: 248,
    origin: 'chinese-days',
    loadedBy: null,
  });
  expect((body as { workDays: unknown[] }).workDays).toContainEqual({ day: '2025-01-26', name: '春节' });
});

it('says of a year without a decree that it is provisional', async () => {
  const { body } = await admin.get('/api/calendar/2041').expect(200);
  expect(body).toMatchObject({
    announced: false,
    provisional: true,
    offDays: [],
    workDays: [],
    origin: null,
    loadedAt: null,
  });
});

it('takes a year in, for this server at once and for every other at its next look', async () => {
  const other = await ReferenceDataStore.open(server.test.database, 'Asia/Shanghai');
  const before = other.version();
  const { body } = await admin.put('/api/calendar/2032').send(decree(2032)).expect(200);
  expect(body).toMatchObject({ year: 2032, announced: true, origin: 'holiday-cn', loadedBy: expect.any(String) });
  expect(server.tenant.referenceData.current().calendar.isWorkingDay('2032-10-01')).toBe(false);
  expect(server.tenant.referenceData.current().calendar.isWorkingDay('2032-10-09')).toBe(true);
  // The decree of a year may name days of the December before.
  expect(server.tenant.referenceData.current().calendar.isWorkingDay('2031-12-31')).toBe(false);
  expect(other.current().calendar.isWorkingDay('2032-10-01')).toBe(true);
  expect((await other.refresh()).calendar.isWorkingDay('2032-10-01')).toBe(false);
  expect(other.version()).toBeGreaterThan(before);
});

it('takes a corrected year in the place of an earlier one', async () => {
  await admin.put('/api/calendar/2033').send(decree(2033)).expect(200);
  const corrected = { ...decree(2033), days: decree(2033).days.slice(0, 1) };
  const { body } = await admin.put('/api/calendar/2033').send(corrected).expect(200);
  expect(body).toMatchObject({ offDays: [{ day: '2033-01-01', name: '元旦' }], workDays: [] });
});

it('refuses a file of another year, of another shape, with a day that does not exist, and one that takes an announcement back', async () => {
  const put = async (year: string, file: object) => {
    const { status, body } = await admin.put(`/api/calendar/${year}`).send(file);
    return `${status} ${(body as { code?: string }).code}`;
  };
  expect(await put('2034', decree(2035))).toBe('400 calendar.fileInvalid');
  expect(await put('2034', { days: 7 })).toBe('400 calendar.fileInvalid');
  expect(await put('2034', { year: 2034, days: [{ name: 'x', date: '2034-02-30', isOffDay: true }] })).toBe(
    '400 calendar.fileInvalid',
  );
  expect(await put('20344', decree(2034))).toBe('400 request.malformed');
  await admin.put('/api/calendar/2036').send(decree(2036)).expect(200);
  expect(await put('2036', { year: 2036, days: [] })).toBe('422 calendar.alreadyAnnounced');
  const idle = Array.from({ length: 90 }, (_, day) => new Date(Date.UTC(2038, 0, 1 + day)).toISOString().slice(0, 10));
  const off = { year: 2038, papers: [], days: idle.map((date) => ({ name: '休整', date, isOffDay: true })) };
  expect(await put('2038', off)).toBe('422 calendar.hardlyWorked');
  const edits = { days: idle.map((day) => ({ day, kind: 'off', name: '休整' })) };
  const { status, body } = await admin.patch('/api/calendar/2038').send(edits);
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'calendar.hardlyWorked' })]);
});

it('is loaded by administrators only', async () => {
  await server.person('curious', ['clerk']);
  const clerk = await server.signIn('curious');
  await clerk.put('/api/calendar/2037').send(decree(2037)).expect(403);
  await clerk.get('/api/calendar/2037').expect(200);
});

it('takes single days that are still to come from an administrator, and says that it was edited', async () => {
  const edit = async (year: number, ...days: [day: string, kind: string, name?: string][]) => {
    const sent = { days: days.map(([day, kind, name]) => ({ day, kind, ...(name === undefined ? {} : { name }) })) };
    const { status, body } = await admin.patch(`/api/calendar/${year}`).send(sent);
    return { status, ...(body as object) };
  };
  const { calendar } = server.tenant.referenceData.current();
  const before = calendar.summary(2026).workingDays;
  expect(await edit(2026, ['2026-11-20', 'off', '建局纪念日'], ['2026-11-21', 'work', '建局纪念日'])).toMatchObject({
    status: 200,
    workingDays: before,
    origin: 'chinese-days+edited',
    loadedBy: expect.any(String),
  });
  const now = (): typeof calendar => server.tenant.referenceData.current().calendar;
  expect([now().isWorkingDay('2026-11-20'), now().isWorkingDay('2026-11-21')]).toEqual([false, true]);
  // the rest of the decree stands
  expect(now().isWorkingDay('2026-10-01')).toBe(false);
  expect(await edit(2026, ['2026-11-20', 'usual'], ['2026-11-21', 'usual'])).toMatchObject({ workingDays: before });
  expect(await edit(2026, ['2026-01-05', 'off', 'x'])).toMatchObject({ status: 422, code: 'calendar.dayPassed' });
  expect(await edit(2026, ['2027-11-20', 'off', 'x'])).toMatchObject({ status: 422, code: 'calendar.otherYear' });
  expect(await edit(2026, ['2026-11-20', 'off'])).toMatchObject({ status: 422, code: 'calendar.noName' });
  expect(await edit(2031, ['2031-12-31', 'usual'])).toMatchObject({ status: 422, code: 'calendar.namedByNext' });
  // a year without a decree is announced by its first day, and no earlier
  expect(await edit(2039, ['2039-05-01', 'usual'], ['2039-05-02', 'off', '劳动节'])).toMatchObject({
    announced: true,
    offDays: [{ day: '2039-05-02', name: '劳动节' }],
  });
});

it('leaves the days that have passed of an announced year as they were, and takes a year whole that had no decree', async () => {
  const shown = (await admin.get('/api/calendar/2026').expect(200)).body as Record<
    'offDays' | 'workDays',
    { day: string; name: string }[]
  >;
  const days = [
    ...shown.offDays.map(({ day, name }) => ({ name, date: day, isOffDay: true })),
    ...shown.workDays.map(({ day, name }) => ({ name, date: day, isOffDay: false })),
  ];
  const put = async (year: number, ...more: string[]) => {
    const file = { year, papers: [], days: [...days, ...more.map((date) => ({ name: '维护', date, isOffDay: true }))] };
    const { status, body } = await admin.put(`/api/calendar/${year}`).send(file);
    return { status, ...(body as object) };
  };
  expect(await put(2026, '2026-01-05', '2026-01-06', '2026-12-30')).toMatchObject({
    status: 422,
    code: 'calendar.dayPassed',
    message: expect.stringContaining('2026-01-05, 2026-01-06 passed'),
  });
  expect((await admin.get('/api/calendar/2026')).body).toEqual(shown);
  expect(await put(2026, '2026-12-30')).toMatchObject({ status: 200 });
  expect(await put(2026)).toMatchObject({ status: 200, workingDays: expect.any(Number) });
});
