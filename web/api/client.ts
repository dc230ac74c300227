/** The typed client of the service: `await answer(api.GET('/api/cases/{id}', { params: { path: { id } } }))`. */
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';
import { travel } from './transport.js';

/** Calls by path and method, checked against the OpenAPI document; same origin, cookie included. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: travel });

/** The data of a call. A refusal or a lost connection is thrown as a Problem by the transport. */
export async function answer<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  return (await call).data as Data;
}
