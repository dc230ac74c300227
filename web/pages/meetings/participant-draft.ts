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

/** Other words of sheets for the same, each whole. */
const ALSO: Record<string, Capacity> = {
  人大: 'npcDeputy',
  代表委员: 'npcDeputy',
  政协: 'cppccMember',
  委员: 'cppccMember',
  企业: 'business',
  企业代表: 'business',
  企业负责人: 'business',
  企业家: 'business',
  商户: 'business',
  商户代表: 'business',
  律师: 'lawyer',
  法律工作者: 'lawyer',
  特约监督员: 'specialSupervisor',
  特邀监督员代表: 'specialSupervisor',
  警务监督员: 'specialSupervisor',
  警风监督员: 'specialSupervisor',
  警风警纪监督员: 'specialSupervisor',
  党风政风监督员: 'specialSupervisor',
  行风监督员: 'specialSupervisor',
  监督员: 'specialSupervisor',
  群众: 'resident',
  居民: 'resident',
  居民代表: 'resident',
  村民: 'resident',
  村民代表: 'resident',
  社区居民: 'resident',
  市民: 'resident',
  市民代表: 'resident',
  业主: 'resident',
  业主代表: 'resident',
  辖区群众: 'resident',
  辖区居民: 'resident',
};
const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** The standing a sheet's words mean: the identifier, its words in Chinese or on the page, or another usual word of sheets; also where one of
 *  these stands in what is written and no other does (市人大代表). Null where it is to be asked. Where nothing is written it is a resident,
 *  as in an empty row. */
export function capacityOf(written: string, words: Record<string, string>): Capacity | null {
  const wanted = plain(written);
  if (wanted === '') return 'resident';
  const known = new Map(Object.entries(ALSO));
  for (const one of STANDINGS) for (const word of [one, IN_SHEETS[one], words[one] ?? one]) known.set(plain(word), one);
  const same = known.get(wanted);
  if (same !== undefined) return same;
  const inside = [...known].filter(
    ([word]) => word.length > 1 && wanted.includes(word) && word !== plain(IN_SHEETS.other),
  );
  const meant = new Set(inside.map(([, standing]) => standing));
  return meant.size === 1 ? [...meant][0]! : null;
}
