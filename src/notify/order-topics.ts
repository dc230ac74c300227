/** The lines of the table for the rungs of the ladder: the order to whom it addresses, and its copy. None can be silenced. */
import type { Sentence } from '../domain/clock-words.js';
import type { Role } from '../domain/words.js';
import type { Topic } from './topic.js';

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

const order = (to: Role, name: Sentence, says: Sentence, next: Sentence, holds: Topic['holds']): Topic => ({
  ...{ name, group: 'order', who: [to], says, next, holds },
  way: '/cases/{caseId}',
  isOrder: true,
});

const copy = (to: Role, name: Sentence, says: Sentence): Topic => ({
  ...order(to, name, says, said('过问并督促办理', 'Ask, and see that it is done'), 'orderOpen'),
});

const REPLY = said(
  '回复督办单：做了什么、为何逾期、承诺哪天办结',
  'Reply: what was done, why it is late, by when it will be solved',
);
const DECIDE = said('签发，或说明理由不签发', 'Sign it, or waive it with a reason');

export const ORDER_TOPICS = {
  'order.blue': order(
    'handler',
    said('蓝色督办单', 'Blue order'),
    said(
      '{number} 已逾期[（{dueOn}到期）]，蓝色督办单[请于{replyDueOn}前回复]',
      '{number} is late[, it was due {dueOn}]: a blue order[, reply by {replyDueOn}]',
    ),
    REPLY,
    'orderOpen',
  ),
  'order.blue.copy': copy(
    'unitLeader',
    said('蓝色督办单抄送', 'Copy of a blue order'),
    said(
      '抄送：{number} 已逾期，已向承办人发出蓝色督办单[，{replyDueOn}前回复]',
      'Copy: {number} is late, the case handler got a blue order[, reply by {replyDueOn}]',
    ),
  ),
  'order.orange': order(
    'unitLeader',
    said('橙色督办单', 'Orange order'),
    said(
      '{number} 橙色督办单：警告，责令限期办结[，{replyDueOn}前回复]',
      'Orange order on {number}: a warning to you[, reply by {replyDueOn}]',
    ),
    REPLY,
    'orderOpen',
  ),
  'order.orange.copy': copy(
    'clerk',
    said('橙色督办单抄送', 'Copy of an orange order'),
    said(
      '抄送：{number} 已向责任领导发出橙色督办单[，{replyDueOn}前回复]',
      'Copy: the responsible leader got an orange order on {number}[, reply by {replyDueOn}]',
    ),
  ),
  'order.red': order(
    'leader',
    said('红色督办单待签', 'Red order to sign'),
    said(
      '{number} 红色督办单待您签发：拟通报批评',
      'A red order on {number} waits for your signature: public criticism',
    ),
    DECIDE,
    'unsigned',
  ),
  'order.red.copy': copy(
    'unitLeader',
    said('红色督办单抄送', 'Copy of a red order'),
    said('抄送：{number} 已报领导签发红色督办单', 'Copy: a red order on {number} was put to the leader'),
  ),
  'order.talk': order(
    'leader',
    said('约谈待签', 'Admonition talk to sign'),
    said(
      '{number} 拟约谈单位负责人，待您签发',
      'An admonition talk with the unit’s head about {number} waits for your signature',
    ),
    DECIDE,
    'unsigned',
  ),
  'order.talk.copy': copy(
    'unitLeader',
    said('约谈抄送', 'Copy of an admonition talk'),
    said('抄送：{number} 已报领导决定约谈', 'Copy: an admonition talk about {number} was put to the leader'),
  ),
} satisfies Record<string, Topic>;
