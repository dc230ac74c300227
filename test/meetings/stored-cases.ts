/** Puts many open cases with given texts into a database at once, for what depends on numbers of rows and on nothing else. */
import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';

export interface StoredText {
  title: string;
  description: string;
  /** Open where not said. */
  closed?: boolean;
}

const OFFICE = '00000000-0000-4000-8000-000000000001';

/** Stores the texts as cases of one office and answers its id and theirs, in order. For an empty database. */
export async function storeCases(pool: Pool, texts: readonly StoredText[]): Promise<{ office: string; ids: string[] }> {
  await pool.query(`INSERT INTO unit (id, name) VALUES ($1, '整改办')`, [OFFICE]);
  await pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ('rectification', 1, '', '', now())`,
  );
  const ids = texts.map(() => uuid());
  for (let from = 0; from < texts.length; from += 5000) {
    const part = texts.slice(from, from + 5000);
    await pool.query(
      `WITH g AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS g(id, title, said, stage, n)),
         c AS (INSERT INTO rectification_case (id, number, workflow_name, workflow_version, workflow_hash, version, stage, place, state, context,
             last_at, head, source, track, office_unit_id, lead_unit_id, is_key, raised_outside, extension_pending, taken_over, collected_at,
             collected_on, clock_mode, due_on, due_provisional)
           SELECT id, 'ZG-2026-' || lpad(($5::int + n)::text, 6, '0'), 'rectification', 1, '', 1, stage, stage, '{}', '{}', now(), '\\x00', 'hotline',
             'standard', $6, $6, false, true, false, false, now(), current_date, 'running', date '2026-01-01' + (n % 300)::int, false FROM g)
       INSERT INTO case_text (case_id, title, description) SELECT id, title, said FROM g`,
      [
        ids.slice(from, from + 5000),
        part.map(({ title }) => title),
        part.map(({ description }) => description),
        part.map(({ closed }) => (closed === true ? 'closed' : 'deadline')),
        from,
        OFFICE,
      ],
    );
  }
  await pool.query('VACUUM ANALYZE case_text');
  await pool.query('VACUUM ANALYZE rectification_case');
  return { office: OFFICE, ids };
}
