/** Which step of a case a form is for: a draft belongs to one, and a second round never starts from the text of the first. */
import type { CaseShown } from '../api/types.js';
import type { Values } from './check-form.js';

/** Words beside the case, whatever becomes of it. */
const BESIDE = [
  'COMMENT',
  'PROGRESS',
  'WITHDRAW',
  'INSTRUCT_ORDER',
  'URGE',
  'CORRECT',
  'SPLIT',
  'ASK_DEPARTURE',
  'OBJECT',
];
const ABOUT_DEPARTURE = ['GRANT_DEPARTURE', 'REFUSE_DEPARTURE'];
const ABOUT_EXTENSION = ['REQUEST_EXTENSION', 'GRANT_EXTENSION', 'REFUSE_EXTENSION'];
const ABOUT_UNIT = ['ASSIGN', 'ACCEPT', 'DECLINE'];

/** Name of the draft of this command now: another one after a return, a visit, an attempt, a relapse, another assignment, another
 *  extension, and for another order (`hidden` names it). */
export function stepOf(of: CaseShown, type: string, hidden: Values = {}): string {
  const { id, relapses, returns, declines, account } = of;
  const parts = BESIDE.includes(type)
    ? []
    : ABOUT_EXTENSION.includes(type)
      ? [relapses, account.extensions.length, of.extension?.askedOn ?? '']
      : ABOUT_UNIT.includes(type)
        ? [relapses, declines]
        : ABOUT_DEPARTURE.includes(type)
          ? [of.course.departure?.askedOn ?? '', of.course.departure?.kind ?? '']
          : type === 'TRANSFER'
            ? [relapses, of.course.heldBy.length]
            : [
                relapses,
                returns,
                of.visits.length,
                account.paused.length,
                hidden['period'] ?? '',
                hidden['rung'] ?? '',
              ];
  return [id, type, ...parts].join('.');
}
