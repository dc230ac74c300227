/** The State Council's notices on holidays, 2018 to 2026, written down by hand from their texts: a source of its own beside the package
 *  that the calendar is filled from. */

/** Name, days off (one, or first to last) and the days that are worked for them; `MMDD`, with `-` before it where in the year before. */
type Holiday = [name: string, off: string, worked?: string];

const NOTICES: Record<number, Holiday[]> = {
  2018: [
    ['元旦', '0101'],
    ['春节', '0215..0221', '0211 0224'],
    ['清明节', '0405..0407', '0408'],
    ['劳动节', '0429..0501', '0428'],
    ['端午节', '0618'],
    ['中秋节', '0924'],
    ['国庆节', '1001..1007', '0929 0930'],
  ],
  2019: [
    ['元旦', '-1230..0101', '-1229'],
    ['春节', '0204..0210', '0202 0203'],
    ['清明节', '0405'],
    ['劳动节', '0501..0504', '0428 0505'],
    ['端午节', '0607'],
    ['中秋节', '0913'],
    ['国庆节', '1001..1007', '0929 1012'],
  ],
  2020: [
    ['元旦', '0101'],
    ['春节', '0124..0202', '0119'],
    ['清明节', '0404..0406'],
    ['劳动节', '0501..0505', '0426 0509'],
    ['端午节', '0625..0627', '0628'],
    ['国庆节、中秋节', '1001..1008', '0927 1010'],
  ],
  2021: [
    ['元旦', '0101..0103'],
    ['春节', '0211..0217', '0207 0220'],
    ['清明节', '0403..0405'],
    ['劳动节', '0501..0505', '0425 0508'],
    ['端午节', '0612..0614'],
    ['中秋节', '0919..0921', '0918'],
    ['国庆节', '1001..1007', '0926 1009'],
  ],
  2022: [
    ['元旦', '0101..0103'],
    ['春节', '0131..0206', '0129 0130'],
    ['清明节', '0403..0405', '0402'],
    ['劳动节', '0430..0504', '0424 0507'],
    ['端午节', '0603..0605'],
    ['中秋节', '0910..0912'],
    ['国庆节', '1001..1007', '1008 1009'],
  ],
  2023: [
    ['元旦', '-1231..0102'],
    ['春节', '0121..0127', '0128 0129'],
    ['清明节', '0405'],
    ['劳动节', '0429..0503', '0423 0506'],
    ['端午节', '0622..0624', '0625'],
    ['中秋节、国庆节', '0929..1006', '1007 1008'],
  ],
  2024: [
    ['元旦', '0101'],
    ['春节', '0210..0217', '0204 0218'],
    ['清明节', '0404..0406', '0407'],
    ['劳动节', '0501..0505', '0428 0511'],
    ['端午节', '0610'],
    ['中秋节', '0915..0917', '0914'],
    ['国庆节', '1001..1007', '0929 1012'],
  ],
  2025: [
    ['元旦', '0101'],
    ['春节', '0128..0204', '0126 0208'],
    ['清明节', '0404..0406'],
    ['劳动节', '0501..0505', '0427'],
    ['端午节', '0531..0602'],
    ['国庆节、中秋节', '1001..1008', '0928 1011'],
  ],
  2026: [
    ['元旦', '0101..0103', '0104'],
    ['春节', '0215..0223', '0214 0228'],
    ['清明节', '0404..0406'],
    ['劳动节', '0501..0505', '0509'],
    ['端午节', '0619..0621'],
    ['中秋节', '0925..0927'],
    ['国庆节', '1001..1007', '0920 1010'],
  ],
};

/** The years that are written down, in order. */
export const DECREED = Object.keys(NOTICES).map(Number);

const DAY = 86_400_000;
const at = (year: number, written: string): number => {
  const before = written.startsWith('-');
  const digits = before ? written.slice(1) : written;
  return Date.UTC(before ? year - 1 : year, Number(digits.slice(0, 2)) - 1, Number(digits.slice(2)));
};
const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The notice of a year in the form of a holiday-cn file; without days where none is written down, as before it is announced. */
export function decreeOf(year: number): object {
  const days = (NOTICES[year] ?? []).flatMap(([name, off, worked = '']) => {
    const [first, last = first] = off.split('..') as [string, string?];
    const length = (at(year, last) - at(year, first)) / DAY + 1;
    return [
      ...Array.from({ length }, (_, n) => ({ name, date: isoDay(at(year, first) + n * DAY), isOffDay: true })),
      ...worked
        .split(' ')
        .filter((one) => one !== '')
        .map((one) => ({ name, date: isoDay(at(year, one)), isOffDay: false })),
    ];
  });
  return { year, papers: [], days };
}
