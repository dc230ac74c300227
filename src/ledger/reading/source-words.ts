/** 问题来源 as ledgers write it, to the sources of the product. */
import { SOURCES, type Source } from '../../domain/words.js';

const WORDS: [Source, RegExp][] = [
  ['lookBack', /回头看/],
  ['meeting', /座谈|恳谈|代表委员|听证|恳请会/],
  ['openDoor', /开门纳谏|征求意见|意见箱|信箱|来信|网友留言/],
  ['selfCheck', /自查|自纠|我的问题|自我检视/],
  ['inspection', /巡察|巡视|巡查|督察|督查|检查|审计/],
  ['hotline', /热线|12345|12389|110|电话/],
  ['chatGroup', /微信群|警务群|群聊/],
  ['visit', /回访/],
];

/** The source a text names, undefined when it names none we know. Identifiers of the product count as well. */
export function sourceOf(text: string): Source | undefined {
  return SOURCES.find((source) => source === text) ?? WORDS.find(([, words]) => words.test(text))?.[0];
}
