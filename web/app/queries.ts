/** What was read from the service, kept for a moment and read again when the person comes back to the page. */
import { QueryClient } from '@tanstack/vue-query';
import { asProblem } from '../api/problem.js';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      // a refusal stays a refusal; a lost connection is tried again
      retry: (failed, error) => asProblem(error).mayPass && failed < 2,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
