/** Rules about who may act: the lead unit never verifies its own fix, nobody decides their own extension. */
import { holds, maySee } from '../domain/visibility.js';
import { boundWith, isOneWith } from '../domain/deputies.js';
import { holdsPostIn, workedOn } from '../domain/separation.js';
import type { CaseContext } from '../domain/case.js';
import type { Role } from '../domain/words.js';
import type { Env } from './env.js';
import { specOf } from './commands.js';
import { branch, rule, type Rule } from './rule.js';

const OF_UNIT: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

/** The unit whose roles govern the case: the office that owns it. */
export function office(context: CaseContext, env: Env, roles: readonly Role[]): boolean {
  return holds(env.actor, roles, context.officeUnitId, env.refs.units);
}

/** True for somebody who does not belong to the lead unit, nor stands in for anybody who does. */
export function outside({ leadUnitId }: CaseContext, { actor, refs: { units } }: Env): boolean {
  return leadUnitId === null || !boundWith(actor).some(({ unitId }) => units.isWithin(unitId, leadUnitId));
}

export const PEOPLE_RULES: Record<string, Rule> = {
  isSystem: rule(
    (_, env) => env.actor.via === 'system' && env.actor.userId === null,
    '此操作由系统执行',
    'Only the system itself does this',
  ),
  isImport: rule(
    (_, env) => env.actor.via === 'import' || env.actor.via === 'demo',
    '台账转入销号只能通过导入台账',
    'Closed cases come in only by importing a ledger',
  ),
  isOffice: rule(
    (context, env) => office(context, env, ['clerk']),
    '只有整改办（主管该事项的办公室）可以办理',
    'Only the office that owns the case may do this',
    { who: ['clerk'] },
  ),
  /** A key case closes only after a leader has decided, by whichever way it leaves. */
  mayDrop: rule(
    (context, env) =>
      context.isKey ? office(context, env, ['leader']) && outside(context, env) : office(context, env, ['clerk']),
    '只有整改办可以办理；重点问题须由牵头单位以外的领导小组成员决定',
    'Only the office may do this; of a key case, only a member of the leading group outside the lead unit',
    { who: ['clerk', 'leader'] },
  ),
  isOfficeOrLeader: rule(
    (context, env) => office(context, env, ['clerk', 'leader']),
    '只有整改办或领导小组可以办理',
    'Only the office or a leader may do this',
    { who: ['clerk', 'leader'] },
  ),
  isSupervisorOrOffice: rule(
    (context, env) => office(context, env, ['clerk', 'supervisor']),
    '只有督导组或整改办可以办理',
    'Only a supervisor or the office may do this',
    { who: ['supervisor', 'clerk'] },
  ),
  isSupervisor: rule(
    (context, env) => office(context, env, ['supervisor']),
    '只有督导组可以核查',
    'Only a supervisor may do this',
    { who: ['supervisor'] },
  ),
  isLeader: rule(
    (context, env) => office(context, env, ['leader']),
    '须由领导小组成员决定',
    'Only a member of the leading group may do this',
    { who: ['leader'] },
  ),
  isOfLeadUnit: rule(
    (context, env) => holds(env.actor, OF_UNIT, context.leadUnitId, env.refs.units),
    '只有牵头单位的承办人、联络员或负责人可以办理',
    'Only the lead unit may do this',
    { who: ['handler', 'liaison', 'unitLeader'] },
  ),
  isOfCaseUnits: rule(
    (context, env) =>
      [context.leadUnitId, ...context.supportingUnitIds].some((unit) =>
        holds(env.actor, OF_UNIT, unit, env.refs.units),
      ),
    '只有牵头单位或协办单位可以办理',
    'Only the lead unit or a supporting unit may do this',
    { who: ['handler', 'liaison', 'unitLeader'] },
  ),
  isOutsideLeadUnit: rule(outside, '牵头单位不能核查或办结自己的整改', 'The lead unit cannot check its own fix', {
    who: ['supervisor'],
  }),
  isVisitor: rule(
    (context, env) =>
      outside(context, env) && office(context, env, context.raisedOutside ? ['visitor'] : ['supervisor']),
    '回访须由牵头单位以外的回访员进行；无反映人的事项由督导组现场查看',
    'A visit is made by a visiting officer outside the lead unit; without a complainant, supervisors check on site',
    { who: ['visitor', 'supervisor'] },
  ),
  maySee: rule(
    (context, env) => maySee(env.actor, context, env.refs.units),
    '无权查看该事项',
    'You may not see this case',
  ),
  isNotOwnExtension: rule(
    (context, env) =>
      outside(context, env) && !isOneWith(env.actor, context.extension?.askedBy ?? null, context.standIns),
    '不能审批自己或本单位提出的延期',
    'Nobody decides their own extension',
    { who: ['clerk'] },
  ),
  isNotOwnUnitsWaiver: rule(
    outside,
    '不能免除本单位逾期的督办单',
    'A leader cannot waive an order against their own unit',
    { who: ['leader'] },
  ),
  didNotWorkOnIt: rule(
    (context, env) => !workedOn(env.actor, context),
    '经办过该事项的人不能再核查、回访、审批、签批或决定它的去留，请由未参与办理的人员办理',
    'Whoever worked on the case does not check, visit or decide it: somebody who had no part in it does',
  ),
  holdsNoPostInIt: rule(
    (context, env) => !holdsPostIn(env.actor, context, env.refs.units),
    '在牵头或协办单位任职、或整改期间曾在其任职的人不能核查、回访、审批、签批或决定该事项的去留，请由其他单位的人员办理',
    'Who holds a post in the lead or a supporting unit, or held one since the assignment, does not check, visit or decide the case: somebody from elsewhere does',
  ),
  keepsKeyMark: rule(
    (context, _env, payload) => !(context.isKey && payload['isKey'] === false),
    '重点问题不能在交办时取消标记',
    'A key case stays a key case when it is assigned',
    { needsPayload: true },
  ),
  hasLeadUnit: rule((context) => context.leadUnitId !== null, '事项没有牵头单位', 'The case has no lead unit'),
  isKeyCase: branch((context) => context.isKey),
};

/** Rules that fail for want of a role and nothing else: in another's name they may hold, so their refusal says least. */
const WANT_A_ROLE = [
  ...['isOffice', 'isOfficeOrLeader', 'isSupervisorOrOffice', 'isSupervisor', 'isLeader', 'isVisitor'],
  ...['isOfLeadUnit', 'isOfCaseUnits', 'answersOrder', 'isTriageDesk'],
  ...['mayDrop', 'mayDropAtTriage', 'mayAskDeparture', 'mayGrantDeparture'],
];
export const wantsARole = (rule: unknown): boolean => typeof rule === 'string' && WANT_A_ROLE.includes(rule);

/** Rules that hold for every judgement on a case, whatever a workflow file says: separation of duties is not left to it. */
const OF_JUDGEMENT = ['didNotWorkOnIt', 'holdsNoPostInIt'] as const;

/** True where the command judges the case: each that is said to, and an instruction that answers the leader's recurring look. */
const judges = (type: string, { lookAskedOn }: CaseContext): boolean =>
  specOf(type)?.judgedBy !== undefined || (type === 'INSTRUCT_ORDER' && lookAskedOn != null);

/** Name of the rule by which what ties the actor to the case forbids the command; undefined where nothing does. */
export function tieThatForbids(type: string, context: CaseContext, env: Env): string | undefined {
  if (!judges(type, context)) return undefined;
  return OF_JUDGEMENT.find((name) => !PEOPLE_RULES[name]!.test(context, env, {}, {}));
}
