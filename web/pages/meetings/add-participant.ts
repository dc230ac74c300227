/** More participants of a meeting that is on record. */
import { answer, api } from '../../api/client.js';
import { queries } from '../../app/queries.js';
import type { Meeting, Participant } from './meeting.js';
import type { DraftParticipant } from './participant-draft.js';

const bodyOf = ({ key, name, standing, contact }: DraftParticipant) => {
  const reach = contact.trim();
  return { id: key, name: name.trim(), standing, ...(reach === '' ? {} : { contact: reach }) };
};

function join(meetingId: string, added: readonly Participant[]): void {
  const ids = new Set(added.map(({ id }) => id));
  queries.setQueryData<Meeting>(
    ['meeting', meetingId],
    (known) => known && { ...known, participants: [...known.participants.filter(({ id }) => !ids.has(id)), ...added] },
  );
  void queries.invalidateQueries({ queryKey: ['meetings'] });
}

/** Puts a person on the list of a meeting that is on record, and on every list of its participants here. The key of the draft is the
 *  person's id, so that what is sent twice is there once. */
export async function addParticipant(meetingId: string, person: DraftParticipant): Promise<Participant> {
  const added = await answer(
    api.POST('/api/meetings/{id}/participants', { params: { path: { id: meetingId } }, body: bodyOf(person) }),
  );
  join(meetingId, [added]);
  return added;
}

/** Puts several persons on the list, at most 500, all or none; else as one. */
export async function addParticipants(meetingId: string, people: readonly DraftParticipant[]): Promise<Participant[]> {
  const added = await answer(
    api.POST('/api/meetings/{id}/participants/batch', {
      params: { path: { id: meetingId } },
      body: people.map(bodyOf),
    }),
  );
  join(meetingId, added);
  return added;
}
