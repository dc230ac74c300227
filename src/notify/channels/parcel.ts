/** What goes out together to one receiver on one way, and how a receiver that does not take it says so. */
import type { Sentence } from '../../domain/clock-words.js';
import { topicOf } from '../topics.js';

/** One message in it, in words. */
export interface ParcelLine {
  topic: string;
  /** The whole sentence, for ways that end with the person alone. */
  says: Sentence;
  /** What to do next. */
  next: Sentence;
  /** Number and name of the topic and nothing else, for what others may see: a locked phone, a text message, a group chat. */
  brief: Sentence;
  /** A path of the desk, such as `/cases/…`. */
  href: string;
  /** When it came in, epoch milliseconds. */
  at: number;
  /** Of a digest or a morning sheet: what it lists, for ways that carry all of it. */
  sheet?: readonly Sentence[];
}

export interface Parcel {
  /** The same for every attempt: what a receiver knows a repeat by. */
  id: string;
  /** At least one, the latest first, at most `MOST_LINES`. */
  lines: readonly [ParcelLine, ...ParcelLine[]];
  /** How many more there are beyond those. */
  more: number;
  /** With what links begin; null: there are none. */
  publicUrl: string | null;
}

/** Messages that are written out in one parcel; of more only the number is told. */
export const MOST_LINES = 20;

/** The other side did not take it. */
export class NotTaken extends Error {
  constructor(
    /** `later`: worth another attempt; `never`: this receiver will not take it whatever is done; `gone`: and there is no such receiver any more. */
    readonly kind: 'later' | 'never' | 'gone',
    readonly said: Sentence,
  ) {
    super(`${said['zh-CN']} / ${said.en}`);
    this.name = 'NotTaken';
  }
}

export const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });
export const later = (zh: string, en: string): NotTaken => new NotTaken('later', said(zh, en));
export const never = (zh: string, en: string): NotTaken => new NotTaken('never', said(zh, en));

/** All messages of it, told or not. */
export const countOf = ({ lines, more }: Parcel): number => lines.length + more;

/** In one line what it is: the sentence of a lone message, or how many there are with an order, else the latest. */
export function headline(parcel: Parcel, of: 'says' | 'brief'): string {
  const foremost = parcel.lines.find(({ topic }) => topicOf(topic)?.isOrder === true) ?? parcel.lines[0];
  const first = foremost[of]['zh-CN'];
  const count = countOf(parcel);
  return count === 1 ? first : `${count} 条消息：${first} 等`;
}

/** The whole of it as lines of Chinese text, each message with its next step and its link. */
export function writtenOut(parcel: Parcel): string {
  const { lines, more, publicUrl } = parcel;
  const texts = lines.map(({ says, next, href }) =>
    [says['zh-CN'], `　→ ${next['zh-CN']}`, ...(publicUrl === null ? [] : [`　${publicUrl}${href}`])].join('\n'),
  );
  return [...texts, ...(more === 0 ? [] : [`另有 ${more} 条，请到系统“消息”里查看`])].join('\n');
}

/** As much of a text as fits into so many bytes of UTF-8, whole characters, with a mark where something is missing. */
export function withinBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = '';
  let bytes = 3;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return `${kept}…`;
}
