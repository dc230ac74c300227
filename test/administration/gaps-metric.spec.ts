/** What machines are told of late cases that nothing brings up again: a figure by workflow and version. */
import { v7 as uuid } from 'uuid';
import { startServer } from '../support/server.js';

it('counts them by the version of their workflow', async () => {
  const server = await startServer();
  try {
    const east = await server.unit('城东分局');
    await server.person('clerk', ['clerk']);
    const clerk = await server.signIn('clerk');
    const categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
    for (const title of ['路灯不亮', '井盖松动']) {
      const { body } = await clerk
        .post('/api/cases')
        .send({ title, description: '东街', source: 'hotline', categoryId })
        .expect(201);
      const { id } = (body as { case: { id: string } }).case;
      const command = { id: uuid(), type: 'ASSIGN', leadUnitId: east };
      await clerk.post(`/api/cases/${id}/commands`).send(command).expect(200);
    }
    server.clock.advance(60 * 86_400_000);
    await server.test.database.pool.query(
      `DELETE FROM case_timer WHERE case_id = (SELECT id FROM rectification_case ORDER BY number LIMIT 1)`,
    );
    const { text } = await server.anonymous().get('/metrics').expect(200);
    expect(text).toContain('xiaohao_late_cases_without_date{workflow="rectification",version="2"} 1\n');
  } finally {
    await server.close();
  }
});
