/** A case that a hotline platform sent, with a way back for its answers. */
import { Webhook } from 'standardwebhooks';
import { v7 as uuid } from 'uuid';
import type { TestServer } from './server.js';

/** What a platform sends, signed with its secret. */
export function hotlineCall(server: TestServer, code: string, secret: string, what: object) {
  const [id, now, body] = [`msg_${uuid()}`, new Date(), JSON.stringify(what)];
  return server
    .anonymous()
    .post(`/api/hotline/${code}`)
    .set('Content-Type', 'application/json')
    .set('webhook-id', id)
    .set('webhook-timestamp', String(Math.floor(now.getTime() / 1000)))
    .set('webhook-signature', new Webhook(secret).sign(id, now, body))
    .send(body);
}

/** Sets up a platform of the office, whose answers nobody hears, and has it send one case; its id. */
export async function hotlineCase(server: TestServer, text: string): Promise<string> {
  const [admin, clerk] = [await server.signIn('admin'), await server.signIn('clerk')];
  const way = { name: '市 12345 平台', kind: 'standard', url: 'http://127.0.0.1:9/', topics: ['hotline.answer'] };
  const webhook = await admin
    .post('/api/webhooks')
    .send({ ...way, active: true })
    .expect(201);
  const [{ id: categoryId }] = (await clerk.get('/api/categories').expect(200)).body as [{ id: string }];
  const platform = await admin
    .post('/api/hotline-platforms')
    .send({
      ...{ name: '市 12345', code: 'city', officeUnitId: server.units.office, categoryId, answerDays: 5, active: true },
      ...{ webhookId: (webhook.body as { id: string }).id, mapping: {} },
    })
    .expect(201);
  const { secret } = platform.body as { secret: string };
  const { body } = await hotlineCall(server, 'city', secret, { number: 'RX1', text }).expect(200);
  const { ourNumber } = body as { ourNumber: string };
  const { items } = (await clerk.get(`/api/cases?q=${ourNumber}`).expect(200)).body as { items: { id: string }[] };
  return items[0]!.id;
}
