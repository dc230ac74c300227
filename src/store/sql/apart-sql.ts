/** Whether nothing ties somebody to a case, asked of rows of rectification_case: `isApart` of domain/separation.ts in SQL. */
import type { Ties } from '../../domain/separation.js';

/** The values of `apartSql`, in the order of its places. */
export const apartValues = ({ now, until, userId }: Ties): unknown[] => [
  now,
  until.map(({ unitId }) => unitId),
  until.map((tie) => tie.until),
  userId,
];

/** The condition on rectification_case `c`; the places are those of `apartValues`, such as `$3`. */
export function apartSql([now, units, until, person]: readonly string[]): string {
  return `(c.lead_unit_id = ANY(${now}::uuid[])) IS NOT TRUE AND NOT c.supporting_unit_ids && ${now}::uuid[]
    AND ((c.context -> 'workers')::jsonb ? ${person}::text) IS NOT TRUE
    AND NOT EXISTS (SELECT FROM unnest(${units}::uuid[], ${until}::int8[]) AS tie (unit_id, until)
      WHERE tie.until > (c.context ->> 'assignedAt')::int8 AND (tie.unit_id = c.lead_unit_id OR tie.unit_id = ANY(c.supporting_unit_ids)))`;
}
