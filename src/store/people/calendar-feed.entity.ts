/** The private address of a person's calendar of deadlines. */
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One each: a new address takes the place of the one before. */
@Entity('calendar_feed')
@Unique('calendar_feed_token_key', ['tokenHash'])
export class CalendarFeed {
  @ForeignKey('person', { name: 'calendar_feed_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
}
