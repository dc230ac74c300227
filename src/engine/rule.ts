/** The shape of a rule: a question about a case and a command, and the sentence said when the answer is no. */
import type { Role } from '../domain/words.js';
import type { Read } from './env.js';

export interface Rule {
  /** `rule`: refuses when it fails, and is named in the refusal. `branch`: only chooses between transitions. */
  kind: 'rule' | 'branch';
  test: Read<boolean>;
  /** True when the answer depends on the payload: `allowed` cannot ask it before the form is filled. */
  needsPayload?: boolean;
  /** Where the payload decides: whether any payload could be right, so that nothing hopeless is offered. */
  possible?: Read<boolean>;
  messageZh?: string;
  message?: string;
  /** Roles that could do it instead. */
  who?: readonly Role[];
}

/** A rule that refuses: its test, its sentence in both languages, and who could do it. */
export function rule(
  test: Read<boolean>,
  messageZh: string,
  message: string,
  options: { needsPayload?: boolean; possible?: Read<boolean>; who?: readonly Role[] } = {},
): Rule {
  return { kind: 'rule', test, messageZh, message, ...options };
}

/** A question that only chooses between transitions and never refuses by itself. */
export function branch(test: Read<boolean>, options: { needsPayload?: boolean } = {}): Rule {
  return { kind: 'branch', test, ...options };
}
