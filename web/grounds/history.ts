/** What of a case's history a decision rests on: its lines by their steps, and the files that each names. */
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { answer, api } from '../api/client.js';
import type { CaseEvent, CaseShown } from '../api/types.js';
import type { FileShown } from '../evidence/file-shown.js';

export interface History {
  /** Oldest first; none until they are there, and none while they are archived out of reach. */
  lines: ComputedRef<CaseEvent[]>;
  /** The last line of one of these types; undefined where there is none. */
  last: (...types: string[]) => CaseEvent | undefined;
  /** All lines of these types, newest first. */
  all: (...types: string[]) => CaseEvent[];
}

/** The history of the case, the same question as that of its page; asked only once the case is there. Call in setup. */
export function useHistory(of: () => Pick<CaseShown, 'id' | 'version'> | undefined): History {
  const { data } = useQuery({
    queryKey: computed(() => ['case', of()?.id ?? '', 'history', of()?.version ?? 0]),
    queryFn: () => answer(api.GET('/api/cases/{id}/history', { params: { path: { id: of()!.id } } })),
    enabled: computed(() => of() !== undefined),
    placeholderData: keepPreviousData,
  });
  const lines = computed(() => data.value ?? []);
  const all = (...types: string[]): CaseEvent[] => lines.value.filter(({ type }) => types.includes(type)).reverse();
  return { lines, all, last: (...types) => all(...types)[0] };
}

const SIDES: Readonly<Record<string, FileShown['side']>> = { photosBefore: 'before', photosAfter: 'after' };

/** The files that a line names, as far as the reader sees them; before stands before after. */
export function filesOf({ payload }: CaseEvent, { attachments }: Pick<CaseShown, 'attachments'>): FileShown[] {
  const known = new Map(attachments.map((file) => [file.id, file]));
  const named = ['photosBefore', 'photosAfter', 'evidence'].flatMap((field) => {
    const ids = payload[field];
    return Array.isArray(ids) ? ids.map((id) => ({ id: String(id), side: SIDES[field] })) : [];
  });
  return named.flatMap(({ id, side }, at) => {
    const file = known.get(id);
    // a picture that is named twice is shown once
    return file === undefined || named.findIndex((one) => one.id === id) < at ? [] : [{ ...file, side }];
  });
}

/** What of a line a person wrote in their own words. */
export const writtenIn = ({ said }: CaseEvent): CaseEvent['said'] => said.filter(({ prose }) => prose);
/** What of a line was decided. */
export const decidedIn = ({ said }: CaseEvent): CaseEvent['said'] => said.filter(({ prose }) => !prose);
