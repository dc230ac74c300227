/** The calls of the service: all of them as `npm run api:types` wrote them into schema.d.ts; a few declared more closely here (lists of
 *  words instead of strings, the schema of a form), which then take the place of the generated ones. */
import type { CasePage, WorkItem } from './rows.js';
import type { components, paths as Generated } from './schema.js';
import type * as T from './types.js';

type Json<Body> = { content: { 'application/json': Body } };
/** Nothing there is said as `?: never`, as openapi-typescript says it. */
type Maybe<Key extends string, Value> = [Value] extends [never] ? { [K in Key]?: never } : { [K in Key]: Value };
type Call<Answer, Path = never, Query = never, Body = never> = {
  parameters: { query?: Query; header?: never; cookie?: never } & Maybe<'path', Path>;
  responses: { 200: Json<Answer> };
} & Maybe<'requestBody', [Body] extends [never] ? never : Json<Body>>;
type ById = { id: string };

export interface CaseFilters {
  stage?: string;
  light?: string;
  unitId?: string;
  leadUnitId?: string;
  categoryId?: string;
  exactCategoryId?: string;
  source?: string;
  meetingId?: string;
  planId?: string;
  overdue?: boolean;
  outcome?: string;
  track?: string;
  /** The cases behind this figure of the closure report, as `casesHref` of a report names them. */
  measure?: string;
  asOf?: string;
  from?: string;
  to?: string;
  takenOver?: string;
  q?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}

interface Closer {
  '/api/session': {
    post: Call<T.Me, never, never, { username: string; password: string }>;
    delete: Call<undefined>;
  };
  '/api/me': { get: Call<T.Me> };
  '/api/units': { get: Call<T.Unit[]> };
  '/api/categories': { get: Call<T.Category[]> };
  '/api/work': { get: Call<Omit<components['schemas']['WorkAnswer'], 'items'> & { items: WorkItem[] }> };
  '/api/cases': { get: Call<CasePage, never, CaseFilters> };
  '/api/cases/{id}': { get: Call<T.CaseShown, ById> };
  '/api/cases/{id}/history': { get: Call<T.CaseEvent[], ById> };
  '/api/cases/{id}/commands': {
    post: Call<
      T.CommandAnswer,
      ById,
      never,
      { id: string; type: string; expectedVersion?: number } & Record<string, unknown>
    >;
  };
}

/** A path declared more closely keeps its other methods as they were generated. */
type Both = { [Path in keyof Closer]: Closer[Path] & Omit<Generated[Path], keyof Closer[Path]> };
export type paths = Omit<Generated, keyof Closer> & Both;
