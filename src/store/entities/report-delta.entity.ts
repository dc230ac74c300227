/** What reports are sums of. */
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Source, Track } from '../../domain/words.js';

/** On `day` a measure (in a bucket) moved by `delta` for a case with these properties. Append-only. */
@Entity('report_delta')
@Index('report_delta_case', ['caseId'])
@Index('report_delta_sum', ['measure', 'day'])
export class ReportDelta {
  /** Without meaning: TypeORM reads no table that has no key. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('date') day: string;
  @Column('text') measure: string;
  @Column('int') bucket: number;
  @Column('smallint') delta: number;
  @ForeignKey('rectification_case', { name: 'report_delta_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId: string | null;
  @Column('text') source: Source;
  @Column('text') track: Track;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('date', { name: 'collected_on' }) collectedOn: string;
  @Column('boolean', { name: 'taken_over' }) takenOver: boolean;
}
