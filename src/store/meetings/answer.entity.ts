/** What a meeting is told of its opinions: words that wait for their release, answers that were released, and the addresses under which they are read. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AnswerBasis, AnswerClass } from '../../domain/answers.js';
import type { Day } from '../../domain/day.js';

/** The words of the office for one opinion. They hold for the basis that they were written for. */
@Entity('opinion_wording')
export class OpinionWording {
  @ForeignKey('opinion', { name: 'opinion_wording_opinion_id_fkey' })
  @PrimaryColumn('uuid', { name: 'opinion_id' })
  opinionId: string;
  /** The opinion as the public may read it; null: it stays off the public page. */
  @Column('text', { nullable: true }) said: string | null;
  @Column('text') basis: AnswerBasis;
  /** Instead of the sentence that follows from the facts. */
  @Column('text', { nullable: true }) words: string | null;
  /** Another class than the facts say, and why. */
  @Column('text', { nullable: true }) class: AnswerClass | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** The day that is named where no due day is in force. */
  @Column('date', { name: 'planned_on', nullable: true }) plannedOn: Day | null;
  @ForeignKey('person', { name: 'opinion_wording_written_by_fkey' })
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy: string | null;
  @Column('timestamptz', { name: 'written_at' }) writtenAt: Date;
}

/** An answer as it was released, never changed: the next one stands beside it. */
@Entity('opinion_answer')
@Check('opinion_answer_reason_check', 'class = facts_class OR reason IS NOT NULL')
export class OpinionAnswer {
  @ForeignKey('opinion', { name: 'opinion_answer_opinion_id_fkey' })
  @PrimaryColumn('uuid', { name: 'opinion_id' })
  opinionId: string;
  @PrimaryColumn('int') seq: number;
  @Column('text') basis: AnswerBasis;
  @Column('text', { name: 'facts_class' }) factsClass: AnswerClass;
  @Column('text') class: AnswerClass;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') words: string;
  @Column('text', { name: 'words_en' }) wordsEn: string;
  @Column('text', { nullable: true }) said: string | null;
  @Column('date', { name: 'solved_on', nullable: true }) solvedOn: Day | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: Day | null;
  @ForeignKey('unit', { name: 'opinion_answer_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;
  @ForeignKey('person', { name: 'opinion_answer_released_by_fkey' })
  @Column('uuid', { name: 'released_by', nullable: true })
  releasedBy: string | null;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
}

/** An address of results: a participant's own, or the meeting's for anybody where no participant is named. Of each one is in force. */
@Entity('result_link')
@Unique('result_link_token_key', ['tokenHash'])
@Index('result_link_own', ['participantId'], {
  unique: true,
  where: 'revoked_at IS NULL AND participant_id IS NOT NULL',
})
@Index('result_link_public', ['meetingId'], { unique: true, where: 'revoked_at IS NULL AND participant_id IS NULL' })
export class ResultLink {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @ForeignKey('meeting', { name: 'result_link_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: string;
  @ForeignKey('participant', { name: 'result_link_participant_id_fkey' })
  @Column('uuid', { name: 'participant_id', nullable: true })
  participantId: string | null;
  @ForeignKey('person', { name: 'result_link_made_by_fkey' })
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @ForeignKey('person', { name: 'result_link_revoked_by_fkey' })
  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
