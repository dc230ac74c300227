/** Cases that went the whole way and were struck off, for tests of what happens to them years later. */
import { ACTOR, at } from './engine.js';
import type { Fixture } from './fixture.js';

/** Collects a case, works on it and strikes it off in March of the year; answers its id. */
export async function struckOff(fixture: Fixture, year = 2024): Promise<string> {
  const day = (n: number): number => at(`${year}-03-${String(n).padStart(2, '0')}`);
  const id = await fixture.working(day(4));
  await fixture.send(id, ACTOR.handler, day(5), 'PROGRESS', { text: '已现场核实情况，正在协调相关单位' });
  await fixture.send(id, ACTOR.handler, day(6), 'SUBMIT', { measure: '更换灯具十二盏', lastingMeasure: '每月巡查' });
  await fixture.send(id, ACTOR.supervisor, day(7), 'PASS', { method: 'onSite' });
  await fixture.send(id, ACTOR.visitor, day(8), 'RECORD_VISIT', {
    method: 'phone',
    outcome: 'fixed',
    satisfaction: 'satisfied',
  });
  return id;
}
