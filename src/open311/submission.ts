/** What a citizen's app posts, read and checked: text the office sees, and apart from it who raised it. Pure. */
import { malformed, type Refused } from '../domain/errors.js';
import { requireOrdinary } from '../http/refuse-odd-input.js';

/** The one value sent under a name; undefined where nothing was, or only blanks. */
export type Sent = (name: string) => string | undefined;

export interface Submission {
  serviceCode: string;
  /** With place and picture's address in lines below it. */
  description: string;
  raiser: { name?: string; contact?: string; anonymous?: boolean };
}

/** Characters at most; that of the description is the standard's. */
const LONGEST: Readonly<Record<string, number>> = {
  service_code: 60,
  description: 4_000,
  address_string: 255,
  address_id: 100,
  lat: 20,
  long: 20,
  media_url: 1_000,
  first_name: 49,
  last_name: 50,
  email: 120,
  phone: 40,
};
const DECIMAL = /^[-+]?\d{1,3}(\.\d{1,12})?$/;
/** Written as the Chinese write theirs: family name first, without a space. */
const HAN = /^\p{Script=Han}/u;

/** 400 where code or description are missing, a text is too long or odd, or a coordinate is none. */
export function submissionOf(sent: Sent): Submission {
  const field = (name: string): string | undefined => {
    const value = sent(name);
    if (value !== undefined && value.length > LONGEST[name]!)
      throw wrong(name, `最多 ${LONGEST[name]} 个字符`, `at most ${LONGEST[name]} characters`);
    requireOrdinary(value);
    return value;
  };
  const needed = (name: string): string => {
    const value = field(name);
    if (value === undefined) throw wrong(name, '必填', 'required');
    return value;
  };
  const degrees = (name: string, most: number): string | undefined => {
    const value = field(name);
    if (value !== undefined && !(DECIMAL.test(value) && Math.abs(Number(value)) <= most))
      throw wrong(name, '应为十进制度数', 'must be decimal degrees');
    return value;
  };
  const [lat, long] = [degrees('lat', 90), degrees('long', 180)];
  if ((lat === undefined) !== (long === undefined)) throw wrong('lat, long', '应同时提供', 'must be given together');
  const lines = [
    needed('description'),
    ...line('地点', field('address_string')),
    ...line('地址编号', field('address_id')),
    ...line('坐标', lat === undefined ? undefined : `纬度 ${lat}，经度 ${long}`),
    ...line('图片地址（未经核实，请勿直接打开）', field('media_url')),
  ];
  const name = fullName(field('last_name'), field('first_name'));
  const contact = [field('phone'), field('email')].filter((one) => one !== undefined).join('，');
  return {
    serviceCode: needed('service_code'),
    description: lines.join('\n'),
    raiser: {
      ...(name === '' ? {} : { name }),
      ...(contact === '' ? {} : { contact }),
      ...(name === '' && contact === '' ? { anonymous: true } : {}),
    },
  };
}

const line = (label: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${label}：${value.replace(/\s+/g, ' ')}`];

function fullName(last = '', first = ''): string {
  return (HAN.test(last) || HAN.test(first) ? `${last}${first}` : `${first} ${last}`).trim();
}

const wrong = (name: string, zh: string, en: string): Refused => malformed(`${name} ${zh}`, `${name}: ${en}`);
