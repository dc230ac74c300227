/** Failed guesses at passwords, counted for all servers together, and the days on which an account was guessed at. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What is counted, by its hash: an account, an address, both together, a known browser, a session. */
@Entity('guess')
@Index('guess_forgotten', ['forgottenAt'])
export class Guess {
  @PrimaryColumn('bytea') key: Buffer;
  @Column('double precision') level: number;
  @Column('timestamptz') at: Date;
  /** No further guess before this moment. */
  @Column('timestamptz', { name: 'free_at' }) freeAt: Date;
  /** From here on the row says nothing any more and may be thrown away. */
  @Column('timestamptz', { name: 'forgotten_at' }) forgottenAt: Date;
}

/** A day on which attempts to sign in as somebody were slowed down. */
@Entity('sign_in_alarm')
export class SignInAlarm {
  @ForeignKey('person', { name: 'sign_in_alarm_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @PrimaryColumn('date') day: string;
  @Column('int') refused: number;
  @Column('timestamptz', { name: 'first_at' }) firstAt: Date;
  @Column('timestamptz', { name: 'last_at' }) lastAt: Date;
}
