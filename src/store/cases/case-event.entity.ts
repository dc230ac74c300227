/** The history of cases: append-only, each event chained by hash to the one before. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One event. `at` is the office's time of it, `recordedAt` when it was written; `via` says which way it came in. */
@Entity('case_event')
@Index('case_event_command_key', ['commandId'], { unique: true, where: 'command_id IS NOT NULL' })
@Index('case_event_deputy', ['actorId', 'at'], { where: "via = 'deputy'::text" })
export class CaseEvent {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @PrimaryColumn('int') seq: number;
  @Column('text') type: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('uuid', { name: 'actor_unit_id', nullable: true }) actorUnitId: string | null;
  @Column('text') via: string;
  /** Of the command that caused it, once only in all history: a repeat is answered, not done again. */
  @Column('uuid', { name: 'command_id', nullable: true }) commandId: string | null;
  @Column('bytea', { name: 'command_digest', nullable: true }) commandDigest: Buffer | null;
  /** Parsed: to check the hash, which is over the stored text, select `body::text`. */
  @Column('json') body: object;
  @Column('bytea') hash: Buffer;
}
