/** The calls the desk makes, in the shape openapi-typescript writes them. Declared by hand until `npm run api:types` has made
 *  schema.d.ts; then this file is one line: `export type { paths } from './schema.js'`. */
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
  categoryId?: string;
  source?: string;
  meetingId?: string;
  planId?: string;
  overdue?: boolean;
  q?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}

export interface paths {
  '/api/session': {
    post: Call<T.Me, never, never, { username: string; password: string }>;
    delete: Call<undefined>;
  };
  '/api/me': { get: Call<T.Me> };
  '/api/units': { get: Call<T.Unit[]> };
  '/api/categories': { get: Call<T.Category[]> };
  '/api/work': { get: Call<{ items: T.WorkItem[] }> };
  '/api/cases': { get: Call<T.CasePage, never, CaseFilters> };
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
