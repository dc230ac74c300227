/** A heading that says how far the issues below it are: 一、已完成整改（2项）, 二、正在整改, a sheet named 未销号. */
import type { ReadEntry } from './reading.js';
import { said } from './said.js';
import { statusOf } from './status-words.js';

/** What a heading says of all issues below it; undefined where it says no state. */
export function stateInHeading(heading: string): 'closed' | 'open' | 'dropped' | undefined {
  const bare = heading
    .normalize('NFKC')
    .replace(/^(第?[一二三四五六七八九十百\d]{1,3}[、.．,，:：)]|\([一二三四五六七八九十\d]{1,3}\))\s*/, '')
    .replace(/\([^)]*\)?|\d+\s*(件|项|条|个)$/g, '')
    .replace(
      /[的:：\s]*(重点)?(问题|事项|项目|诉求|任务|件|类|部分)?(清单|台账|一览表|情况表|汇总表|明细表?)?[:：]?$/,
      '',
    )
    .trim();
  if (
    bare.length < 2 ||
    bare.length > 10 ||
    !/完成|销号|整改|办结|解决|推进|办理|启动|结案|closed|open|done/i.test(bare)
  )
    return undefined;
  if (/^(整改|办理|完成|销号|推进)$/.test(bare)) return undefined;
  const meaning = statusOf(bare)?.meaning;
  return meaning === 'asked' ? undefined : meaning;
}

/** Takes the state of the heading for an issue of which nothing else says how far it is. */
export function takeHeadingsState(entry: ReadEntry, headings: readonly (string | null | undefined)[]): void {
  if (entry.state.why.code !== 'ledger.read.nothingSaid') return;
  for (const heading of headings) {
    const meaning = heading === null || heading === undefined ? undefined : stateInHeading(heading);
    if (meaning === undefined) continue;
    entry.state = {
      meaning,
      why: said('stateOfHeading', `It stands under “${heading}”`, `位于“${heading}”之下`),
    };
    entry.isClosed = meaning === 'closed';
    return;
  }
}
