/** The words of closed lists as a line of history says them. */
import { DEPARTURE_WORDS, LEVEL_WORDS, OUTCOME_WORDS, SOURCE_WORDS } from '../domain/vocabulary/case-words.js';
import { ROLE_WORDS } from '../domain/vocabulary/people-words.js';
import { TERMS } from '../domain/vocabulary/terms.js';
import {
  SATISFACTION_WORDS,
  VERIFICATION_MODE_WORDS,
  VISIT_METHOD_WORDS,
  VISIT_OUTCOME_WORDS,
} from '../domain/vocabulary/visit-words.js';
import { namesOf } from '../domain/vocabulary/word.js';
import type { Labels } from '../engine/commands.js';

/** What a case is collected with is no command's payload and has no form: the names of its fields that are said. */
export const COLLECTED: Readonly<Record<string, Labels>> = namesOf({ source: TERMS.source });

/** By the name of the field, then by its value. */
export const SAID_WORDS: Readonly<Record<string, Readonly<Record<string, Labels>>>> = {
  method: namesOf({ ...VERIFICATION_MODE_WORDS, ...VISIT_METHOD_WORDS }),
  outcome: namesOf(VISIT_OUTCOME_WORDS),
  satisfaction: namesOf(SATISFACTION_WORDS),
  overall: namesOf(SATISFACTION_WORDS),
  kind: namesOf(DEPARTURE_WORDS),
  rung: namesOf(LEVEL_WORDS),
  closing: namesOf(OUTCOME_WORDS),
  source: namesOf(SOURCE_WORDS),
  role: namesOf(ROLE_WORDS),
};

/** No and yes. */
export const FLAG: readonly [Labels, Labels] = [
  { 'zh-CN': '否', en: 'No' },
  { 'zh-CN': '是', en: 'Yes' },
];
