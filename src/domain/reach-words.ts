/** The sentence that tells an administrator what a role at a unit will see and act on, before it is given. */
import type { Sentence } from './clock-words.js';
import type { Reach } from './reach.js';
import type { Role } from './words.js';

/** The reach in words. */
export function reachWords(role: Role, unitName: string, { sees, acts, offices, units, can }: Reach): Sentence {
  if (role === 'administrator') {
    return {
      'zh-CN': '管理员不查看、不办理事项，范围为整个系统。',
      en: 'An administrator sees and acts on no case; the role covers the whole system.',
    };
  }
  if (!can) {
    return {
      'zh-CN': `${unitName}及其下级没有主管事项的办公室，该角色设在这里${sees > 0 ? `只能查看 ${sees} 个未办结事项，` : '看不到事项，'}办不了任何事项。请设在整改办或其上级单位。`,
      en: `No office that owns cases lies at ${unitName} or below: here the role ${sees > 0 ? `only sees ${sees} open cases and` : 'sees nothing and'} can act on none. Give it at the office or above.`,
    };
  }
  if (role === 'auditor') {
    return { 'zh-CN': `可查看 ${sees} 个未办结事项，不办理。`, en: `Sees ${sees} open cases and acts on none.` };
  }
  const zh =
    role === 'handler' || role === 'liaison' || role === 'unitLeader'
      ? `范围含 ${units} 个单位`
      : `范围含 ${units} 个单位、${offices} 个主管办公室`;
  if (sees === 0) {
    return {
      'zh-CN': `${zh}；其中现在没有未办结事项。`,
      en: `Covers ${units} units; no case is open there now.`,
    };
  }
  const waiting = acts === 0 ? '目前没有等该角色办理的' : `其中 ${acts} 个正等该角色办理`;
  return {
    'zh-CN': `${zh}；现可查看 ${sees} 个未办结事项，${waiting}。`,
    en: `Covers ${units} units; sees ${sees} open cases now, of which ${acts === 0 ? 'none waits' : `${acts} wait`} for this role.`,
  };
}
