/** What the number format of a cell says a number is: a date, a share, or just a number. */
import { readXml } from './xml-events.js';

export type FormatKind = 'date' | 'percent' | 'number';

/** How cells of a style look, where that may say that they are void or done. */
export interface StyleLook {
  struck: boolean;
  shaded: boolean;
}

/** Look by style index, from the styles part: struck through, or on a grey that is neither white nor black. */
export function styleLooks(part: string, xml: string): StyleLook[] {
  const struckFonts: boolean[] = [];
  const greyFills: boolean[] = [];
  const looks: StyleLook[] = [];
  let within = '';
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'fonts' || name === 'fills' || name === 'cellXfs') within = name;
      else if (name === 'font' && within === 'fonts') struckFonts.push(false);
      else if (name === 'strike' && within === 'fonts') {
        if (!isOff(attributes.val)) struckFonts[struckFonts.length - 1] = true;
      } else if (name === 'fill' && within === 'fills') greyFills.push(false);
      else if (
        name === 'patternFill' &&
        within === 'fills' &&
        /^(gray|lightGray|mediumGray|darkGray)/.test(attributes.patternType ?? '')
      )
        greyFills[greyFills.length - 1] = attributes.patternType !== 'gray125' && attributes.patternType !== 'gray0625';
      else if (name === 'fgColor' && within === 'fills') greyFills[greyFills.length - 1] = isGrey(attributes);
      else if (name === 'xf' && within === 'cellXfs')
        looks.push({
          struck: struckFonts[Number(attributes.fontId ?? 0)] === true,
          shaded: greyFills[Number(attributes.fillId ?? 0)] === true,
        });
    },
    close: (name) => {
      if (name === within) within = '';
    },
  });
  return looks;
}

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false';

/** Greys by their colour, by the old palette (ECMA-376 part 1, 18.8.27), or as a darkened white of the theme. */
function isGrey({ rgb, indexed, theme, tint }: Record<string, string>): boolean {
  if (rgb !== undefined) {
    const parts = [2, 4, 6].map((at) => parseInt(rgb.slice(at, at + 2), 16));
    const [most, least] = [Math.max(...parts), Math.min(...parts)];
    return most - least <= 12 && most < 0xf2 && least > 0x40;
  }
  if (indexed !== undefined) return ['22', '23', '55'].includes(indexed);
  return theme === '0' && Number(tint ?? 0) < -0.1;
}

/** Kind by style index (the `s` of a cell), from the styles part. */
export function numberFormats(part: string, xml: string): FormatKind[] {
  const codes = new Map<number, string>();
  const kinds: FormatKind[] = [];
  let inCellFormats = false;
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) kinds.push(formatKind(Number(attributes.numFmtId ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}

/** Built-in ids of ECMA-376 part 1, 18.8.30, with the East Asian ones (27 to 36, 50 to 58), which Chinese Excel uses for 年月日. */
function formatKind(id: number, codes: Map<number, string>): FormatKind {
  const code = codes.get(id);
  if (code !== undefined) return codeKind(code);
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return 'date';
  return 'number';
}

/** Characters that Excel allows a format; a longer one would be looked through again and again. */
const LONGEST_CODE = 255;

/** A format is a date when a y, m, d, h or s is left once literals, colours, conditions and paddings are taken out. */
function codeKind(code: string): FormatKind {
  const firstSection = code.slice(0, LONGEST_CODE).split(';', 1)[0] ?? '';
  const bare = firstSection
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  if (/[ymdhs]/i.test(bare) && !/[#0?].{0,255}[ymd]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}
