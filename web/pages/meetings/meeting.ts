/** Meetings as the service answers them, and the words of their lists. */
import type { components } from '../../api/schema.js';
import { answer, api } from '../../api/client.js';
import { queries } from '../../app/queries.js';

type Schemas = components['schemas'];
export type Meeting = Schemas['MeetingShown'];
export type MeetingLine = Schemas['MeetingLineShown'];
export type Participant = Schemas['ParticipantShown'];
export type Opinion = Schemas['MeetingOpinionShown'];
/** As much of an opinion as tells who spoke. */
export type Spoken = Pick<Opinion, 'participantId'>;
/** What became of an opinion, with the code for whoever said it. */
export type Triaged = Schemas['TriageShown'];
export type SimilarCase = Schemas['SimilarCaseShown'];
export type Capacity = Schemas['Capacity'];
export type MeetingKind = Schemas['MeetingKind'];

export const KINDS: readonly MeetingKind[] = ['publicInput', 'policeResident', 'business', 'deputies', 'other'];
export const STANDINGS: readonly Capacity[] = [
  'resident',
  'npcDeputy',
  'cppccMember',
  'business',
  'lawyer',
  'specialSupervisor',
  'other',
];

/** As many opinions as the service takes at once. */
export const MOST_AT_ONCE = 500;

/** Lists of at most 500, in order. */
export function portions<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, at) => all.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE));
}

const similarKey = (text: string): string[] => ['similar', text.trim()];

/** Open cases that speak of the same matter as the text, most alike first; asked once a text. */
export const similarTo = (text: string): Promise<SimilarCase[]> =>
  queries.fetchQuery({
    queryKey: similarKey(text),
    queryFn: () => answer(api.GET('/api/cases/similar', { params: { query: { text: text.trim(), limit: 5 } } })),
    staleTime: 5 * 60_000,
    retry: false,
  });

/** Remembers what the service offered when the text was logged. */
export const rememberSimilar = (text: string, found: SimilarCase[]): unknown =>
  queries.setQueryData(similarKey(text), found);
