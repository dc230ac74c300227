/** Finds cases that speak of the same matter as a text, by the index of character pairs. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Day } from '../../domain/day.js';
import type { Light, Stage } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { lightSql } from '../sql/case-light.js';
import { PairSample, pairWeight, similarity, tellingPairs, type WordFrequency } from './text-similarity.js';

export interface SimilarCase {
  id: string;
  number: string;
  title: string;
  /** 0 to 1. */
  similarity: number;
  stage: Stage;
  light: Light | null;
  leadUnitId: string | null;
  dueOn: Day | null;
}

interface CandidateRow {
  text: number;
  id: string;
  number: string;
  title: string;
  description: string;
  stage: Stage;
  light: Light | null;
  lead_unit_id: string | null;
  due_on: Day | null;
}

/** Below this two texts share no more than a manner of speaking. */
const ALIKE = 0.12;
/** Candidates per text that are compared in full. */
const COMPARED = 40;
/** Some 4,000 texts: enough to know what one in five hundred holds, and read in a few hundredths of a second. */
const SAMPLE_BYTES = 2_400_000;
const SAMPLE_AGE_MS = 600_000;
/** Rows that one text may pull out of the index, and all texts of a statement together, as the sample foresees them. */
const ROWS_OF_ONE = 5_000;
const ROWS_OF_ALL = 40_000;
/** However narrow the allowance, so many probes of each text are looked up. */
const FEWEST_PROBES = 6;
/** Pairs of one probe at most, and the rows that a probe of several may lead to. */
const PAIRS_OF_PROBE = 4;
const ROWS_OF_PROBE = 50;

/**
 * Each probe, a pair or several that stand together, is looked up in the index once, however many texts ask it. LATERAL with LIMIT keeps the planner from reading
 * whole tables where it fears many rows; `case_text` is reached only through its two keys.
 */
export const CANDIDATES = `WITH asked AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::text[], $3::float8[]) AS a(text, probe, weight)),
probes AS MATERIALIZED (SELECT DISTINCT probe FROM asked),
held AS MATERIALIZED (SELECT p.probe, f.case_id FROM probes p CROSS JOIN LATERAL
  (SELECT t.case_id FROM case_text t WHERE char_pairs(t.title || ' ' || t.description) @> string_to_array(p.probe, ' ')) f),
open AS MATERIALIZED (SELECT h.case_id FROM (SELECT DISTINCT case_id FROM held) h CROSS JOIN LATERAL
  (SELECT 1 FROM rectification_case c WHERE c.id = h.case_id AND (c.stage <> 'closed' OR $7)
     AND (c.office_unit_id = ANY($4::uuid[]) OR c.lead_unit_id = ANY($4::uuid[])) LIMIT 1) o),
ranked AS (SELECT a.text, h.case_id, row_number() OVER (PARTITION BY a.text ORDER BY sum(a.weight) DESC, h.case_id DESC) AS place
  FROM open JOIN held h USING (case_id) JOIN asked a USING (probe) GROUP BY a.text, h.case_id)
SELECT r.text, c.id, c.number, c.stage, c.lead_unit_id, c.due_on, ${lightSql('$6::timestamptz')} AS light, t.title, t.description FROM ranked r
  CROSS JOIN LATERAL (SELECT * FROM rectification_case c WHERE c.id = r.case_id LIMIT 1) c
  CROSS JOIN LATERAL (SELECT * FROM case_text t WHERE t.case_id = r.case_id LIMIT 1) t
WHERE r.place <= $5`;

@Injectable()
export class SearchStore {
  private sample: { at: number; of: Promise<PairSample> } | undefined;

  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** For each text, in order, the open cases most like it, of closed ones too where these are asked for: at most `limit`, the most alike first. Only cases whose office
   *  or lead unit is among `units`. Lights as of `now`, epoch milliseconds. */
  async similar(
    texts: readonly string[],
    units: readonly string[],
    limit: number,
    now: number,
    closed = false,
  ): Promise<SimilarCase[][]> {
    const asked = texts.map(tellingPairs);
    if (units.length === 0 || asked.every((pairs) => pairs.size === 0)) return texts.map(() => []);
    const sample = await this.sampled();
    const { rows } = await this.database.pool.query<CandidateRow>(
      CANDIDATES,
      candidateValues(asked, units, sample, now, closed),
    );
    const found: SimilarCase[][] = texts.map(() => []);
    const known = new Map<string, Set<string>>();
    for (const row of rows) {
      let pairs = known.get(row.id);
      if (pairs === undefined) known.set(row.id, (pairs = tellingPairs(`${row.title} ${row.description}`)));
      const alike = similarity(asked[row.text]!, pairs, sample);
      if (alike < ALIKE) continue;
      const { id, number, title, stage, light, lead_unit_id: leadUnitId, due_on: dueOn } = row;
      found[row.text]!.push({ id, number, title, similarity: alike, stage, light, leadUnitId, dueOn });
    }
    return found.map((list) =>
      list.sort((a, b) => b.similarity - a.similarity || (a.number < b.number ? 1 : -1)).slice(0, limit),
    );
  }

  /** How often `q` occurs, from a sample: to choose between the ways of textCondition, and to estimate a total. */
  async frequencyOf(q: string): Promise<WordFrequency> {
    return (await this.sampled()).frequencyOf(q.trim());
  }

  /** How common pairs are; looked at afresh every ten minutes, by the machine's own clock since it decides nothing. */
  sampled(): Promise<PairSample> {
    const at = performance.now();
    if (this.sample === undefined || at - this.sample.at > SAMPLE_AGE_MS) {
      const of = samplePairs(this.database.pool);
      this.sample = { at, of };
      of.catch(() => (this.sample = undefined));
    }
    return this.sample.of;
  }
}

async function samplePairs(pool: Pool): Promise<PairSample> {
  // As the planner estimates it: rows a page when last looked at, times the pages there are now.
  const { rows: sizes } = await pool.query<{ bytes: number; rows: number | null }>(
    `SELECT pg_relation_size(oid) AS bytes, reltuples / nullif(relpages, 0) * pg_relation_size(oid) / current_setting('block_size')::int AS rows
     FROM pg_class WHERE oid = 'case_text'::regclass`,
  );
  const { bytes, rows: counted } = sizes[0]!;
  const percent = Math.min(100, Math.max(0.001, (100 * SAMPLE_BYTES) / Math.max(1, bytes)));
  const { rows } = await pool.query<{ id: string; text: string }>(
    `SELECT t.case_id AS id, t.title || ' ' || t.description AS text FROM case_text t TABLESAMPLE SYSTEM ($1)`,
    [percent],
  );
  const texts = rows.map(({ text }) => text);
  const stored = counted !== null && counted > 0 ? counted : (100 * texts.length) / percent;
  return PairSample.of(
    texts,
    stored,
    rows.map(({ id }) => id),
  );
}

/** What each text is looked up by: see probesOf. */
export function candidateValues(
  asked: readonly ReadonlySet<string>[],
  units: readonly string[],
  sample: PairSample,
  now: number,
  closed = false,
): unknown[] {
  const allowance = Math.min(ROWS_OF_ONE, ROWS_OF_ALL / asked.length);
  const chosen = asked.flatMap((pairs, text) => probesOf(pairs, sample, allowance).map((probe) => ({ text, probe })));
  return [
    chosen.map(({ text }) => text),
    chosen.map(({ probe }) => probe.join(' ')),
    chosen.map(({ probe }) => probe.reduce((sum, pair) => sum + pairWeight(pair, sample), 0)),
    units,
    COMPARED,
    new Date(now),
    closed,
  ];
}

/** What one text is looked up by, with what each probe tells; `allowance`: rows that they may lead to. */
export function probesFor(
  pairs: ReadonlySet<string>,
  sample: PairSample,
  allowance: number,
): { probes: string[]; weights: number[] } {
  const chosen = probesOf(pairs, sample, allowance);
  return {
    probes: chosen.map((probe) => probe.join(' ')),
    weights: chosen.map((probe) => probe.reduce((sum, pair) => sum + pairWeight(pair, sample), 0)),
  };
}

/** The rarest pairs of a text, as many as the allowance of rows permits: they lead to few cases, and to the right ones. Where that
 *  leaves too few, since the text is made of common words, these are asked for together: texts that hold several of them at once are
 *  few again, however many there are in all. */
function probesOf(pairs: ReadonlySet<string>, sample: PairSample, allowance: number): string[][] {
  const byRarity = [...pairs].sort((a, b) => sample.share(a) - sample.share(b));
  const probes: string[][] = [];
  let rows = 0;
  for (const [at, pair] of byRarity.entries()) {
    const alone = sample.share(pair) * sample.stored;
    if (rows + alone <= allowance) {
      rows += alone;
      probes.push([pair]);
      continue;
    }
    if (probes.length >= FEWEST_PROBES) break;
    const probe = [pair];
    const most = Math.max(ROWS_OF_PROBE, allowance / FEWEST_PROBES);
    for (const next of byRarity.slice(at + 1)) {
      if (probe.length === PAIRS_OF_PROBE || sample.shareOfAll(probe) * sample.stored <= most) break;
      probe.push(next);
    }
    probes.push(probe);
  }
  return probes;
}
