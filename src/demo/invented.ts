/** The invented bureau: its units and its people's names. Every name here is made up. */
import type { Role } from '../domain/words.js';

export interface InventedUnit {
  key: string;
  name: string;
  parent: string | null;
  /** True where cases are worked on: the unit gets a leader, a liaison and a handler. */
  works?: boolean;
}

export const UNITS: readonly InventedUnit[] = [
  { key: 'squadron', name: '督查支队', parent: null },
  { key: 'order', name: '治安支队', parent: null, works: true },
  { key: 'traffic', name: '交警支队', parent: null, works: true },
  { key: 'crime', name: '刑侦支队', parent: null, works: true },
  { key: 'service', name: '行政审批支队', parent: null, works: true },
  { key: 'politics', name: '政治部', parent: null, works: true },
  { key: 'law', name: '法制支队', parent: null, works: true },
  { key: 'east', name: '城东分局', parent: null, works: true },
  { key: 'eastStation', name: '城东分局滨河派出所', parent: 'east', works: true },
  { key: 'west', name: '城西分局', parent: null, works: true },
  { key: 'westStation', name: '城西分局石桥派出所', parent: 'west', works: true },
  { key: 'zone', name: '开发区分局', parent: null, works: true },
];

export interface InventedPerson {
  username: string;
  name: string;
  role: Role;
  /** Key of the unit the person belongs to; `office` and `root` are those of every bureau. */
  unit: string;
  /** Key of the unit at which the role is held. */
  at: string;
}

export const STAFF: readonly InventedPerson[] = [
  { username: 'clerk', name: '王敏', role: 'clerk', unit: 'office', at: 'root' },
  { username: 'clerk2', name: '许静', role: 'clerk', unit: 'office', at: 'root' },
  { username: 'supervisor', name: '郑洁', role: 'supervisor', unit: 'squadron', at: 'root' },
  { username: 'supervisor2', name: '罗成', role: 'supervisor', unit: 'squadron', at: 'root' },
  { username: 'visitor', name: '何静', role: 'visitor', unit: 'office', at: 'root' },
  { username: 'visitor2', name: '曹阳', role: 'visitor', unit: 'office', at: 'root' },
  { username: 'leader', name: '刘建国', role: 'leader', unit: 'root', at: 'root' },
  { username: 'leader2', name: '马文华', role: 'leader', unit: 'root', at: 'root' },
  { username: 'auditor', name: '高原', role: 'auditor', unit: 'root', at: 'root' },
];

export const SURNAMES = [...'赵钱孙李周吴陈沈韩杨朱秦尤许吕施张孔曹严华金魏陶姜'];
export const GIVEN = [
  '强',
  '丽',
  '磊',
  '芳',
  '军',
  '洁',
  '涛',
  '敏',
  '刚',
  '静',
  '伟',
  '娟',
  '勇',
  '艳',
  '超',
  '霞',
  '平',
  '建华',
  '志明',
  '晓燕',
];
export const MEETINGS = [
  '警民恳谈会',
  '企业家座谈会',
  '人大代表、政协委员座谈会',
  '社区居民座谈会',
  '律师代表座谈会',
  '特邀监督员座谈会',
];
