/** From a role to persons: who gets what is addressed to it, and to whom it goes where nobody holds it. */
import type { Actor } from '../domain/command.js';
import type { Sentence } from '../domain/clock-words.js';
import { type CaseTies, isApart } from '../domain/separation.js';
import { dutiesFor } from '../domain/deputies.js';
import { holds, maySee } from '../domain/visibility.js';
import type { Role } from '../domain/words.js';
import type { Directory } from './directory.js';

export interface Recipients {
  /** Which persons, in a sentence for the page that prints the table. */
  means: Sentence;
  /** Where there is none of them: these roles in turn, and at last the administrators' list of gaps. */
  instead: readonly Role[];
}

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

export const RECIPIENTS: Readonly<Record<Role, Recipients>> = {
  handler: {
    means: said(
      '签收或办理过本事项的承办人；还没有的，本单位全体承办人',
      'Handlers who accepted the case or worked on it; where none has yet, all of the unit',
    ),
    instead: ['liaison', 'unitLeader', 'clerk'],
  },
  liaison: {
    means: said(
      '单位指定的联络员；未指定的，担任联络员的人',
      'The liaison officer named on the unit; where none is named, whoever holds the role',
    ),
    instead: ['handler', 'unitLeader', 'clerk'],
  },
  unitLeader: {
    means: said(
      '单位指定的责任领导；未指定的，单位领导；再没有的，上一级单位的',
      'The responsible leader named on the unit; else its unit heads; else those of the unit above',
    ),
    instead: ['liaison', 'clerk'],
  },
  clerk: { means: said('负责该事项的整改办经办人', 'Clerks of the office that owns the case'), instead: ['leader'] },
  supervisor: {
    means: said('与本事项无牵连的督导组成员', 'Supervisors whom nothing ties to the case'),
    instead: ['clerk'],
  },
  visitor: {
    means: said(
      '上次回访的人；还没有的，与本事项无牵连的回访员',
      'Whoever paid the last visit; else visiting officers whom nothing ties to the case',
    ),
    instead: ['supervisor', 'clerk'],
  },
  leader: { means: said('负责签批的领导小组成员', 'Leaders who decide on the office’s cases'), instead: ['clerk'] },
  administrator: { means: said('管理员', 'Administrators'), instead: [] },
  auditor: { means: said('审计员', 'Auditors'), instead: [] },
};

/** Whom a message addresses: a role at a unit, and its case where it has one; without unit and case, all who hold the role. */
export interface Addressed {
  role: Role;
  unitId: string | null;
  about: CaseTies | null;
  /** Who paid the case's last visit. */
  visitedBy: string | null;
}

/** The persons, and the role they hold where it is not the one addressed. Nobody is among them who may not see the case. None: a gap. */
export function recipientsOf(addressed: Addressed, directory: Directory): { persons: Actor[]; insteadOf: Role | null } {
  const { role, about } = addressed;
  for (const one of [role, ...(about === null ? [] : RECIPIENTS[role].instead)]) {
    const persons = inRole(one, addressed, directory);
    if (persons.length > 0) return { persons, insteadOf: one === role ? null : role };
  }
  return { persons: [], insteadOf: null };
}

/** A pair that is in force: who is absent, and who stands in. */
export interface InForce {
  absentId: string;
  deputyId: string;
}

/** Who stands in for the person in this: deputies to whom a duty passes by which the case is seen, and, where the role asks for somebody apart from the
 *  case, whom nothing ties to it. Nobody stands in for a deputy, nor in administration and audit. */
export function deputiesOf(
  person: Actor,
  { role, unitId, about }: Addressed,
  directory: Directory,
  inForce: readonly InForce[],
): Actor[] {
  if (role === 'administrator' || role === 'auditor') return [];
  const { units } = directory;
  return inForce
    .filter(({ absentId }) => absentId === person.userId)
    .flatMap(({ deputyId }) => directory.person(deputyId))
    .filter((deputy) => {
      const duties = dutiesFor(deputy, person, units);
      const inTheirName = { ...deputy, roles: duties };
      if (about === null) return holds(inTheirName, [role], unitId, units);
      const isApartToo = (role !== 'supervisor' && role !== 'visitor') || isApart(deputy, about, units);
      return duties.length > 0 && maySee(inTheirName, about, units) && isApartToo;
    });
}

function inRole(role: Role, { unitId, about, visitedBy, ...asked }: Addressed, directory: Directory): Actor[] {
  const { units } = directory;
  const sees = (one: Actor): boolean => about === null || maySee(one, about, units);
  const isApartToo = (one: Actor): boolean => sees(one) && (about === null || isApart(one, about, units));
  // A role that stands in for one of a unit is held at the office, and the other way round.
  const isOfUnit = role === 'handler' || role === 'liaison' || role === 'unitLeader';
  const at = role === asked.role || about === null ? unitId : isOfUnit ? about.leadUnitId : about.officeUnitId;
  switch (role) {
    case 'handler': {
      const workers = (about?.workers ?? []).flatMap((id) => directory.person(id));
      const own = workers.filter((one) => holds(one, ['handler'], at, units) && sees(one));
      return own.length > 0 ? own : directory.nearest(role, at, sees);
    }
    case 'liaison': {
      const named = directory.person(units.get(at ?? '')?.liaisonId ?? null).filter(sees);
      return named.length > 0 ? named : directory.nearest(role, at, sees);
    }
    case 'unitLeader':
      return directory.firstAbove(at, ({ id, leaderId }) => {
        const named = directory.person(leaderId).filter(sees);
        return named.length > 0 ? named : directory.holdersAt(role, id).filter(sees);
      });
    case 'visitor': {
      const last = directory.person(visitedBy).filter((one) => holds(one, ['visitor'], at, units) && isApartToo(one));
      return last.length > 0 ? last : directory.nearest(role, at, isApartToo);
    }
    case 'supervisor':
      return directory.nearest(role, at, isApartToo);
    case 'administrator':
      return directory.everybody(role);
    default:
      // What concerns everybody's cases is told to all who hold the role, wherever they do.
      return about === null && at === null ? directory.everybody(role) : directory.nearest(role, at, sees);
  }
}
