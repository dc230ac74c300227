/** What a person chooses and answers on a ledger; null takes a choice away. The service keeps it with the draft and checks each part. */
import type { Draft, Field, RowKind } from './draft.js';

export const STATUS_MEANINGS = ['closed', 'open', 'dropped'] as const;
export const IDENTITIES = ['own', 'section', 'text'] as const;
export const DATE_ORDERS = ['YMD', 'MDY', 'DMY'] as const;

export interface Choices {
  sheet?: string;
  headerLines?: [number, number];
  columns?: Record<number, Field | 'none'>;
  year?: number;
  zone?: string | null;
  dateOrder?: (typeof DATE_ORDERS)[number];
  identity?: (typeof IDENTITIES)[number];
  answers?: Record<string, string | null>;
  cells?: Record<string, string>;
  rows?: Record<number, RowKind | 'leave'>;
}

/** What was chosen so far. */
export const choicesOf = (draft: Draft): Choices => draft.choices as Choices;
