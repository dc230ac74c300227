/** Finds closed cases of a unit that speak of the same matter as another, with the lasting measure 长效机制 that was promised then. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Binder } from '../reports/report-question.js';
import { visibleSql, type Visible } from './case-list.conditions.js';
import { probesFor, SearchStore } from './search.store.js';
import { similarity, tellingPairs } from './text-similarity.js';

export interface AlikeCase {
  id: string;
  number: string;
  title: string;
  leadUnitId: string | null;
  closedOn: Day;
  /** 0 to 1. */
  similarity: number;
  /** As the last submission said it; null where it said none, or the history is archived. */
  lastingMeasure: string | null;
  /** Why none was needed. */
  noLastingMeasureReason: string | null;
}

/** What is asked: about which case, closed by which units, seen by whom. */
export interface AlikeQuestion {
  caseId: string;
  unitIds: readonly string[];
  visible: Visible;
  limit: number;
}

/** Below this two texts share no more than a manner of speaking. */
const ALIKE = 0.12;
/** Candidates that are compared in full. */
const COMPARED = 40;
/** Rows that the text may pull out of the index, as the sample foresees them. */
const ROWS = 5_000;
/** Those that were worked on to the end: rejected, merged and withdrawn ones promised nothing. */
const WORKED_OUT = ['resolved', 'disputed', 'unverified'];

@Injectable()
export class AlikeStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly search: SearchStore,
  ) {}

  /** The most alike first, at most `limit`; only cases that the reader may see. LATERAL with LIMIT keeps the planner from reading whole tables. */
  async closed({ caseId, unitIds, visible, limit }: AlikeQuestion): Promise<AlikeCase[]> {
    const { rows: texts } = await this.database.pool.query<{ text: string }>(
      `SELECT title || ' ' || description AS text FROM case_text WHERE case_id = $1`,
      [caseId],
    );
    const asked = tellingPairs(texts[0]?.text ?? '');
    if (asked.size === 0 || unitIds.length === 0) return [];
    const sample = await this.search.sampled();
    const { probes, weights } = probesFor(asked, sample, ROWS);
    const bind = new Binder();
    const { rows } = await this.database.pool.query<Omit<AlikeCase, 'similarity'> & { description: string }>(
      `WITH asked AS MATERIALIZED (SELECT * FROM unnest(${bind.bind(probes, 'text[]')}, ${bind.bind(weights, 'float8[]')}) AS a(probe, weight)),
      held AS MATERIALIZED (SELECT a.weight, f.case_id FROM asked a CROSS JOIN LATERAL
        (SELECT t.case_id FROM case_text t WHERE char_pairs(t.title || ' ' || t.description) @> string_to_array(a.probe, ' ')) f),
      own AS MATERIALIZED (SELECT h.case_id FROM (SELECT DISTINCT case_id FROM held) h CROSS JOIN LATERAL
        (SELECT 1 FROM rectification_case c WHERE c.id = h.case_id AND c.stage = 'closed' AND c.outcome = ANY(${bind.bind(WORKED_OUT, 'text[]')})
           AND c.id <> ${bind.bind(caseId, 'uuid')} AND c.lead_unit_id = ANY(${bind.bind(unitIds, 'uuid[]')}) AND ${visibleSql(visible, bind)} LIMIT 1) o),
      ranked AS (SELECT h.case_id FROM own JOIN held h USING (case_id)
        GROUP BY h.case_id ORDER BY sum(h.weight) DESC, h.case_id DESC LIMIT ${COMPARED})
      SELECT c.id, c.number, c.lead_unit_id AS "leadUnitId", c.closed_on AS "closedOn", t.title, t.description,
        s.payload->>'lastingMeasure' AS "lastingMeasure", s.payload->>'noLastingMeasureReason' AS "noLastingMeasureReason"
      FROM ranked r CROSS JOIN LATERAL (SELECT * FROM rectification_case c WHERE c.id = r.case_id LIMIT 1) c
      CROSS JOIN LATERAL (SELECT * FROM case_text t WHERE t.case_id = r.case_id LIMIT 1) t
      LEFT JOIN LATERAL (SELECT e.body->'payload' AS payload FROM case_event e WHERE e.case_id = r.case_id AND e.type = 'SUBMIT'
        ORDER BY e.seq DESC LIMIT 1) s ON true`,
      bind.values,
    );
    return rows
      .map(({ description, ...row }) => ({
        ...row,
        similarity: similarity(asked, tellingPairs(`${row.title} ${description}`), sample),
      }))
      .filter((row) => row.similarity >= ALIKE)
      .sort((a, b) => b.similarity - a.similarity || (a.number < b.number ? 1 : -1))
      .slice(0, limit);
  }
}
