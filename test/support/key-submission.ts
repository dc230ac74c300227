/** What a key case asks for since version 2 when its fix is handed in: photographs of before and after, and where else it was looked. */
import type TestAgent from 'supertest/lib/agent.js';
import { photograph } from './photographs.js';

/** The payload of SUBMIT for a key case, with its photographs uploaded by the agent. */
export async function keySubmission(agent: TestAgent, caseId: string): Promise<Record<string, unknown>> {
  const upload = async (name: string, seed: number): Promise<string[]> => {
    const bytes = await photograph({ width: 64, height: 48, seed });
    const { body } = await agent.post(`/api/cases/${caseId}/attachments`).attach('files', bytes, name).expect(201);
    return (body as { id: string }[]).map(({ id }) => id);
  };
  return {
    measure: '修好',
    lastingMeasure: '巡查',
    otherPlaces: '同路段其余九盏均已排查',
    photosBefore: await upload('整改前.jpg', 1),
    photosAfter: await upload('整改后.jpg', 2),
  };
}
