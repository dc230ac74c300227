/** What becomes of an order of the ladder, as its state and as what was done. */
import type { OrderAct, OrderStatus } from '../words.js';
import { word, type Word } from './word.js';

export const ORDER_STATUS_WORDS = {
  issued: word('已发出', 'Issued', '已发出，等单位回复。', 'Sent; the unit is to reply.'),
  proposed: word(
    '待领导签批',
    'Awaiting signature',
    '系统提请，等领导签批或免除。',
    'Proposed by the system; a leader is to sign or waive it.',
  ),
  replied: word('已回复', 'Replied', '单位已经回复。', 'The unit has replied.'),
  signed: word('已签批', 'Signed', '领导已签批。', 'A leader has signed it.'),
  waived: word('已免除', 'Waived', '领导已免除，写有理由。', 'A leader has waived it, for a stated reason.'),
} satisfies Record<OrderStatus, Word>;

export const ORDER_ACT_WORDS = {
  replied: word('回复', 'replied', '单位对督办单作出答复。', 'The unit answers the order.'),
  signed: word('签批', 'signed', '领导同意并签署督办单。', 'A leader puts the order into force.'),
  waived: word('免除', 'waived', '领导写明理由，免去这张督办单。', 'A leader lifts the order, for a stated reason.'),
  instructed: word('批示', 'instructed', '领导写明要求单位做什么。', 'A leader says what the unit is to do.'),
} satisfies Record<OrderAct, Word>;
