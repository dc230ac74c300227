/** The lines of the table for deputies: who stands in for whom, who has to agree to it, and what was done meanwhile. */
import type { Sentence } from '../domain/clock-words.js';
import type { Topic } from './topic.js';

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

export const DEPUTY_TOPICS = {
  'deputy.named': {
    name: said('由您代理', 'You stand in'),
    group: 'turn',
    who: [],
    says: said('{fromOn}至{untilOn}由您代理{absent}的工作', 'You stand in for {absent} from {fromOn} to {untilOn}'),
    next: said(
      '查看其待办；不能代理的，请在“我的账号”辞去',
      'Look at what waits; decline under “My account” if you cannot',
    ),
    way: '/work',
    holds: 'always',
    apart: true,
  },
  'deputy.set': {
    name: said('您的代理人', 'Your deputy'),
    group: 'news',
    who: [],
    says: said('{fromOn}至{untilOn}由{deputy}代理您的工作', '{deputy} stands in for you from {fromOn} to {untilOn}'),
    next: said('回来上班的，请在“我的账号”结束代理', 'End it under “My account” once you are back'),
    way: '/account',
    holds: 'always',
    apart: true,
  },
  'deputy.asked': {
    name: said('代理待同意', 'A deputy to agree to'),
    group: 'turn',
    who: ['leader', 'unitLeader'],
    says: said(
      '{by}提出由{deputy}代理{absent}，{fromOn}至{untilOn}，须由另一人同意',
      '{by} wants {deputy} to stand in for {absent} from {fromOn} to {untilOn}: another person must agree',
    ),
    next: said('核实后同意或不同意', 'Check it, then agree or decline'),
    way: '/account',
    holds: 'always',
    apart: true,
  },
  'deputy.ended': {
    name: said('代理结束', 'End of a deputy’s time'),
    group: 'news',
    who: [],
    says: said('{deputy}代理{absent}已提前结束', '{deputy} no longer stands in for {absent}'),
    after: {
      refused: said('由{deputy}代理{absent}未获同意', 'That {deputy} stands in for {absent} was not agreed to'),
      closed: said(
        '{deputy}或{absent}的账号已停用，代理结束',
        'An account was closed: {deputy} no longer stands in for {absent}',
      ),
    },
    next: said('仍不在岗的，请另定代理人', 'Name another deputy if the absence goes on'),
    way: '/account',
    holds: 'always',
    apart: true,
  },
  'deputy.back': {
    name: said('代您办理的事项', 'Done in your name'),
    group: 'news',
    who: [],
    says: said(
      '代理已结束：{deputy}以您的名义办理了 {count} 次',
      'Your absence is over: {deputy} took {count} steps in your name',
    ),
    next: said('逐件看一看', 'Look through them'),
    way: '/account',
    holds: 'always',
    apart: true,
  },
} satisfies Record<string, Topic>;
