/** The words of closed lists as a line of history says them. */
import type { Labels } from '../engine/commands.js';

const word = (zh: string, en: string): Labels => ({ 'zh-CN': zh, en });

/** What a case is collected with is no command's payload and has no form: the names of its fields that are said. */
export const COLLECTED: Readonly<Record<string, Labels>> = { source: word('问题来源', 'Source') };

/** By the name of the field, then by its value. */
export const SAID_WORDS: Readonly<Record<string, Readonly<Record<string, Labels>>>> = {
  method: {
    remote: word('远程核查', 'Remotely'),
    onSite: word('现场', 'On site'),
    phone: word('电话', 'Telephone'),
    door: word('上门', 'At the door'),
    station: word('来所', 'At the station'),
    online: word('线上', 'Online'),
  },
  outcome: {
    fixed: word('已解决', 'Fixed'),
    mannerComplaint: word('已解决，对作风有意见', 'Fixed, with a complaint about manner'),
    notFixed: word('未解决', 'Not fixed'),
    unreachable: word('未联系上', 'Unreachable'),
  },
  satisfaction: {
    satisfied: word('满意', 'Satisfied'),
    basicallySatisfied: word('基本满意', 'Basically satisfied'),
    dissatisfied: word('不满意', 'Dissatisfied'),
  },
  kind: {
    reject: word('不予采纳', 'Rejected'),
    merge: word('并案', 'Merged'),
    withdraw: word('撤回', 'Withdrawn'),
  },
  rung: {
    blue: word('蓝单', 'Blue'),
    orange: word('橙单', 'Orange'),
    red: word('红单', 'Red'),
    talk: word('约谈', 'Talk'),
  },
  closing: {
    resolved: word('已销号', 'Struck off'),
    disputed: word('争议销号', 'Closed as disputed'),
    unverified: word('未见面销号', 'Closed unverified'),
    rejected: word('不予采纳', 'Rejected'),
    merged: word('并案', 'Merged'),
    withdrawn: word('撤回', 'Withdrawn'),
  },
  source: {
    meeting: word('座谈会', 'Meeting'),
    openDoor: word('开门纳谏', 'Open-door suggestion'),
    selfCheck: word('自查', 'Self-check'),
    inspection: word('巡察巡查督察', 'Inspection'),
    hotline: word('热线', 'Hotline'),
    chatGroup: word('警务微信群', 'Chat group'),
    visit: word('回访', 'Visit'),
    lookBack: word('回头看', 'Look-back'),
  },
  role: {
    clerk: word('整改办经办人', 'Office clerk'),
    liaison: word('联络员', 'Liaison'),
    handler: word('承办人', 'Handler'),
    unitLeader: word('单位领导', 'Unit leader'),
    supervisor: word('督导组', 'Supervisor'),
    visitor: word('回访员', 'Visitor'),
    leader: word('领导小组', 'Leader'),
    administrator: word('管理员', 'Administrator'),
    auditor: word('审计员', 'Auditor'),
  },
};

/** Yes and no. */
export const FLAG: readonly [Labels, Labels] = [word('否', 'No'), word('是', 'Yes')];
