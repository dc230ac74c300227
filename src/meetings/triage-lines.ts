/** Reads the lines of a triage of many: a line that is wrong is refused alone. */
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { malformed, Refused } from '../domain/errors.js';
import { isUuid, textSent } from '../http/fields.js';
import { refusalOfFields } from '../http/validation.js';
import { AdoptInput, AnswerInput, DeclineInput, MergeInput, TRIAGE_ACTIONS, type TriageAction } from './triage.dto.js';
import type { Triaged } from './triage.service.js';

const INPUTS = { adopt: AdoptInput, merge: MergeInput, answer: AnswerInput, decline: DeclineInput } as const;

export interface ReadLine {
  opinionId: string;
  read: Triaged | Refused;
}

/** The lines in their order. Throws 400 only where there is no list to read at all. */
export async function triageLines(body: unknown, most: number): Promise<ReadLine[]> {
  if (!Array.isArray(body) || body.length === 0 || body.length > most)
    throw malformed(`请求应为 1 到 ${most} 项的列表`, `The request must be a list of 1 to ${most} lines`);
  return Promise.all(body.map(readLine));
}

async function readLine(line: unknown): Promise<ReadLine> {
  const { opinionId, action, ...rest } = (typeof line === 'object' && line !== null ? line : {}) as Record<
    string,
    unknown
  >;
  if (!isUuid(opinionId))
    return {
      opinionId: textSent(opinionId),
      read: malformed('opinionId 应为 UUID', 'opinionId must be a UUID'),
    };
  const id = opinionId.toLowerCase();
  if (!TRIAGE_ACTIONS.some((known) => known === action))
    return {
      opinionId: id,
      read: malformed(
        `action 应为 ${TRIAGE_ACTIONS.join('、')} 之一`,
        `action must be one of ${TRIAGE_ACTIONS.join(', ')}`,
      ),
    };
  const kind = action as TriageAction;
  const input = plainToInstance<object, object>(INPUTS[kind], rest);
  const faults = await validate(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (faults.length > 0) return { opinionId: id, read: refusalOfFields(faults) };
  return { opinionId: id, read: { opinionId: id, action: kind, input } as Triaged };
}
