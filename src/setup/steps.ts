/** What an office sets up before its first case, and how far it is: counted from what is there, never ticked by hand. */
import type { Sentence } from '../domain/clock-words.js';

export const STEPS = ['name', 'units', 'people', 'office', 'calendar', 'categories', 'workflow', 'channels'] as const;
export type Step = (typeof STEPS)[number];

export interface OfficeCounts {
  /** What the topmost unit is called. */
  topName: string;
  /** Units below the topmost one, the office that came with the program not counted. */
  units: number;
  /** Units where nobody works, there or above. */
  unitsWithoutPeople: number;
  /** Accounts in use that may act on cases. */
  people: number;
  /** Of those the ones that have not yet signed in with a password of their own. */
  startPasswords: number;
  /** Roles without which the loop stops that nobody holds, in words. */
  missing: readonly Sentence[];
  year: number;
  isYearAnnounced: boolean;
  categories: number;
  /** The workflow that new cases get, with its version; null where there is none. */
  workflow: { labels: Sentence; version: number } | null;
  /** Channels that are switched on. */
  channels: number;
}

export interface StepSaid {
  step: Step;
  done: boolean;
  labels: Sentence;
}

const said = (step: Step, done: boolean, zh: string, en: string): StepSaid => ({
  step,
  done,
  labels: { 'zh-CN': zh, en },
});
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Each step with whether it is done and what there is, in the order in which they are done. */
export function stepsOf(of: OfficeCounts, unnamed: string): StepSaid[] {
  const { topName, units, people, missing, workflow } = of;
  const missingZh = missing.map((one) => one['zh-CN']).join('、');
  const missingEn = missing.map(({ en }) => en).join(', ');
  return [
    topName === unnamed
      ? said('name', false, `顶层单位还叫“${topName}”`, `The topmost unit is still called “${topName}”`)
      : said('name', true, topName, topName),
    units === 0
      ? said('units', false, '还没有承办单位', 'No unit to work on cases yet')
      : said('units', true, `${units} 个单位`, count(units, 'unit', 'units')),
    people === 0
      ? said('people', false, '还没有办事人员', 'Nobody to work on cases yet')
      : of.unitsWithoutPeople > 0
        ? said(
            'people',
            false,
            `${people} 人；${of.unitsWithoutPeople} 个单位没有承办人、联络员或单位领导`,
            `${count(people, 'person', 'people')}; ${count(of.unitsWithoutPeople, 'unit has', 'units have')} no handler, liaison or head`,
          )
        : said(
            'people',
            true,
            `${people} 人${of.startPasswords > 0 ? `，其中 ${of.startPasswords} 人还没有登录过` : ''}`,
            `${count(people, 'person', 'people')}${of.startPasswords > 0 ? `, ${of.startPasswords} of whom have not signed in yet` : ''}`,
          ),
    missing.length > 0
      ? said('office', false, `还没有人担任：${missingZh}`, `Nobody holds: ${missingEn}`)
      : said('office', true, '登记、核查、回访、签批都有人', 'Somebody logs, verifies, visits and signs'),
    of.isYearAnnounced
      ? said('calendar', true, `${of.year} 年放假安排已载入`, `The decree of ${of.year} is loaded`)
      : said(
          'calendar',
          false,
          `${of.year} 年放假安排未载入，时限暂按周一至周五计算`,
          `The decree of ${of.year} is not loaded: days count Monday to Friday`,
        ),
    of.categories === 0
      ? said('categories', false, '还没有问题类别', 'No category yet')
      : said('categories', true, `${of.categories} 个类别`, count(of.categories, 'category', 'categories')),
    workflow === null
      ? said('workflow', false, '没有可用的整改流程', 'No workflow is in force')
      : said(
          'workflow',
          true,
          `新事项按“${workflow.labels['zh-CN']}”第 ${workflow.version} 版办理`,
          `New cases follow “${workflow.labels.en}”, version ${workflow.version}`,
        ),
    of.channels === 0
      ? said(
          'channels',
          false,
          '没有启用任何渠道，消息只在系统内看得到',
          'No channel is switched on: messages are seen in the system only',
        )
      : said(
          'channels',
          true,
          `启用了 ${of.channels} 个渠道`,
          `${count(of.channels, 'channel', 'channels')} switched on`,
        ),
  ];
}
