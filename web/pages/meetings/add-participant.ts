/** One more participant of a meeting that is on record. */
import { answer, api } from '../../api/client.js';
import { queries } from '../../app/queries.js';
import type { Meeting, Participant } from './meeting.js';
import type { DraftParticipant } from './participant-draft.js';

/** Puts a person on the list of a meeting that is on record, and on every list of its participants here. The key of the draft is the
 *  person's id, so that what is sent twice is there once. */
export async function addParticipant(
  meetingId: string,
  { key, name, standing, contact }: DraftParticipant,
): Promise<Participant> {
  const reach = contact.trim();
  const body = { id: key, name: name.trim(), standing, ...(reach === '' ? {} : { contact: reach }) };
  const added = await answer(
    api.POST('/api/meetings/{id}/participants', { params: { path: { id: meetingId } }, body }),
  );
  queries.setQueryData<Meeting>(
    ['meeting', meetingId],
    (known) => known && { ...known, participants: [...known.participants.filter(({ id }) => id !== added.id), added] },
  );
  void queries.invalidateQueries({ queryKey: ['meetings'] });
  return added;
}
