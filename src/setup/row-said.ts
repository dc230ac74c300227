/** What is said of one row of a pasted list before anything is written. */
import type { Sentence } from '../domain/clock-words.js';

export const ROW_KINDS = ['new', 'known', 'doubtful', 'refused'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export interface RowSaid {
  kind: RowKind;
  /** Why; empty for what is new without a word. */
  reason: Sentence;
}

export const saidRow = (kind: RowKind, zh: string, en: string): RowSaid => ({ kind, reason: { 'zh-CN': zh, en } });
export const refusedRow = (zh: string, en: string): RowSaid => saidRow('refused', zh, en);
