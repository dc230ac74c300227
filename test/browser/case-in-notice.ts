/** A key case whose result is shown in public: fixed with photographs, checked by two, whoever raised it visited. */
import { v4 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { TestServer } from '../support/server.js';

export interface CaseInNotice {
  id: string;
  number: string;
  /** Code of its first raiser. */
  receiptCode: string;
}

/** Drives one there today. The tenant has a clerk, a visitor, two supervisors called supervisor and second, and a handler of the unit. */
export async function caseInNotice(
  server: TestServer,
  about: { title: string; leadUnitId: string; noticeText?: string; handler?: string; others?: string[] },
): Promise<CaseInNotice> {
  const { title, leadUnitId, noticeText, handler = 'handler', others = [] } = about;
  const who: Record<string, TestAgent> = {};
  for (const name of ['clerk', handler, 'supervisor', 'second', 'visitor']) who[name] = await server.signIn(name);
  const categoryId = ((await who['clerk']!.get('/api/categories')).body as { id: string }[])[0]!.id;
  const raiser = { name: '李阿姨', contact: '13800001234' };
  const given = { title, description: '东街', source: 'hotline', categoryId, isKey: true, raiser };
  const made = (await who['clerk']!.post('/api/cases').send(given).expect(201)).body as {
    case: { id: string; number: string };
    receiptCode: string;
  };
  const { id, number } = made.case;
  const act = (name: string, type: string, payload: object = {}) =>
    who[name]!.post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
  const raisers = [id];
  for (const name of others) {
    const { body } = await who['clerk']!.post(`/api/cases/${id}/raisers`).send({ name }).expect(201);
    raisers.push((body as { raiserId: string }).raiserId);
  }
  await act('clerk', 'ASSIGN', { leadUnitId });
  await act(handler, 'ACCEPT');
  const file = (which: string): Buffer => Buffer.from(`%PDF-1.4\n% ${which}\n%%EOF`);
  const upload = who[handler]!.post(`/api/cases/${id}/attachments`).attach('files', file('before'), 'a.pdf');
  const { body } = await upload.attach('files', file('after'), 'b.pdf').expect(201);
  const [photosBefore, photosAfter] = (body as { id: string }[]).map((one) => [one.id]);
  const fix = { measure: '更换', lastingMeasure: '巡查', otherPlaces: '西街', photosBefore, photosAfter };
  await act(handler, 'SUBMIT', fix);
  await act('supervisor', 'PASS', { method: 'onSite' });
  await act('second', 'PASS', { method: 'onSite', ...(noticeText === undefined ? {} : { noticeText }) });
  const said = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' };
  for (const raiserId of raisers)
    await act('visitor', 'RECORD_VISIT', { ...said, ...(others.length === 0 ? {} : { raiserId }) });
  return { id, number, receiptCode: made.receiptCode };
}
