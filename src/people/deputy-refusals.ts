/** What is answered to a deputy that cannot be. */
import { Refused } from '../domain/errors.js';
import type { Clash } from '../store/people/deputation.store.js';

export const ownDeputy = (): Refused =>
  new Refused(422, 'deputy.self', '不能由自己代理自己', 'Nobody is their own deputy');

export const namesThemself = (): Refused =>
  new Refused(
    422,
    'deputy.namesThemself',
    '不能提出由自己代理别人，请由另一人提出',
    'Nobody names themself as deputy of another: let somebody else enter it',
  );

export const unfit = (): Refused =>
  new Refused(
    422,
    'deputy.unfit',
    '此人不能代理：单位职责由本单位人员代理，整改办、督导、回访职责由同一办公室人员代理，领导职责由领导小组成员代理；管理员和审计员不代理，也不被代理',
    'This person cannot stand in: duties of a unit pass to its own people, those of an office to its own, a leader’s to another leader; administration and audit never pass on',
  );

/** `most`: days of one absence. */
export const days = (most: number): Refused =>
  new Refused(
    422,
    'deputy.days',
    `起止日期有误：从今天或以后开始，一次最多 ${most} 天`,
    `The days do not fit: from today on, at most ${most} days at once`,
    { most },
  );

export const mayNotName = (): Refused =>
  new Refused(
    403,
    'deputy.mayNotName',
    '只有本人、主管其单位的整改办和管理员可以指定代理人',
    'Only the person, the office over their unit, and administrators name a deputy',
  );

export const mayNotGrant = (): Refused =>
  new Refused(
    403,
    'deputy.mayNotGrant',
    '须由提出人和代理人以外的整改办、领导小组成员或单位负责人同意，或由本人同意',
    'The absent, or a clerk, a leader or the unit’s head agrees: not who entered it, nor who stands in, nor a deputy of theirs',
    { who: ['clerk', 'leader', 'unitLeader'] },
  );

export const mayNotEnd = (): Refused =>
  new Refused(
    403,
    'deputy.mayNotEnd',
    '只有本人、代理人、提出人、整改办、单位领导和管理员可以结束代理',
    'Only the two, who entered it, the office, the unit’s leaders and administrators end it',
  );

export const isOver = (): Refused =>
  new Refused(409, 'deputy.isOver', '代理已结束或已处理，请刷新', 'It is over or was decided already: read it anew');

/** 422 that says what stands against it, and whose deputy that is about. */
export function clash(found: Clash): Refused {
  if (found.kind === 'closed')
    return new Refused(422, 'deputy.closed', '账号已停用', 'One of the two accounts is out of use');
  const { kind, name } = found;
  const [zh, en] = {
    absentTwice: [
      `这几天已指定由${name}代理，请先结束`,
      `${name} was named for some of these days: end that first`,
    ] as const,
    deputyAbsent: [
      `代理人这几天自己不在岗，由${name}代理，请另选一人`,
      `The deputy is absent on some of these days, with ${name} standing in: choose somebody else`,
    ] as const,
    absentIsDeputy: [
      `本人这几天正在代理${name}；代理不能再转给别人，请先辞去`,
      `They stand in for ${name} on some of these days, which does not pass on: give that up first`,
    ] as const,
  }[kind];
  return new Refused(422, `deputy.${kind}`, zh, en);
}
