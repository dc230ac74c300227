/** Finds the cases to which a word of a search belongs though their text does not hold it: by their number or its end, the number they had in
 *  another system, the title of their meeting, and who spoke. */
import { Inject, Injectable } from '@nestjs/common';
import { wordsOf } from '../../domain/search-words.js';
import type { Ties } from '../../domain/separation.js';
import { apartSql, apartValues } from '../sql/apart-sql.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { likePattern, wholeNumber } from './text-search.js';
import { nameKey, telephoneKey } from '../encrypted/search-keys.js';
import { Cipher } from '../encrypted/cipher.js';

/** Where somebody may look beyond the text. */
export interface Reach {
  /** Offices of which the reader sees everything: their meetings are searched by title. */
  offices: readonly string[];
  /** Offices whose raisers the reader may see; empty for all who may see none. */
  raisersOf: readonly string[];
  /** What ties the reader to cases: of such a case neither the meeting nor who raised it is looked for. */
  ties: Ties;
}

export interface Elsewhere {
  /** Cases that hold every word, at least one of them elsewhere than in their text. */
  ids: string[];
  /** A word names so many meetings, or the end of so many numbers, that it was not looked for there. */
  leftOut: boolean;
}

/** More meetings than this are no answer to a question about one. */
const MOST_MEETINGS = 500;
const MOST_CASES = 5_000;
/** Words with a meaning of their own in a search; a sentence has none. */
const MOST_WORDS = 8;
const END_OF_NUMBER = /^\d{3,9}$/;
const NOTHING: Elsewhere = { ids: [], leftOut: false };

@Injectable()
export class ElsewhereStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly cipher: Cipher,
  ) {}

  /** Cases that `q` finds elsewhere than in their text. Whether the reader may see them is asked by the list. */
  async find(q: string, { offices, raisersOf, ties }: Reach): Promise<Elsewhere> {
    const words = wordsOf(q);
    if (words.length === 0 || words.length > MOST_WORDS || q.includes('\u0000')) return NOTHING;
    const numbers = words.map((word) => (END_OF_NUMBER.test(word) ? Number(word) : null));
    const keys = words.map((word) => (raisersOf.length === 0 ? null : (nameKey(this.cipher, word) ?? null)));
    const { rows } = await this.database.pool.query<{ ids: string[]; left_out: boolean }>({
      name: 'elsewhere',
      text: ELSEWHERE,
      values: [
        words,
        numbers,
        words.map(({ length }, at) => (numbers[at] === null ? 1 : 10 ** length)),
        words.map((word) => `%${likePattern(word)}%`),
        keys,
        offices,
        raisersOf,
        ...apartValues(ties),
        words.map((word) => wholeNumber(word) ?? null),
      ],
    });
    const { ids, left_out: leftOut } = rows[0]!;
    return ids.length > MOST_CASES ? { ids: ids.slice(0, MOST_CASES), leftOut: true } : { ids, leftOut };
  }

  /** Cases whose raiser, or whoever spoke of the same at a meeting, has this telephone number. At most `limit`, newest first. */
  async byTelephone(number: string, { raisersOf, ties }: Reach, limit: number): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'by-telephone',
      text: `WITH held AS (${personsSql('$1::bytea')})
        SELECT c.id FROM (SELECT DISTINCT id FROM held) h JOIN rectification_case c USING (id)
        WHERE ${mayKnowSql('$2', ['$4', '$5', '$6', '$7'])} ORDER BY c.collected_on DESC, c.id DESC LIMIT $3`,
      values: [telephoneKey(this.cipher, number), raisersOf, limit, ...apartValues(ties)],
    });
    return rows.map(({ id }) => id);
  }
}

/** Cases of a person: as their raiser, and where what they said at a meeting went. */
const personsSql = (key: string): string => `SELECT r.case_id AS id FROM raiser r WHERE r.search_keys @> ARRAY[${key}]
  UNION ALL SELECT t.case_id FROM participant p JOIN opinion o ON o.meeting_id = p.meeting_id AND o.participant_id = p.id
    JOIN opinion_triage t ON t.opinion_id = o.id WHERE p.search_keys @> ARRAY[${key}] AND t.case_id IS NOT NULL`;

/** The office that may see the raiser of the case: the same question as before an access. */
const mayKnowSql = (offices: string, ties: readonly string[]): string =>
  `c.office_unit_id = ANY(${offices}::uuid[]) AND ${apartSql(ties)}`;

const TIES = ['$8', '$9', '$10', '$11'];

/** One statement for all words. LATERAL with LIMIT keeps the planner from reading whole tables where it fears many rows: each part is met
 *  through an index. Numbers are made up from the counters of the years, as many as there are that end so. */
const ELSEWHERE = `WITH asked AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::int8[], $3::int8[], $4::text[], $5::bytea[], $12::text[])
    WITH ORDINALITY AS a(word, ending, step, pattern, key, number, place)),
met AS MATERIALIZED (SELECT a.place, m.id FROM asked a CROSS JOIN LATERAL (SELECT m.id FROM meeting m
    WHERE length(a.word) > 1 AND char_pairs(m.title) @> char_pairs(a.word) AND m.title ILIKE a.pattern AND m.office_unit_id = ANY($6::uuid[])
    LIMIT ${MOST_MEETINGS + 1}) m),
many AS MATERIALIZED (SELECT place FROM met GROUP BY place HAVING count(*) > ${MOST_MEETINGS}),
found AS MATERIALIZED (
  SELECT a.place, c.id FROM asked a CROSS JOIN case_counter k
    CROSS JOIN LATERAL (SELECT n FROM generate_series(a.ending, k.last, a.step) AS n LIMIT ${MOST_CASES + 1}) n
    CROSS JOIN LATERAL (SELECT c.id FROM rectification_case c
      WHERE c.number = 'ZG-' || k.year || '-' || lpad(n.n::text, greatest(6, length(n.n::text)), '0') LIMIT 1) c
  UNION SELECT a.place, c.id FROM asked a
    CROSS JOIN LATERAL (SELECT c.id FROM rectification_case c WHERE c.number = a.number LIMIT 1) c
  UNION SELECT a.place, c.id FROM asked a
    CROSS JOIN LATERAL (SELECT c.id FROM rectification_case c WHERE c.external_key = 'id:' || a.word LIMIT 1) c
  UNION SELECT m.place, c.id FROM met m
    CROSS JOIN LATERAL (SELECT c.id FROM rectification_case c WHERE c.meeting_id = m.id AND ${apartSql(TIES)} LIMIT ${MOST_CASES + 1}) c
    WHERE m.place NOT IN (SELECT place FROM many)
  UNION SELECT a.place, c.id FROM asked a CROSS JOIN LATERAL (${personsSql('a.key')} LIMIT ${MOST_CASES + 1}) p
    CROSS JOIN LATERAL (SELECT c.id FROM rectification_case c WHERE c.id = p.id AND ${mayKnowSql('$7', TIES)} LIMIT 1) c
    WHERE a.key IS NOT NULL),
cases AS MATERIALIZED (SELECT id, array_agg(place) AS places FROM found GROUP BY id)
SELECT coalesce((SELECT array_agg(id) FROM (SELECT c.id FROM cases c
    CROSS JOIN LATERAL (SELECT lower(t.title || ' ' || t.description) AS text FROM case_text t WHERE t.case_id = c.id LIMIT 1) t
    WHERE NOT EXISTS (SELECT FROM asked a WHERE NOT a.place = ANY(c.places) AND strpos(t.text, lower(a.word)) = 0)
    LIMIT ${MOST_CASES + 1}) l), '{}') AS ids,
  EXISTS (SELECT FROM many) AS left_out`;
