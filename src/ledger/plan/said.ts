/** Reasons in words, and the questions of a plan. */
import type { Choices, Option, Said } from '../reading/reading.js';

/** A reason of the plan under a code of its rows. */
export const said = (code: string, messageZh: string, message: string): Said => ({
  code: `ledger.row.${code}`,
  message,
  messageZh,
});

export const option = (value: string, labelZh: string, label: string): Option => ({ value, label, labelZh });

/** What was answered to the question: for this row alone, else for all that share it; undefined while it is open. */
export function answerTo({ answers }: Pick<Choices, 'answers'>, key: string, line: number): string | undefined {
  return answers?.[`${key}@${line}`] ?? answers?.[key];
}
