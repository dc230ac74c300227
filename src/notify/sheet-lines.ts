/** What a digest or a morning sheet lists, in words: for ways that carry a whole sheet. Pure. */
import { dayWords, type Sentence } from '../domain/clock-words.js';
import { isDay } from '../domain/day.js';
import type { Facts } from '../store/messages/inbox-entry.entity.js';

/** So many of what waits are written out; of the others only the number. */
const MOST = 10;

interface Waits {
  number: string;
  what: Sentence;
  by: string | null;
}
interface Figure {
  name: Sentence;
  before: number;
  after: number;
}

/** The figures that changed, then what waits, the most urgent first: number, deed and day, never a title. None for any other message. */
export function sheetLines({ on, count, lines = [], figures = [] }: Facts): Sentence[] {
  if (!isDay(on)) return [];
  const waits = lines as Waits[];
  const beyond = Number.parseInt(String(count)) - Math.min(waits.length, MOST);
  return [
    ...(figures as Figure[]).map(({ name, before, after }) => ({
      'zh-CN': `${name['zh-CN']}：${after} 件（原 ${before} 件）`,
      en: `${name.en}: ${after} (was ${before})`,
    })),
    ...waits.slice(0, MOST).map(({ number, what, by }) => {
      if (!isDay(by)) return { 'zh-CN': `${number} ${what['zh-CN']}`, en: `${number} ${what.en}` };
      const { 'zh-CN': zh, en } = dayWords(by, on);
      const [until, untilEn] =
        by === on
          ? ['今天到期', 'due today']
          : by < on
            ? [`${zh}到期，已过期限`, `was due ${en}`]
            : [`${zh}前`, `by ${en}`];
      return { 'zh-CN': `${number} ${what['zh-CN']}，${until}`, en: `${number} ${what.en}, ${untilEn}` };
    }),
    ...(waits.length > 0 && beyond > 0
      ? [{ 'zh-CN': `另有 ${beyond} 件，见“我的工作”`, en: `${beyond} more under My work` }]
      : []),
  ];
}
