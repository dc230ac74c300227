/** Letters to the mailbox of an invented city, as dirty as real ones are: what is wrong with each is known, since it was put there. */

export interface LetterFile {
  bytes: Buffer;
  rows: number;
  /** Rows that become a case, that are kept in the case of their number, that are refused for having no day, and for closing too early. */
  imported: number;
  merged: number;
  undated: number;
  closedBeforeRaised: number;
  /** Distinct units that answered an imported letter. */
  agencies: number;
  /** What a clerk answers where an agency is a person, or a name with a slip. */
  answers: Record<string, string>;
  /** Number of the one letter that was never answered on a day. */
  open: string;
  first: string;
  last: string;
  /** Number of a letter with tags in its text, and the tag as it stands there. */
  quoting: [id: string, text: string];
}

const PLACES = [
  '东风砖厂',
  '安和花园',
  '实验小学',
  '西河广场',
  '城南市场',
  '翠苑小区',
  '北门夜市',
  '火车站',
  '南湖公园',
];
const MATTERS: [title: string, text: string][] = [
  ['路灯不亮', '门口的马路路灯全部不亮，老人晚上出行不安全。'],
  ['停车位不够', '没有停车位，车停在消防通道上，消防车进不来。'],
  ['水管漏水', '水管漏水三个月，路面结冰，"已报修"却没有人来。'],
  ['噪音扰民', '每晚音响声音太大,孩子没法写作业。'],
  ['垃圾没人清', '垃圾堆在路边\n一下雨污水横流。\n\n请尽快清理。'],
];
const UNITS = ['城管局', '交警支队', '住建局', '水务公司', '街道办', '派出所', '教育局'];
const TAG = '<城市道路管理办法>';
const DAY = 86_400_000;

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const dayAt = (n: number): string => new Date(Date.UTC(2019, 0, 2) + n * DAY).toISOString().slice(0, 10);

/** A file of `count` letters, at least 60, one a day from 2019-01-02. */
export function inventedLetters(count: number): LetterFile {
  const lines = ['mail_id,title,query,query_date,reply,reply_date,reply_agency'];
  const told = { imported: 0, merged: 0, undated: 0, closedBeforeRaised: 0 };
  const agencies = new Set<string>();
  const days: string[] = [];
  let open = '';
  let quoting: [string, string] = ['', ''];
  for (let n = 0; n < count; n += 1) {
    const place = PLACES[n % PLACES.length]!;
    const [title, text] = MATTERS[n % MATTERS.length]!;
    const unit = `${PLACES[n % 4]!.slice(0, 2)}${UNITS[n % UNITS.length]!}`;
    const raised = dayAt(n);
    let id = `${raised.replaceAll('-', '')}001`;
    let [query, asked, answered] = [`${place}${text}第${n}次反映。`, raised, dayAt(n + 1 + (n % 9))];
    if (n % 29 === 7) {
      asked = '';
      told.undated += 1;
    } else if (n % 41 === 11) {
      answered = dayAt(n - 2);
      told.closedBeforeRaised += 1;
    } else if (n % 23 === 13) {
      // the number of the letter before, on another matter
      id = `${dayAt(n - 1).replaceAll('-', '')}001`;
      told.merged += 1;
    } else {
      told.imported += 1;
      agencies.add(unit);
      days.push(raised);
      if (n === 30) [open, answered] = [id, ''];
      else days.push(answered);
      if (n === 33) [query, quoting] = [`请按照${TAG}办理。${query}`, [id, TAG]];
    }
    lines.push(
      [id, `${place}${title}`, query, asked, ` 网友你好：\n${title}一事已转${unit}处理。`, answered, unit]
        .map(cell)
        .join(','),
    );
  }
  days.sort();
  return {
    ...told,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
    rows: count,
    agencies: agencies.size,
    answers: {},
    open,
    first: days[0]!,
    last: days.at(-1)!,
    quoting,
  };
}
