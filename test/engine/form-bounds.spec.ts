/** What a form says before it is filled is what the rules hold it to, number for number. */
import { withBounds } from '../../src/engine/form-bounds.js';
import { fullForm } from '../../src/engine/form.js';
import type { CaseContext } from '../../src/domain/case.js';
import type { Schema } from '../../src/engine/commands.js';
import type { Env } from '../../src/engine/env.js';
import { freshContext } from '../../src/domain/case.js';
import { ACTOR, at, calendar, CATEGORY, rectification2, refs, UNIT } from '../support/engine.js';

/** A Thursday: the next working days are the 13th, 16th, 17th, 18th, 19th. */
const NOW = at('2026-03-12');
const env = (more: Partial<Env> = {}): Env => ({
  at: NOW,
  today: calendar.dayOf(NOW),
  caseId: 'case',
  facts: {} as Env['facts'],
  actor: ACTOR.clerk,
  policy: rectification2.policy,
  refs,
  related: new Map(),
  failed: [],
  ...more,
});
function bounded(
  type: string,
  rule: string,
  context: Partial<CaseContext> = {},
  of: Env = env(),
): Schema['properties'] {
  const schema = fullForm(type)!;
  const working = freshContext({
    leadUnitId: UNIT.lead,
    categoryId: CATEGORY.order,
    officeUnitId: UNIT.office,
    ...context,
  });
  return withBounds(schema.properties, new Set([rule]), working, of);
}
const hint = (of: unknown): string => JSON.stringify((of as Record<string, unknown>)['x-hint']);

it('bounds a promise by its order and by what the late period has left', () => {
  const { promisedOn } = bounded('REPLY_ORDER', 'promiseIsNear', { rung: 'blue', period: 1 });
  expect(promisedOn).toMatchObject({ 'x-first': '2026-03-13', 'x-last': '2026-03-19' });
  expect(hint(promisedOn)).toMatch(/5 个工作日内.*10 个工作日，还剩 10 个/);
  const promised = { rung: 'blue' as const, madeOn: '2026-03-02', promisedOn: '2026-03-09', isFinal: false, by: null, keptOn: null }; // prettier-ignore
  const promises = [
    { ...promised, period: 1, days: 8 },
    { ...promised, period: 0, days: 5 },
  ];
  const left = bounded('REPLY_ORDER', 'promiseIsNear', { rung: 'orange', period: 1, promises })['promisedOn'];
  expect(left).toMatchObject({ 'x-last': '2026-03-16' });
  expect(hint(left)).toContain('还剩 2 个');
});

it('bounds a waiver, a talk, an extension and the review of a hold', () => {
  expect(bounded('WAIVE_ORDER', 'waiverIsNear')['reviewOn']).toMatchObject({
    'x-first': '2026-03-13',
    'x-last': '2026-03-26',
  });
  const talk = bounded('RECORD_TALK', 'talkDaysFit', { rungAt: at('2026-03-10') });
  expect(talk['heldOn']).toMatchObject({ 'x-first': '2026-03-10', 'x-last': '2026-03-12' });
  expect(bounded('REQUEST_EXTENSION', 'extensionWithinLimit')['days']).toMatchObject({ maximum: 10 });
  expect(bounded('PARK', 'reviewIsAhead')['reviewOn']).toMatchObject({ 'x-first': '2026-03-13' });
});

it('gives a part no later day than the whole, and says nothing of a case that is none', () => {
  const origin = { kind: 'split' as const, caseId: 'whole', number: 'ZG-2026-000001', dueOn: '2026-03-20' };
  const part = bounded('ASSIGN', 'dueOnWithinOrigin', { origin })['dueOn'];
  expect(part).toMatchObject({ 'x-last': '2026-03-20' });
  expect(hint(part)).toContain('ZG-2026-000001');
  expect(bounded('ASSIGN', 'dueOnWithinOrigin')['dueOn']).toEqual(fullForm('ASSIGN')!.properties['dueOn']);
});

it('asks for a check on site and for photographs by the weight of the case, former categories counted', () => {
  expect(bounded('PASS', 'checkedOnSite', { isKey: true })['method']).toMatchObject({ enum: ['onSite'] });
  expect(bounded('PASS', 'checkedOnSite')['method']).not.toHaveProperty('x-hint');
  const heavy = { verifiers: 1, onSite: true, photos: true };
  const verification = { ...rectification2.policy.verification!, byCategory: { noise: heavy } };
  const weighty = env({ policy: { ...rectification2.policy, verification } });
  const corrected = { formerCategoryIds: [CATEGORY.noise] };
  expect(bounded('PASS', 'checkedOnSite', corrected, weighty)['method']).toMatchObject({ enum: ['onSite'] });
  expect(hint(bounded('SUBMIT', 'saysOtherPlaces', corrected, weighty)['photosBefore'])).toContain('核查通过须有');
});

it('tells whoever may not take the key mark off who may, and nobody else', () => {
  expect(hint(bounded('CORRECT', 'mayUnmarkKey', { isKey: true })['isKey'])).toContain('领导小组成员');
  for (const [isKey, actor] of [
    [true, ACTOR.leader],
    [false, ACTOR.clerk],
  ] as const) {
    expect(bounded('CORRECT', 'mayUnmarkKey', { isKey }, env({ actor }))['isKey']).not.toHaveProperty('x-hint');
  }
});

it('says only what the rules of the workflow ask for', () => {
  const schema = fullForm('WAIVE_ORDER')!;
  expect(withBounds(schema.properties, new Set(['isOffice']), freshContext({}), env())).toEqual(schema.properties);
});
