/** What would become of a pasted list of people, row by row: new, there already, doubtful, or refused with the reason. */
import { unitKey } from '../domain/alike-units.js';
import type { RoleAt } from '../domain/command.js';
import { ROLE_WORDS } from '../domain/vocabulary/people-words.js';
import { ROLES, type Role } from '../domain/words.js';
import { type KnownUnit, NamedUnits } from './named-units.js';
import { refusedRow, saidRow, type RowSaid } from './row-said.js';

export interface PersonAsked {
  name: string;
  /** Empty: the name, with a number where it is taken. */
  username: string;
  /** Name of the unit, or its way from the top with `/` between. */
  unit: string;
  /** Words for roles with 、 or ， between. */
  roles: string;
  despite: boolean;
}

export interface KnownPerson {
  id: string;
  username: string;
  name: string;
  unitId: string;
  active: boolean;
}

/** A row and what it means; null where it means nothing yet. */
export interface PersonRead extends RowSaid {
  username: string | null;
  unitId: string | null;
  roles: RoleAt[];
}

const NAME = /^[\p{L}\p{N}._-]+$/u;
const LONGEST_NAME = 100;
const LONGEST_USERNAME = 60;

/** What offices write, beside the words of the glossary. */
const ALSO: Partial<Record<string, Role>> = {
  经办人: 'clerk',
  整改办: 'clerk',
  整改办工作人员: 'clerk',
  承办民警: 'handler',
  经办民警: 'handler',
  责任民警: 'handler',
  责任领导: 'unitLeader',
  分管领导: 'unitLeader',
  主要领导: 'unitLeader',
  单位负责人: 'unitLeader',
  督导员: 'supervisor',
  督导组成员: 'supervisor',
  督导: 'supervisor',
  核查员: 'supervisor',
  回访: 'visitor',
  领导小组成员: 'leader',
  局领导: 'leader',
  系统管理员: 'administrator',
  审计: 'auditor',
};

/** The role that the words mean; undefined where they mean none. */
export function roleCalled(written: string): Role | undefined {
  const key = unitKey(written);
  return (
    ROLES.find((role) =>
      [role, ROLE_WORDS[role]['zh-CN'], ROLE_WORDS[role].en].some((word) => unitKey(word) === key),
    ) ?? ALSO[key]
  );
}

/** Reads the rows against the people and units that are there; in the order of the rows. */
export function readPersonRows(
  rows: readonly PersonAsked[],
  known: readonly KnownPerson[],
  units: readonly KnownUnit[],
): PersonRead[] {
  const places = new NamedUnits(units);
  const byUsername = new Map(known.map((one) => [one.username, one]));
  /** Who asks for a username before anybody is given one that is made from a name. */
  const wanted = new Map<string, number>();
  rows.forEach(({ username }, at) => username !== '' && !wanted.has(username) && wanted.set(username, at));
  const made = new Set<string>();
  const postOf = (name: string, unitId: string): string => `${unitKey(name)} ${unitId}`;
  const byPost = new Map<string, KnownPerson[]>();
  for (const one of known)
    byPost.set(postOf(one.name, one.unitId), [...(byPost.get(postOf(one.name, one.unitId)) ?? []), one]);
  const listed = new Map<string, number>();
  return rows.map((row, at): PersonRead => {
    const read = (said: RowSaid, more: Partial<PersonRead> = {}): PersonRead => ({
      ...{ username: null, unitId: null, roles: [] },
      ...more,
      ...said,
    });
    if (row.name === '') return read(refusedRow('没有姓名', 'No name'));
    if (row.name.length > LONGEST_NAME)
      return read(refusedRow(`姓名超过 ${LONGEST_NAME} 字`, `The name is longer than ${LONGEST_NAME} characters`));
    if (row.username !== '' && (row.username.length > LONGEST_USERNAME || !NAME.test(row.username)))
      return read(
        refusedRow(
          `用户名“${row.username}”只能有文字、数字和 . _ -，至多 ${LONGEST_USERNAME} 个字符`,
          `The username “${row.username}” may hold letters, digits and . _ - only, ${LONGEST_USERNAME} at most`,
        ),
      );
    if (row.unit === '') return read(refusedRow('没有单位', 'No unit'));
    const found = places.called(row.unit);
    const [unit] = found;
    if (unit === undefined) return read(refusedRow(`没有单位“${row.unit}”`, `No unit is called “${row.unit}”`));
    if (found.length > 1) {
      const ways = found.map((one) => places.wayOf(one));
      return read(
        refusedRow(
          `叫“${row.unit}”的单位有 ${found.length} 个，请写明：${ways.join('；')}`,
          `${found.length} units are called “${row.unit}”; write one of: ${ways.join('; ')}`,
        ),
      );
    }
    const unitId = unit.id;
    const words = row.roles.split(/[、，,;；/\s]+/).filter(Boolean);
    const called = words.map((word) => ({ word, role: roleCalled(word) }));
    const unknown = called.find(({ role }) => role === undefined);
    if (unknown !== undefined)
      return read(
        refusedRow(
          `没有角色“${unknown.word}”，可写：${ROLES.map((role) => ROLE_WORDS[role]['zh-CN']).join('、')}`,
          `No role is called “${unknown.word}”; there are: ${ROLES.map((role) => ROLE_WORDS[role].en).join(', ')}`,
        ),
      );
    const held = [...new Set(called.map(({ role }) => role!))];
    if (held.includes('administrator') && held.some((role) => role !== 'administrator' && role !== 'auditor'))
      return read(refusedRow('管理员不得同时担任处理事项的角色', 'An administrator holds no role that acts on cases'));
    const roles = held.map((role) => ({ role, unitId }));

    const post = postOf(row.name, unitId);
    const namesake = byPost.get(post)?.find((one) => one.username !== row.username);
    let { username } = row;
    if (username !== '') {
      const first = wanted.get(username)!;
      if (first !== at)
        return read(refusedRow(`用户名与本表第 ${first + 1} 行重复`, `Line ${first + 1} has this username`));
      const holder = byUsername.get(username);
      if (holder !== undefined) {
        const isSame = unitKey(holder.name) === unitKey(row.name) && holder.unitId === unitId;
        if (isSame && holder.active) return read(saidRow('known', '系统中已有', 'There already'), { username, unitId });
        return read(
          isSame
            ? refusedRow(
                '账号已停用，请在“人员与角色”中恢复',
                'The account is closed: reopen it under “People and roles”',
              )
            : refusedRow(`用户名“${username}”已被使用`, `The username “${username}” is taken`),
        );
      }
    } else {
      if (namesake !== undefined)
        return read(saidRow('known', '系统中已有', 'There already'), { username: namesake.username, unitId });
      const plain = row.name.replace(/[^\p{L}\p{N}._-]/gu, '').slice(0, LONGEST_USERNAME - 4);
      if (plain === '') return read(refusedRow('请写用户名', 'A username is needed'));
      username = plain;
      for (let n = 2; byUsername.has(username) || wanted.has(username) || made.has(username); n++)
        username = `${plain}${n}`;
      made.add(username);
    }
    const before = listed.get(post) ?? 0;
    if (before === 0) listed.set(post, at + 1);
    const doubt =
      namesake !== undefined
        ? saidRow(
            'doubtful',
            `本单位已有同名人员（${namesake.username}）`,
            `The unit has somebody of this name (${namesake.username})`,
          )
        : before > 0
          ? saidRow('doubtful', `与本表第 ${before} 行同名同单位`, `The same name and unit as line ${before}`)
          : held.includes('administrator')
            ? saidRow('doubtful', '将成为管理员，请确认', 'Would become an administrator: confirm')
            : held.length === 0
              ? saidRow('doubtful', '没有角色，登录后办不了任何事', 'No role: they could do nothing')
              : saidRow('new', '', '');
    return read(doubt, { username, unitId, roles });
  });
}
