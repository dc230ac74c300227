/** Keeps public-input meetings and who took part. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isDay, type Day } from '../../domain/day.js';
import type { MeetingKind, Capacity } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Meeting, Participant } from './meeting.entity.js';
import { cursorOf, isIdKey, keysOf } from '../sql/page-cursor.js';

export interface NewMeeting {
  id: string;
  title: string;
  kind: MeetingKind;
  heldOn: Day;
  place: string;
  hostUnitId: string;
  officeUnitId: string;
  createdBy: string | null;
  at: number;
  participants: NewParticipant[];
}

/** What of a participant is encrypted, each about the participant's id. */
export interface EncryptedParticipant {
  name: Buffer;
  contact: Buffer | null;
}

export interface NewParticipant extends EncryptedParticipant {
  id: string;
  standing: Capacity;
  /** Keyed hashes by which the person is found. */
  searchKeys: readonly Buffer[];
}

export type MeetingRow = Pick<Meeting, 'id' | 'title' | 'kind' | 'heldOn' | 'place' | 'hostUnitId' | 'officeUnitId'>;

/** A meeting in a list, with how much of what was said is still to be triaged. */
export interface MeetingLine extends MeetingRow {
  participants: number;
  opinions: number;
  untriaged: number;
}

export type ParticipantRow = Omit<NewParticipant, 'searchKeys'>;

const COLUMNS = `m.id, m.title, m.kind, m.held_on AS "heldOn", m.place, m.host_unit_id AS "hostUnitId", m.office_unit_id AS "officeUnitId"`;

/** Two clerks who add to one meeting in the same instant take the same next number; one of them counts again. */
const MOST_TRIES = 20;

/** Ids, encrypted names, capacities, encrypted contacts and hashes, each as one array. */
const columnsOf = (participants: readonly NewParticipant[]): unknown[][] => [
  participants.map(({ id }) => id),
  participants.map(({ name }) => name),
  participants.map(({ standing }) => standing),
  participants.map(({ contact }) => contact),
  participants.map(({ searchKeys }) => searchKeys.map((key) => key.toString('hex')).join(',')),
];

@Injectable()
export class MeetingStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>) {}

  /** Writes the meeting with its participants in one statement; false where there is one of this id, which stays as it is. */
  async add(meeting: NewMeeting): Promise<boolean> {
    const { participants } = meeting;
    const { rows } = await this.database.pool.query(
      `WITH m AS (INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_by, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id),
         p AS (INSERT INTO participant (id, meeting_id, seq, name_sealed, standing, contact_sealed, search_keys)
           SELECT g.id, m.id, g.seq, g.name, g.standing, g.contact, ARRAY(SELECT decode(k, 'hex') FROM unnest(string_to_array(g.keys, ',')) k)
           FROM m, unnest($10::uuid[], $11::bytea[], $12::text[], $13::bytea[], $14::text[]) WITH ORDINALITY AS g(id, name, standing, contact, keys, seq))
       SELECT id FROM m`,
      [
        meeting.id,
        meeting.title,
        meeting.kind,
        meeting.heldOn,
        meeting.place,
        meeting.hostUnitId,
        meeting.officeUnitId,
        meeting.createdBy,
        new Date(meeting.at),
        ...columnsOf(participants),
      ],
    );
    return rows.length === 1;
  }

  /** Writes more participants, numbered after the others, all or none; false where one of the ids is taken. */
  async addParticipants(meetingId: string, participants: readonly NewParticipant[]): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.database.pool.query(
          `INSERT INTO participant (id, meeting_id, seq, name_sealed, standing, contact_sealed, search_keys)
           SELECT g.id, $1, last.seq + g.n, g.name, g.standing, g.contact, ARRAY(SELECT decode(k, 'hex') FROM unnest(string_to_array(g.keys, ',')) k)
           FROM (SELECT coalesce(max(seq), 0) AS seq FROM participant WHERE meeting_id = $1) last,
             unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[], $6::text[]) WITH ORDINALITY AS g(id, name, standing, contact, keys, n)`,
          [meetingId, ...columnsOf(participants)],
        );
        return true;
      } catch (error) {
        const { constraint } = error as { constraint?: string };
        if (constraint === 'participant_pkey') return false;
        if (constraint !== 'participant_seq_key' || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** The meeting, undefined where there is none. */
  async find(id: string): Promise<MeetingRow | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(Meeting, { id });
    if (found === null) return undefined;
    const { createdBy: _, createdAt: __, ...meeting } = found;
    return meeting;
  }

  /** Who took part, in the order in which they were entered. */
  async participants(meetingId: string): Promise<ParticipantRow[]> {
    const found = await this.database.dataSource.manager.find(Participant, {
      select: { id: true, nameSealed: true, standing: true, contactSealed: true },
      where: { meetingId },
      order: { seq: 'ASC' },
    });
    // None has a name in clear once the service has started.
    return found.map(({ id, nameSealed, standing, contactSealed }) => ({
      id,
      standing,
      name: nameSealed!,
      contact: contactSealed,
    }));
  }

  /** The `limit` meetings before this one of the same host, kind and office, the last one first. */
  async before(meeting: MeetingRow, limit: number): Promise<MeetingRow[]> {
    const { rows } = await this.database.pool.query<MeetingRow>(
      `SELECT ${COLUMNS} FROM meeting m WHERE m.held_on <= $1 AND (m.held_on < $1 OR m.id < $2) AND m.host_unit_id = $3 AND m.kind = $4 AND m.office_unit_id = $5
        ORDER BY m.held_on DESC, m.id DESC LIMIT $6`,
      [meeting.heldOn, meeting.id, meeting.hostUnitId, meeting.kind, meeting.officeUnitId, limit],
    );
    return rows;
  }

  /** Keeps that somebody sees the names at a meeting: once a day of the office. */
  async logAccess(meetingId: string, personId: string, at: number, day: Day): Promise<void> {
    await this.database.pool.query(
      `INSERT INTO sealed_look (id, meeting_id, person_id, purpose, reason, at, day) VALUES ($1, $2, $3, 'other', '打开座谈会登记台', $4, $5)
       ON CONFLICT (meeting_id, person_id, day) WHERE meeting_id IS NOT NULL DO NOTHING`,
      [uuid(), meetingId, personId, new Date(at), day],
    );
  }

  /** Meetings of these offices since the day of whose opinions some still wait for their triage, and how many. */
  async untriaged(
    offices: readonly string[],
    since: Day,
  ): Promise<(Pick<MeetingRow, 'id' | 'title' | 'heldOn' | 'officeUnitId'> & { untriaged: number })[]> {
    const { rows } = await this.database.pool.query<MeetingRow & { untriaged: number }>(
      `SELECT m.id, m.title, m.held_on AS "heldOn", m.office_unit_id AS "officeUnitId", count(*)::int AS untriaged
       FROM meeting m JOIN opinion o ON o.meeting_id = m.id LEFT JOIN opinion_triage t ON t.opinion_id = o.id
       WHERE m.office_unit_id = ANY($1::uuid[]) AND m.held_on >= $2 AND t.opinion_id IS NULL GROUP BY m.id ORDER BY m.held_on, m.id`,
      [offices, since],
    );
    return rows;
  }

  /** Meetings kept by these offices, newest first; `cursor` from the page before. 400 for one that is none. */
  async page(
    offices: readonly string[],
    limit: number,
    cursor?: string,
  ): Promise<{ items: MeetingLine[]; nextCursor: string | null }> {
    const after = cursor === undefined ? [] : keysOf(cursor, [isDay, isIdKey]);
    const { rows } = await this.database.pool.query<MeetingLine>(
      `SELECT ${COLUMNS}, (SELECT count(*) FROM participant p WHERE p.meeting_id = m.id) AS participants, o.opinions, o.untriaged
       FROM (SELECT * FROM meeting WHERE office_unit_id = ANY($1::uuid[])
               ${cursor === undefined ? '' : 'AND held_on <= $3::date AND (held_on < $3::date OR id > $4::uuid)'}
             ORDER BY held_on DESC, id LIMIT $2) m
       CROSS JOIN LATERAL (SELECT count(*) AS opinions, count(*) FILTER (WHERE t.opinion_id IS NULL) AS untriaged
         FROM opinion o LEFT JOIN opinion_triage t ON t.opinion_id = o.id WHERE o.meeting_id = m.id) o
       ORDER BY m.held_on DESC, m.id`,
      [offices, limit + 1, ...after],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf([last.heldOn, last.id]) : null };
  }
}
