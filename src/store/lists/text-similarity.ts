/** How alike two Chinese texts are: the character pairs they share, each weighed by how rarely it is used. */
import { wordsOf } from '../../domain/search-words.js';

/** Pairs that letters and speech are full of and that say nothing about the matter. */
const STOP_PAIRS = new Set(
  (
    '我们 你们 他们 我的 我是 我在 我想 我家 你好 您好 尊敬 敬的 领导 谢谢 感谢 希望 望能 建议 议在 请问 请求 问题 反映 关于 相关 有关 部门 ' +
    '解决 处理 能否 是否 可以 能够 应该 应当 进行 这个 那个 这些 一个 一些 一下 一直 没有 不能 不是 就是 还是 也是 都是 的是 是不 但是 ' +
    '因为 所以 如果 而且 已经 现在 目前 以及 或者 什么 怎么 为什 如何 给予 尽快 及时 情况 方面 工作 加强 提高 进一 一步 存在 比较 ' +
    '很多 许多 时候 时间 今年 去年 每天 大家 群众 百姓 老百 市民 居民 有些 有的 的人 的问 的时 了解 知道 认为 觉得 需要 必须 由于 对于'
  ).split(' '),
);
/** Share of texts below which a pair counts as fully telling: one in five hundred. */
const RARE = 0.002;
/** How much the length of the known text counts beside the length of the asked one; tried on public letters. */
const KNOWN_LENGTH = 0.2;
const SMALL_SAMPLE = 1000;

/** The telling character pairs of a text, lower case; pairs never reach over punctuation or spaces. */
export function tellingPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const characters = [...run];
    for (let at = 1; at < characters.length; at += 1) {
      const pair = characters[at - 1]! + characters[at]!;
      if (!STOP_PAIRS.has(pair)) pairs.add(pair);
    }
  }
  return pairs;
}

/** How common pairs are, counted in a sample of the stored texts. */
export class PairSample {
  private constructor(
    /** For each pair, the places of the texts that hold it, ascending. */
    private readonly holders: ReadonlyMap<string, readonly number[]>,
    private readonly texts: readonly string[],
    private readonly size: number,
    /** How many texts there are in all, about. */
    readonly stored: number,
    private readonly ids: readonly string[],
  ) {}

  /** The sample of these texts out of `stored` ones. A small one is taken as if others had none of its pairs: with five
   *  cases in the book a word that one of them holds is still a rare word. `ids` name the cases of the texts. */
  static of(texts: readonly string[], stored: number, ids: readonly string[] = []): PairSample {
    const holders = new Map<string, number[]>();
    for (const [at, text] of texts.entries()) {
      for (const pair of tellingPairs(text)) {
        const found = holders.get(pair);
        if (found === undefined) holders.set(pair, [at]);
        else found.push(at);
      }
    }
    const lower = texts.map((text) => text.toLowerCase());
    return new PairSample(holders, lower, Math.max(SMALL_SAMPLE, texts.length), stored, ids);
  }

  /** Share of the texts that hold the pair, 0 to 1; for one the sample has not seen, half of the smallest it can see. */
  share(pair: string): number {
    return (this.holders.get(pair)?.length ?? 0.5) / this.size;
  }

  /** Share of the texts that hold all these pairs, as `share` tells it for one. */
  shareOfAll(pairs: readonly string[]): number {
    const lists = pairs.map((pair) => this.holders.get(pair) ?? []).sort((a, b) => a.length - b.length);
    const others = lists.slice(1).map((list) => new Set(list));
    const held = lists[0]!.filter((at) => others.every((list) => list.has(at))).length;
    return (held === 0 ? 0.5 : held) / this.size;
  }

  /** How often all words of `q` occur as substrings of one text, capitals or not. */
  frequencyOf(q: string): WordFrequency {
    const words = wordsOf(q.toLowerCase());
    const ids = this.ids.filter((_, at) => words.every((word) => this.texts[at]!.includes(word)));
    return { share: ids.length / this.size, ids, size: this.size, stored: this.stored };
  }
}

/** How often a word occurs in the stored texts, by a sample of them. */
export interface WordFrequency {
  /** 0 to 1. */
  share: number;
  /** The cases of the sample that hold it. */
  ids: readonly string[];
  /** How many texts the sample counts for. */
  size: number;
  /** How many texts there are in all, about. */
  stored: number;
}

/** What a pair tells, 0 to 1: the logarithm of its rarity (inverse document frequency), cut off where it is rare enough. */
export function pairWeight(pair: string, sample: PairSample): number {
  const share = Math.min(1, Math.max(RARE, sample.share(pair)));
  return Math.log(share) / Math.log(RARE);
}

/** Alikeness of an asked text to a known one, 0 to 1, rounded to thousandths: weight shared over the weight of the asked
 *  text, softened by the weight of the known one, so that a long letter holding all of a short remark is still alike. */
export function similarity(asked: ReadonlySet<string>, known: ReadonlySet<string>, sample: PairSample): number {
  let [own, other, shared] = [0, 0, 0];
  for (const pair of known) other += pairWeight(pair, sample);
  for (const pair of asked) {
    const weight = pairWeight(pair, sample);
    own += weight;
    if (known.has(pair)) shared += weight;
  }
  if (shared === 0) return 0;
  return Math.round((1000 * shared) / (own ** (1 - KNOWN_LENGTH) * other ** KNOWN_LENGTH)) / 1000;
}
