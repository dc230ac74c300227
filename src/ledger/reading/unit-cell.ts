/** A cell of units: who leads, who supports, and what is no unit. */
import { isHeaderWord } from './header-meaning.js';
import { isPersonName, SEALED_MARK } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { Said, Sureness } from './reading.js';
import { AS_WRITTEN, rowSaid, said } from './said.js';

export interface UnitsRead {
  lead: string | null;
  supporting: string[];
  sure: Sureness;
  why: Said;
  /** Parts that are no unit's name, each with the reason. */
  doubtful: { name: string; why: Said }[];
  /** Persons named beside a unit: who handles it there. */
  persons: string[];
}

const NOBODY = /^([-—–/\\.、无空]+|暂无|待定|未定|不涉及|没有|无需|n\/?a|null|none)$/i;
const EVERYBODY =
  /^(全(局|所|县|区|市|镇|乡|体|院|校|系统|警|员|处|科|街)|各|相关|有关|所有|其他|其它|机关各|局属各|本(单位|部门|局|级)$|班子成员|党委班子|领导班子|责任单位$)/;
const LEADS = /^(牵头|主责|主办|责任|承办|整改|主要|办理|落实)(责任)?(单位|部门|科室|主体)?[:：]/;
const SUPPORTS = /^(配合|协办|协助|协同|会办|参与|参加|责任配合|联办)(责任)?(单位|部门|科室)?[:：]/;
/** 1.城管大队 2.交警中队: the numbers of a list. */
const NUMBERED = /(?:^|(?<=[\s\u4e00-\u9fa5]))\d{1,2}[.、)](?=[\u4e00-\u9fa5])/g;
const PARTS = /[、,，;；\n/|]+/;
/** Levels of an office's units: what stands behind a higher one in a name is a part of it. */
const LEVELS: [RegExp, number][] = [
  [/(?:厅|(?<![分总])局|委员会|政府)/g, 3],
  [/(?:分局|支队|总队)/g, 2.5],
  [/(?:大队|派出所|街道办事处)/g, 2],
  [/(?:中队|科(?![技学研普教])|处(?![理置])|室|股|警务站)/g, 1],
];
/** What names of offices and other bodies end with. */
export const UNIT_END =
  /(局|队|所|科|室|处|办|委|站|院|校|村|镇|乡|街道|区|县|市|中心|公司|支部|厅|组|府|会|部|股|厂|馆|园|台|署|司|庭|段|场|团|集团|大学|银行|单位|物业|专班|指挥部|大厅|窗口|店|书记|(残|妇|文|侨|工商|社科)联)$/;

/** What `text` says of units. The first leads and the others support, unless labels say otherwise. `isKnown`: a name the office has is never doubted. */
export function unitsIn(text: string, isKnown: (name: string) => boolean = () => false): UnitsRead {
  const read: UnitsRead = { lead: null, supporting: [], sure: 'sure', why: AS_WRITTEN, doubtful: [], persons: [] };
  const whole = text.normalize('NFKC').trim();
  if (whole === '' || NOBODY.test(whole)) {
    return { ...read, why: said('noUnit', 'Names no unit', '没有写单位') };
  }
  if (isKnown(whole)) return { ...read, lead: whole };
  let role: 'lead' | 'supporting' | null = null;
  let labelled = false;
  const leads: string[] = [];
  const rest: string[] = [];
  let within = false;
  const persons: string[] = [];
  for (const part of partsOf(whole)) {
    let name = part;
    if (LEADS.test(name)) {
      role = 'lead';
      labelled = true;
    } else if (SUPPORTS.test(name)) {
      role = 'supporting';
      labelled = true;
    }
    name = name
      .replace(LEADS, '')
      .replace(SUPPORTS, '')
      .trim()
      .replace(/^由(?=.{2,}(牵头|负责|主办|承办|办理|落实))/, '');
    const marked = /^(.*?)\(?(牵头|主办|负责|为主)(负责|办理)?\)?$/.exec(name);
    const helping = /^(.*?)\(?(配合|协办|协助|参与|会办)\)?$/.exec(name);
    name = marked?.[1] ?? helping?.[1] ?? name;
    for (const [, note = ''] of name.matchAll(/\(([^)]*)\)?/g)) if (isPersonName(note)) read.persons.push(note);
    // 张伟（城管大队）: the person's unit stands in the brackets.
    const [, person = '', unit = ''] = /^([^()]+)\(([^()]+)\)$/.exec(name) ?? [];
    if (isPersonName(person) && UNIT_END.test(unit)) {
      read.persons.push(person);
      name = unit;
      within = true;
    }
    name = name.replace(/\([^)]*\)?/g, '').trim();
    if (name === '' || NOBODY.test(name)) continue;
    if (isPersonName(name) && !isKnown(name)) {
      persons.push(name);
      continue;
    }
    labelled ||= marked !== null || helping !== null;
    if (marked || (role === 'lead' && !helping)) leads.push(name);
    else rest.push(name);
    if (marked) role = 'supporting';
  }
  // A person alone stands where a unit should; beside a unit it is who handles it there.
  if (leads.length + rest.length === 0) rest.push(...persons);
  else read.persons.push(...persons);
  const lead = leads[0] ?? rest.shift() ?? null;
  // One name is kept as it is written, brackets included, unless they hold a person.
  const inBrackets = /\(([^)]{0,200})\)$/.exec(whole)?.[1];
  const asIs =
    !labelled &&
    !within &&
    persons.length === 0 &&
    whole.search(NUMBERED) === -1 &&
    !whole.includes(SEALED_MARK) &&
    rest.length === 0 &&
    partsOf(whole).length === 1 &&
    (inBrackets === undefined || !isPersonName(inBrackets));
  read.lead = asIs && lead !== null ? lineText(text) : lead;
  read.supporting = [...new Set([...leads.slice(1), ...rest])].filter((name) => name !== lead);
  for (const name of [read.lead, ...read.supporting]) {
    const why = name === null || isKnown(name) ? undefined : noUnit(name);
    if (why !== undefined && name !== null) read.doubtful.push({ name, why });
  }
  if (read.doubtful.length > 0) return { ...read, sure: 'unsure', why: read.doubtful[0]!.why };
  if (read.persons.length > 0)
    return {
      ...read,
      sure: 'likely',
      why: said(
        'personBesideUnit',
        `${read.persons.join(', ')}: a person beside the unit`,
        `${read.persons.join('、')}：与单位写在一起的责任人`,
      ),
    };
  if (labelled)
    return {
      ...read,
      sure: 'likely',
      why: said('labelledUnits', 'As the cell says who leads', '按单元格中“牵头”“配合”字样'),
    };
  if (read.supporting.length > 0)
    return {
      ...read,
      sure: 'likely',
      why: said('firstLeads', 'The first leads, the others support', '第一个为牵头单位，其余为配合单位'),
    };
  return read;
}

function partsOf(whole: string): string[] {
  return whole
    .replaceAll(SEALED_MARK, ' ')
    .replace(NUMBERED, '\n')
    .replace(/牵头(?=[^单部科责:：(),，;；、\s])/g, '牵头\n')
    .split(PARTS)
    .flatMap((part) => byConjunction(part.trim()))
    .flatMap((part) => {
      const words = part.split(/\s+/);
      return words.length > 1 &&
        words.some((word) => UNIT_END.test(word)) &&
        words.every((word) => UNIT_END.test(word) || isPersonName(word))
        ? words
        : [part];
    })
    .filter((part) => part !== '');
}

/** 公安局和城管局 is two units, 人力资源和社会保障局 one. */
function byConjunction(part: string): string[] {
  const found = /^(.{2,}?)(?:和|及|与|会同|以及|\+|&)(.{2,})$/.exec(part);
  if (!found) return [part];
  const [, left = '', right = ''] = found;
  return UNIT_END.test(left) && UNIT_END.test(right) ? [left, ...byConjunction(right)] : [part];
}

/** Why a name can be no unit's; undefined where it may be one. */
export function noUnit(name: string): Said | undefined {
  if (/^[\d.\-+%]+$/.test(name))
    return rowSaid('unitIsNumber', `“${name}” is a number, not a unit`, `“${name}”是数字，不是单位`);
  if (EVERYBODY.test(name))
    return rowSaid('unitIsEverybody', `“${name}” names no single unit`, `“${name}”不是一个具体单位`);
  if (isPersonName(name))
    return rowSaid('unitIsPerson', `“${name}” looks like a person`, `“${name}”像是人名，不是单位`);
  if (isHeaderWord(name))
    return rowSaid('unitIsWord', `“${name}” is the word of a header`, `“${name}”是表头用词，不是单位`);
  if (isGlued(name))
    return rowSaid(
      'unitsGlued',
      `“${name}” may be several units without a mark between them`,
      `“${name}”可能是几个单位连写在一起`,
    );
  if (/[局队所科室处办委站院镇乡道会]等$|等(单位|部门)$|^等/.test(name))
    return rowSaid('unitIsOpen', `“${name}” names others it does not say`, `“${name}”还有未写明的单位`);
  if (name.length > 30)
    return rowSaid(
      'unitIsText',
      `“${name.slice(0, 20)}…” is longer than a unit’s name`,
      `“${name.slice(0, 20)}…”过长，不像单位名称`,
    );
  return undefined;
}

/** Two endings of the same or a rising level, as in 住建局城管局; a falling one names a part (城东分局治安大队). */
function isGlued(name: string): boolean {
  const ends: { at: number; level: number }[] = [];
  for (const [words, level] of LEVELS) {
    for (const { index, 0: word } of name.matchAll(words)) {
      const from = index;
      const at = index + word.length;
      if (ends.some((end) => from < end.at && end.at <= at)) continue;
      ends.push({ at, level });
    }
  }
  ends.sort((a, b) => a.at - b.at);
  return ends.some((end, i) => {
    const next = ends[i + 1];
    if (next === undefined || next.at - end.at < 3 || end.at < 3 || next.level < end.level) return false;
    // A place between them makes the second a part of the first.
    return !/[省市县区镇乡村街]/.test(name.slice(end.at, next.at - 1));
  });
}
