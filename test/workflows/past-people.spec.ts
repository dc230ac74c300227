/** Who people were when they acted: what a deputy did in another's name is judged by the posts of both as they were then. */
import { actingAs, boundWith } from '../../src/domain/deputies.js';
import type { EventRecord } from '../../src/engine/decide.js';
import { peopleOfThen } from '../../src/workflows/past-people.js';

it('gives a line in another’s name the posts of both at that time', () => {
  const then = peopleOfThen([
    { personId: 'li', role: 'clerk', unitId: 'office', since: 0, until: null },
    { personId: 'zhang', role: 'visitor', unitId: 'office', since: 0, until: 50 },
    { personId: 'zhang', role: 'leader', unitId: 'office', since: 50, until: null },
  ]);
  const line = {
    actor: { userId: 'li', name: '李四代张三', unitId: 'office', via: 'deputy' },
    inNameOf: { userId: 'zhang', name: '张三' },
    at: 20,
  } as unknown as EventRecord;
  const actor = then(line);
  expect(actingAs(actor).map(({ roles }) => roles.map(({ role }) => role))).toEqual([['clerk'], ['visitor']]);
  expect(boundWith(actor).map(({ userId }) => userId)).toEqual(['li', 'zhang']);
  const { inNameOf: _, ...own } = line;
  expect(actingAs(then(own as EventRecord))).toHaveLength(1);
});
