/** What a line of history says: every value that was decided, and the days that followed from it. */
import type { Extension } from '../domain/case.js';
import type { Labels } from '../engine/commands.js';
import { fullForm } from '../engine/form.js';
import type { Changed } from '../domain/case.js';
import type { EventRecord } from '../engine/decide.js';
import { COLLECTED, FLAG, SAID_WORDS } from './said-words.js';

/** One thing a line says: its name and its value in both languages. */
export interface Said {
  /** The field of the payload, or of the case, that it tells of. */
  field: string;
  labels: Labels;
  text: Labels;
  /** Written by a person in their own words. */
  prose: boolean;
  /** The case it names, so that it can be opened. */
  caseId?: string;
}

/** The names of what a payload only has ids of; null for what is not known. */
export interface Names {
  unit(id: string): string | null;
  category(id: string): Labels | null;
  /** Number of another case. */
  caseNumber(id: string): string | null;
}

type Event = Pick<EventRecord, 'type' | 'payload' | 'before' | 'after' | 'effects'>;
type Field = Record<string, unknown>;

/** Never said, on purpose: by field, with the reason. */
export const UNSAID: Readonly<Record<string, string>> = {
  'COLLECT.title': 'stands above the history as the title of the case; a correction says what it was before',
  'COLLECT.description': 'stands above the history and never changes',
  'COLLECT.planId': 'a plan is told among what the case is',
  'COLLECT.externalKey': 'by what an import knows its row again; nobody reads it',
  'JOIN.fromCaseId': 'said by its number, fromNumber',
  'COLLECT.meetingId': 'the page names the meeting for those who may know it',
  'JOIN.opinionId': 'an opinion leads to the person who spoke, who is sealed',
  'TIMER.timer': 'the name of the line is the timer’s',
  'MIGRATE.orderedById': 'said by name, orderedBy',
  'MIGRATE.fired': 'which reminders had gone out before and do not go out again; no person acts on it',
  'REPLY_ORDER.period': 'counts late periods inside the engine; the order is named by its rung',
  'SIGN_ORDER.period': 'as above',
  'WAIVE_ORDER.period': 'as above',
  'INSTRUCT_ORDER.period': 'as above',
  'JOIN.categoryIds': 'makes the check no lighter than that of what was merged, whose page says its category',
  'JOIN.sharesFate': 'how the strict rates count the case that was merged; nobody acts on it',
  'JOIN.cameBack': 'as above',
  'SHARE_FATE.caseId': 'said by its number',
  'SHARE_FATE.kind': 'the case itself says whether it was merged or split',
  'JOIN.raisers': 'ids under which people are sealed',
  'JOIN.addedById': 'said by name, addedBy',
  'OBJECT.raiserId': 'as above',
  'RATE_RESULT.raiserId': 'as above',
  'SAY_UNSOLVED.raiserId': 'as above',
  'ASK_OFFICE.raiserId': 'as above',
  'RELEASE_RESULT.raiserId': 'as above',
  'RECORD_VISIT.raiserId': 'as above; the page of the case says which raiser to those who may know',
};

const both = (text: string): Labels => ({ 'zh-CN': text, en: text });
const named = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });
const joined = (texts: Labels[]): Labels => ({
  'zh-CN': texts.map((one) => one['zh-CN']).join('、'),
  en: texts.map((one) => one.en).join(', '),
});
const UNKNOWN = named('（已不存在）', '(no longer there)');
const workingDays = (days: number): Labels => named(`${days} 个工作日`, `${days} working days`);

/** All that the event decided, in the order of its form, then what followed from it. `names` knows units, categories, cases; `titleBefore` is
 *  what the case was called until an event that gives it another title. */
export function eventSaid(event: Event, names: Names, titleBefore?: string): Said[] {
  const was: Said[] =
    titleBefore === undefined
      ? []
      : [{ field: 'titleWas', labels: named('原标题', 'Title before'), text: both(titleBefore), prose: true }];
  return [...payloadSaid(event, names), ...was, ...consequences(event, names)];
}

/** What the case was called before each line that corrected its title, by the line's number. */
export function titlesBefore(events: readonly Pick<EventRecord, 'seq' | 'payload'>[]): Map<number, string> {
  const found = new Map<number, string>();
  let title: string | undefined;
  for (const { seq, payload } of events) {
    const given = payload['title'];
    if (typeof given !== 'string') continue;
    if (title !== undefined) found.set(seq, title);
    title = given;
  }
  return found;
}

/** Ids of the other cases that the events name. */
export function casesNamed(events: readonly Event[]): string[] {
  return events.flatMap(({ type, payload }) =>
    Object.entries(payload).flatMap(([name, value]) =>
      fieldOf(type, name)['x-kind'] === 'case' && typeof value === 'string' ? [value] : [],
    ),
  );
}

/** What is known of a field; nothing of one that an older version wrote and that no form has any more. */
function fieldOf(type: string, name: string): Field {
  if (type === 'COLLECT' && COLLECTED[name] !== undefined) return { 'x-labels': COLLECTED[name] };
  return fullForm(type)?.properties[name] ?? {};
}
const labelsOf = (field: Field): Labels => (field['x-labels'] as Labels | undefined) ?? named('其他', 'Other');

function payloadSaid({ type, payload, before }: Event, names: Names): Said[] {
  return Object.entries(payload).flatMap(([name, value]) => {
    if (UNSAID[`${type}.${name}`] !== undefined || value === undefined || value === null || value === '') return [];
    const field = fieldOf(type, name);
    const asked = before.context?.extension;
    if (type === 'GRANT_EXTENSION' && name === 'days' && asked) return [grantedDays(Number(value), asked)];
    return [
      {
        field: name,
        labels: labelsOf(field),
        text: valueText(name, field, value, names),
        prose: field['x-kind'] === 'prose',
        ...(field['x-kind'] === 'case' ? { caseId: String(value) } : {}),
      },
    ];
  });
}

/** A value in words: by the control its field has in the form, else as it stands. */
function valueText(name: string, field: Field, value: unknown, names: Names): Labels {
  const unit = (id: unknown): Labels => {
    const found = names.unit(String(id));
    return found === null ? UNKNOWN : both(found);
  };
  switch (field['x-kind']) {
    case 'unit':
      return unit(value);
    case 'units':
      return Array.isArray(value) && value.length > 0 ? joined(value.map(unit)) : named('无', 'None');
    case 'category':
      return names.category(String(value)) ?? UNKNOWN;
    case 'case': {
      const number = names.caseNumber(String(value));
      return number === null ? UNKNOWN : both(number);
    }
    case 'attachments': {
      const count = Array.isArray(value) ? value.length : 0;
      return named(`${count} 份`, `${count} files`);
    }
    case 'parts':
      return joined((value as { title: string }[]).map(({ title }) => both(`“${title}”`)));
    case 'milestones':
      return joined((value as { name: string; dueOn: string }[]).map((one) => both(`${one.name}（${one.dueOn}）`)));
  }
  if (typeof value === 'boolean') {
    return (field[value ? 'x-yes' : 'x-no'] as Labels | undefined) ?? FLAG[value ? 1 : 0];
  }
  if (typeof value === 'number' && name === 'days') return workingDays(value);
  if (typeof value === 'object') return groupText(field, value as Record<string, unknown>, names);
  return SAID_WORDS[name]?.[String(value)] ?? both(String(value));
}

/** Fields within a field, such as the five ratings of a service. */
function groupText(field: Field, value: Record<string, unknown>, names: Names): Labels {
  const inner = (field['properties'] ?? {}) as Record<string, Field>;
  return joined(
    Object.entries(value).map(([name, one]) => {
      const [label, text] = [labelsOf(inner[name] ?? {}), valueText(name, inner[name] ?? {}, one, names)];
      return named(`${label['zh-CN']} ${text['zh-CN']}`, `${label.en} ${text.en}`);
    }),
  );
}

function grantedDays(days: number, asked: Extension): Said {
  const text = named(`${days} 个工作日（申请 ${asked.days} 天）`, `${days} working days (${asked.days} requested)`);
  return { field: 'days', labels: named('批准天数', 'Days granted'), text, prose: false };
}

/** What the decision changed without naming it: the due day before and after, the unit that gave the case back, the end. */
function consequences({ type, payload, before, after, effects }: Event, names: Names): Said[] {
  const said: Said[] = [];
  const say = (field: string, labels: Labels, text: Labels): void =>
    void said.push({ field, labels, text, prose: false });
  const [was, is] = [before.context ?? {}, after.context ?? {}];
  if (type === 'GRANT_EXTENSION' && payload['days'] === undefined && was.extension) {
    said.push(grantedDays(is.extensions?.at(-1)?.days ?? was.extension.days, was.extension));
  }
  if (type === 'REFUSE_EXTENSION' && was.extension) {
    say('days', named('申请天数', 'Days requested'), workingDays(was.extension.days));
  }
  if (type === 'DECLINE' && was.leadUnitId) {
    const name = names.unit(was.leadUnitId);
    say('leadUnitId', named('退单单位', 'Declined by'), name === null ? UNKNOWN : both(name));
  }
  const part = (field: string, labels: Labels, kind: string, value: unknown): void =>
    say(field, labels, valueText(field, { 'x-kind': kind }, value, names));
  if (type === 'TRANSFER' && was.leadUnitId)
    part('leadUnitWas', named('原牵头单位', 'Led by before'), 'unit', was.leadUnitId);
  // A correction keeps what stood there before beside it.
  if (type === 'CORRECT' && was.categoryId) {
    part('categoryWas', named('原问题类别', 'Category before'), 'category', was.categoryId);
  }
  if (type === 'CORRECT' && was.isKey !== undefined) {
    part('isKeyWas', named('原重点问题', 'Key case before'), 'flag', was.isKey);
  }
  if (type === 'CORRECT' && was.supportingUnitIds) {
    part('supportingUnitsWas', named('原协办单位', 'Supporting units before'), 'units', was.supportingUnitIds);
  }
  if ((type === 'GRANT_DEPARTURE' || type === 'REFUSE_DEPARTURE') && was.departure) {
    say('kind', named('退出方式', 'How'), SAID_WORDS['kind']![was.departure.kind]!);
  }
  if (is.dueOn && (type !== 'ASSIGN' || payload['dueOn'] !== is.dueOn)) {
    const [from, to] = [was.dueOn, provisional(is.dueOn, is)];
    const text = from ? named(`${from} → ${to['zh-CN']}`, `${from} → ${to.en}`) : to;
    say('dueOn', named('整改时限', 'Due date'), text);
  }
  const left = is.pauses?.at(-1);
  if (type === 'PARK' && left) say('remaining', named('剩余时限', 'Time kept'), workingDays(left.remaining));
  const round = is.rounds?.at(-1);
  if (round && (is.rounds?.length ?? 0) > (was.rounds?.length ?? 0)) {
    say('visitDueOn', named('回访时限', 'Visit by'), both(round.dueOn));
  }
  for (const effect of effects) {
    if (effect.kind !== 'order') continue;
    say('to', named('发至', 'Addressed to'), SAID_WORDS['role']![effect.to]!);
    if (effect.replyDueOn !== null) say('replyDueOn', named('回复期限', 'Reply by'), both(effect.replyDueOn));
  }
  if (is.outcome) say('closing', named('结果', 'Result'), SAID_WORDS['closing']![is.outcome]!);
  return said;
}

const provisional = (day: string, context: NonNullable<Changed['context']>): Labels =>
  context.dueProvisional === true ? named(`${day}（暂定）`, `${day} (provisional)`) : both(day);
