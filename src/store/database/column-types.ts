/** How column values come out of PostgreSQL, for `pg` and TypeORM alike, without touching the driver's global settings. */
import pg from 'pg';

const { builtins } = pg.types;
type Parser = (text: string) => unknown;
/** Arrays have no names among the driver's builtins: pg_type.dat. */
const TEXT_ARRAY = 1009 as typeof pg.types.builtins.TEXT;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const DATE_ARRAY = 1182;

/** A count or a sequence fits; anything past 2^53 would silently become another number, so it is an error. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`);
  return value;
}

/** A day is not an instant: as a Date it would move with the time zone of the process. */
const day: Parser = (text) => text;

const parsers = new Map<number, Parser>([
  [builtins.INT8, wholeNumber],
  [builtins.NUMERIC, Number],
  [builtins.DATE, day],
  [INT8_ARRAY, arrayOf(wholeNumber)],
  [NUMERIC_ARRAY, arrayOf(Number)],
  [DATE_ARRAY, arrayOf(day)],
]);

function arrayOf(parse: Parser): Parser {
  const texts = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => unknown[];
  const each = (part: unknown): unknown =>
    Array.isArray(part) ? part.map(each) : typeof part === 'string' ? parse(part) : part;
  return (text) => texts(text).map(each);
}

/** int8 and numeric as number, date as `YYYY-MM-DD`, timestamptz as Date, the rest as `pg` does. Refuses an int8 beyond 2^53. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
