/** What takes back a command that was sent to many cases: another command, for as long as the service offers it. */
import type { CaseShown } from '../../api/types.js';
import type { Values } from '../../form/check-form.js';

/** By the type that was sent. */
const UNDONE_BY: Readonly<Record<string, string>> = { ASSIGN: 'TAKE_BACK', TRANSFER: 'TRANSFER', PARK: 'RESUME' };

export interface Undo {
  type: string;
  /** Cases of which it can still be taken back. */
  cases: CaseShown[];
  /** The first moment at which one of them can no more, ISO; null where no clock ends it. */
  until: string | null;
  payloadOf: (one: CaseShown, why: string) => Values;
}

/** True where a command that was sent to many can be mended by another command of the same people. */
export const canBeMended = (sent: string): boolean => sent in UNDONE_BY;

/** What would take `sent` back of the cases as they are now; `before`: as they were. Undefined where nothing does. */
export function undoOf(sent: string, before: readonly CaseShown[], now: readonly CaseShown[]): Undo | undefined {
  const type = UNDONE_BY[sent];
  if (type === undefined) return undefined;
  const was = new Map(before.map((one) => [one.id, one]));
  const offered = now.flatMap((one) => {
    const step = one.allowed.find((command) => command.type === type);
    const known = type !== 'TRANSFER' || was.get(one.id)?.leadUnitId != null;
    return step === undefined || !known ? [] : [{ one, until: step.until }];
  });
  return {
    type,
    cases: offered.map(({ one }) => one),
    until: offered.flatMap(({ until }) => until ?? []).sort()[0] ?? null,
    payloadOf: ({ id }, why) => {
      if (type === 'RESUME') return { note: why };
      if (type === 'TAKE_BACK') return { reason: why };
      const { leadUnitId, supportingUnitIds } = was.get(id)!;
      return { leadUnitId, supportingUnitIds, reason: why };
    },
  };
}
