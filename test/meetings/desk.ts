/** A meeting desk for the tests: a server with an office, a unit in the field and the people who matter. */
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

export interface Desk {
  server: TestServer;
  clerk: TestAgent;
  handler: TestAgent;
  station: string;
  category: string;
  /** Puts a meeting on record and answers its id and the ids of its participants. */
  meeting(title?: string): Promise<{ id: string; participants: string[] }>;
  /** Logs opinions at a meeting and answers their ids. */
  logged(meetingId: string, texts: string[], participantId?: string): Promise<string[]>;
}

/** Opens the desk; close its server in afterAll. */
export async function openDesk(): Promise<Desk> {
  const server = await startServer();
  const station = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('handler', ['handler'], station);
  const [clerk, handler] = [await server.signIn('clerk'), await server.signIn('handler')];
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string; code: string }[];
  return {
    server,
    clerk,
    handler,
    station,
    category: categories[0]!.id,
    meeting: async (title = '一季度警民恳谈会') => {
      const { body } = await clerk
        .post('/api/meetings')
        .send({
          title,
          kind: 'policeResident',
          heldOn: '2026-03-02',
          place: '东街社区居委会',
          hostUnitId: server.units.office,
          participants: [
            { name: '赵建国', standing: 'resident', contact: '东街 12 号' },
            { name: '钱律师', standing: 'lawyer' },
          ],
        })
        .expect(201);
      const made = body as { id: string; participants: { id: string }[] };
      return { id: made.id, participants: made.participants.map(({ id }) => id) };
    },
    logged: async (meetingId, texts, participantId) => {
      const { body } = await clerk
        .post(`/api/meetings/${meetingId}/opinions`)
        .send(texts.map((text) => ({ text, ...(participantId === undefined ? {} : { participantId }) })))
        .expect(201);
      return (body as { id: string }[]).map(({ id }) => id);
    },
  };
}
