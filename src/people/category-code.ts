/** What workflows call a category that was given no code: the first letters of its name, as an office abbreviates. */

/** By pinyin: the first character of each initial, the letters in the same order. */
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const FIRST = [...'阿八嚓搭蛾发噶哈击喀垃妈拿噢妑七然撒他挖昔压匝'];
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');
const LONGEST = 40;

/** A code for the name that none of `taken` is: 治安防范 is `zaff`, the next of these `zaff2`; Latin letters and digits stay. */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const letters = [...name.normalize('NFKC')].map((one) => {
    if (/[A-Za-z0-9]/.test(one)) return one.toLowerCase();
    return /\p{Script=Han}/u.test(one) ? initialOf(one) : '';
  });
  const joined = letters.join('').slice(0, LONGEST);
  const code = /^[a-z]/.test(joined) ? joined : `c${joined}`;
  let free = code;
  for (let n = 2; taken.has(free); n++) free = `${code}${n}`;
  return free;
}

function initialOf(character: string): string {
  const after = FIRST.findIndex((first) => byPinyin.compare(character, first) < 0);
  return LETTERS[(after < 0 ? FIRST.length : after) - 1] ?? '';
}
