/** A line of history says what was decided: nothing of a payload stays unsaid unless it is hidden on purpose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventSaid, UNSAID, type Names } from '../../src/cases/event-said.js';
import { COMMANDS } from '../../src/engine/commands.js';
import type { EventRecord } from '../../src/engine/decide.js';
import { fullForm } from '../../src/engine/form.js';
import type { GoldenFile } from '../engine/golden/replay.js';
import { SOURCES } from '../../src/domain/words.js';
import {
  ACTOR,
  at,
  CATEGORY,
  Drive,
  payloadFor,
  rectification,
  rectification2,
  staged,
  UNIT,
  units,
} from '../support/engine.js';

const golden = join(__dirname, '../engine/golden');
const files = readdirSync(golden)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(golden, name), 'utf8')) as GoldenFile);
const names: Names = {
  unit: (id) => units.get(id)?.name ?? null,
  category: (id) => (id === CATEGORY.order ? { 'zh-CN': '治安防范', en: 'Public order' } : null),
  caseNumber: (id) => `ZG-${id.slice(-3)}`,
};
const events = files.flatMap(({ logs }) =>
  logs.flatMap(({ expected }) =>
    expected.flatMap((answer) => (JSON.parse(answer) as { events?: EventRecord[] }).events ?? []),
  ),
);
const zh = (event: EventRecord): string[] =>
  eventSaid(event, names).map(({ labels, text }) => `${labels['zh-CN']}：${text['zh-CN']}`);

it('says every value of every payload of the golden histories, in words', () => {
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(24);
  const unsaid = new Set<string>();
  for (const event of events) {
    const said = eventSaid(event, names);
    for (const [field, value] of Object.entries(event.payload)) {
      if (UNSAID[`${event.type}.${field}`] !== undefined) continue;
      const found = said.find((one) => one.field === field);
      const text = found?.text['zh-CN'] ?? '';
      if (text === '' || (typeof value === 'string' && found!.prose && text !== value)) {
        unsaid.add(`${event.type}.${field}`);
      }
      if (/[0-9a-f]{8}-|undefined|\[object|[{}]/.test(text)) unsaid.add(`${event.type}.${field}: ${text}`);
    }
  }
  expect([...unsaid]).toEqual([]);
});

it('has a word in both languages for every value of a closed list that a command may carry', () => {
  const wordless = Object.keys(COMMANDS).flatMap((type) =>
    Object.entries(fullForm(type)!.properties).flatMap(([field, { enum: list }]) =>
      ((list as string[] | undefined) ?? []).filter((value) => {
        const event = { type, payload: { [field]: value }, before: {}, after: {}, effects: [] };
        const said = eventSaid(event, names)[0];
        return said === undefined || said.text['zh-CN'] === value || said.text.en === value;
      }),
    ),
  );
  expect(wordless).toEqual([]);
});

/** All that src/executor/batch.ts writes with a collected case. */
const COLLECTED_WITH = {
  title: '夜间施工噪声扰民',
  description: '连续三晚施工到凌晨',
  source: 'hotline',
  meetingId: UNIT.lead,
  planId: UNIT.lead,
  externalKey: 'id:17',
};

/** Stands for what a form can carry in such a field. */
const valueOf = (field: Record<string, unknown>): unknown => {
  if (field['type'] === 'object') {
    const inner = (field['properties'] ?? {}) as Record<string, Record<string, unknown>>;
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, valueOf(one)]));
  }
  if (field['x-kind'] === 'parts') return [{ title: '路灯不亮', description: '第三盏' }];
  if (field['x-kind'] === 'milestones') return [{ name: '勘察', dueOn: '2026-03-09' }];
  if (field['type'] === 'array') return [UNIT.lead];
  if (field['type'] === 'boolean') return true;
  if (field['type'] === 'integer') return 3;
  return (field['enum'] as string[] | undefined)?.[0] ?? '2026-03-09';
};

it('has a name in both languages for every field that can be said, those of a collected case and fields within fields too', () => {
  const payloads: [string, Record<string, unknown>][] = [
    ['COLLECT', COLLECTED_WITH],
    ...Object.keys(COMMANDS).map((type): [string, Record<string, unknown>] => [
      type,
      Object.fromEntries(Object.entries(fullForm(type)!.properties).map(([name, field]) => [name, valueOf(field)])),
    ]),
  ];
  const nameless = payloads.flatMap(([type, payload]) =>
    eventSaid({ type, payload, before: {}, after: {}, effects: [] }, names)
      .filter(
        ({ labels, text }) =>
          /^(其他|Other)$|^[a-z][A-Za-z]+$/.test(labels['zh-CN']) ||
          /^(其他|Other)$|^[a-z]\w*[A-Z]/.test(labels.en) ||
          /其他|\b[a-z]+\b/.test(text['zh-CN']),
      )
      .map(({ field }) => `${type}.${field}`),
  );
  expect(nameless).toEqual([]);
});

it('says of a collected case where it came from, in words, and not again what stands above', () => {
  const said = eventSaid({ type: 'COLLECT', payload: COLLECTED_WITH, before: {}, after: {}, effects: [] }, names);
  expect(said).toEqual([
    {
      field: 'source',
      labels: { 'zh-CN': '问题来源', en: 'Source' },
      text: { 'zh-CN': '热线', en: 'Hotline' },
      prose: false,
    },
  ]);
  for (const source of SOURCES) {
    const [one] = eventSaid({ type: 'COLLECT', payload: { source }, before: {}, after: {}, effects: [] }, names);
    expect(one!.text['zh-CN']).not.toBe(source);
  }
});

it('names unit, day, supporting units and category of an assignment', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
  expect(zh(drive.events.at(-1)!)).toEqual([
    '牵头单位：城东分局',
    '协办单位：交警支队',
    '问题类别：治安防范',
    expect.stringMatching(/^整改时限：2026-03-\d\d$/),
  ]);
});

it('names what was asked, what was granted, and the due day before and after', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02')).send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  const was = drive.state.context.dueOn!;
  drive.send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-03'), { days: 8, reason: '等待配件' });
  expect(zh(drive.events.at(-1)!)).toEqual(['申请天数：8 个工作日', '理由：等待配件']);
  drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-04'), { days: 5 });
  expect(zh(drive.events.at(-1)!)).toEqual([
    '批准天数：5 个工作日（申请 8 天）',
    `整改时限：${was} → ${drive.state.context.dueOn}`,
  ]);
});

it('says the days of an extension that was granted as asked, and of one that was refused', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02')).send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  drive.send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-03'), { days: 8, reason: '等待配件' });
  drive.send('REFUSE_EXTENSION', ACTOR.clerk, at('2026-03-03'), { reason: '理由不充分' });
  expect(zh(drive.events.at(-1)!)).toEqual(['理由：理由不充分', '申请天数：8 个工作日']);
  drive.send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-04'), { days: 3, reason: '等待配件' });
  drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-04'), {});
  expect(zh(drive.events.at(-1)!)[0]).toBe('批准天数：3 个工作日（申请 3 天）');
});

it('names the suggested unit of a decline and the unit that declined, the case of a merge, the milestones', () => {
  const drive = new Drive(staged, at('2026-03-02'));
  const milestones = payloadFor('ASSIGN', staged, '2026-03-02')['milestones'] as { name: string; dueOn: string }[];
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
  expect(zh(drive.events.at(-1)!)).toContain(
    `阶段节点：${milestones.map(({ name, dueOn }) => `${name}（${dueOn}）`).join('、')}`,
  );
  drive.send('DECLINE', ACTOR.handler, at('2026-03-02'), { reason: '不在辖区', suggestedUnitId: UNIT.other });
  expect(zh(drive.events.at(-1)!)).toEqual(['理由：不在辖区', '建议承办单位：城西分局', '退单单位：城东分局']);
  drive.send('MERGE', ACTOR.clerk, at('2026-03-03'));
  const [merged] = eventSaid(drive.events.at(-1)!, names);
  expect(merged).toMatchObject({ text: { 'zh-CN': 'ZG-900' }, caseId: '00000000-0000-4000-8000-000000000900' });
});

it('says what stood there before a transfer and a correction, and how a case left by two people', () => {
  const drive = new Drive(rectification2, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02')).send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  drive.send('TRANSFER', ACTOR.clerk, at('2026-03-03'));
  expect(zh(drive.events.at(-1)!)).toEqual(['牵头单位：城西分局', '理由：属城西管辖', '原牵头单位：城东分局']);
  drive.send('CORRECT', ACTOR.clerk, at('2026-03-03'), { isKey: true, supportingUnitIds: [] });
  expect(zh(drive.events.at(-1)!)).toEqual([
    '标题：路灯不亮',
    '理由：标题有误',
    '重点问题：是',
    '协办单位：无',
    '原重点问题：否',
    '原协办单位：交警支队',
  ]);
  drive.send('SPLIT', ACTOR.clerk, at('2026-03-03', '11:00'));
  expect(zh(drive.events.at(-1)!)).toEqual(['拆出的事项：“噪声扰民”', '理由：两件事']);
  drive.send('ASK_DEPARTURE', ACTOR.clerk, at('2026-03-03', '12:00'));
  expect(zh(drive.events.at(-1)!)).toEqual(['退出方式：撤回', '理由：反映人撤回']);
  drive.send('GRANT_DEPARTURE', ACTOR.leader, at('2026-03-03', '13:00'));
  expect(zh(drive.events.at(-1)!)).toEqual(['退出方式：撤回', '结果：撤回']);
});
