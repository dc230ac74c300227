/** A simulation in lines, for the command line. */
import { specOf } from '../engine/commands.js';
import type { Compared, DifferingCase, Simulation } from './simulation.js';

const arrow = ({ real, draft }: Compared): string => `${real} → ${draft}`;

/** The numbers, a line each. */
export function simulationSaid(told: Simulation): string[] {
  const { from, to, of, played, unread, recounted, failed, differing, late, rungs, closingsRefused, refused, asked } =
    told;
  const sampled = played + unread < of ? `（抽样 / sampled ${played + unread}）` : '';
  return [
    ...failed.map(({ number, error }) => `${number}  流程出错 / the draft fails: ${error}`),
    `${from} … ${to}：${of} 个事项 / cases${sampled}，${played} 个已重演 / played，${differing} 个会不同 / would differ`,
    ...(unread === 0 ? [] : [`${unread} 个已归档未读 / archived, not read`]),
    ...(recounted === 0
      ? []
      : [`${recounted} 个因日历变更按现日历比较 / compared by the present calendar, which was changed since`]),
    `逾期 / due days missed  ${arrow(late)}`,
    ...Object.entries(rungs).map(([rung, count]) => `${rung}  ${arrow(count)}`),
    `销号会被退回 / closings refused  ${closingsRefused}`,
    ...refused.map(({ type, cases, messageZh, message }) => `  ${nameOf(type)}  ${cases}  ${messageZh} / ${message}`),
    ...asked.map((one) => `督办与提醒 / orders and reminders, ${one.role}  ${arrow(one)}`),
  ];
}

/** One case in one line. */
export function caseSaid({ number, dueOn, late, rungs, differences, asked }: DifferingCase): string {
  const parts = [
    ...(dueOn.real === dueOn.draft ? [] : [`${dueOn.real ?? '—'} → ${dueOn.draft ?? '—'}`]),
    ...(late.real === late.draft ? [] : [`逾期 / late ${arrow(late)}`]),
    ...(rungs.real.join() === rungs.draft.join()
      ? []
      : [`${rungs.real.join('·') || '—'} → ${rungs.draft.join('·') || '—'}`]),
    ...differences.map(({ type, messageZh, message }) => `${nameOf(type)}: ${messageZh} / ${message}`),
    ...asked.map((one) => `${one.role} ${arrow(one)}`),
  ];
  return `${number}  ${parts.join('；')}`;
}

const nameOf = (type: string): string => specOf(type)?.labels['zh-CN'] ?? type;
