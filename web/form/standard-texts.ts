/** The texts that the units of this person keep for replies and instructions. */
import { useQuery } from '@tanstack/vue-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type StandardText = components['schemas']['StandardTextShown'];

/** Call in setup. */
export const useStandardTexts = () =>
  useQuery({ queryKey: ['texts'], queryFn: () => answer(api.GET('/api/texts')), staleTime: 10 * 60_000 });
