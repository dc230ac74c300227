/** A participant as it is typed, before the meeting is on record. */
import { newId } from '../../outbox/new-id.js';
import { STANDINGS, type Capacity } from './meeting.js';

export interface DraftParticipant {
  key: string;
  name: string;
  standing: Capacity;
  contact: string;
}

/** Most who come are residents. */
export const blankParticipant = (): DraftParticipant => ({ key: newId(), name: '', standing: 'resident', contact: '' });

export const isBlank = ({ name, contact }: DraftParticipant): boolean => name.trim() === '' && contact.trim() === '';

/** Sheets are Chinese whatever the language of the page. */
const IN_SHEETS: Record<Capacity, string> = {
  npcDeputy: '人大代表',
  cppccMember: '政协委员',
  business: '企业家代表',
  lawyer: '律师代表',
  specialSupervisor: '特邀监督员',
  resident: '群众代表',
  other: '其他',
};

/** The standing a sheet's words mean, by the identifier, its Chinese words or those on the page (either may contain the other); null where they mean
 *  none. Where nothing is written it is a resident, as in an empty row. */
export function capacityOf(written: string, words: Record<string, string>): Capacity | null {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return 'resident';
  const found = STANDINGS.find((one) => {
    const known = [one, IN_SHEETS[one], words[one] ?? one].map((word) => word.toLowerCase());
    return known.some((word) => word.includes(wanted) || wanted.includes(word));
  });
  return found ?? null;
}
