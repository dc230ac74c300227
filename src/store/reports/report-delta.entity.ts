/** What reports are sums of. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Source, Track } from '../../domain/words.js';

/** On `day` a measure (in a bucket) moved by `delta` for a case with these properties. Append-only but for `folded`. */
@Entity('report_delta')
@Index('report_delta_tail', ['day'], { where: 'NOT folded' })
@Index('report_delta_day', ['day'], { type: 'brin' })
@Index('report_delta_collected', ['collectedOn'], { type: 'brin' })
export class ReportDelta {
  @PrimaryColumn('text') measure: string;
  /** No foreign key: it is written by the statement that writes its case. `rollupFaults` names those without one. */
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('date') day: string;
  @Column('int') bucket: number;
  @Column('smallint') delta: number;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('uuid', { name: 'office_unit_id', nullable: true }) officeUnitId: string | null;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId: string | null;
  @Column('text') source: Source;
  @Column('text') track: Track;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('date', { name: 'collected_on' }) collectedOn: string;
  @Column('boolean', { name: 'taken_over' }) takenOver: boolean;
  /** Units to which the same is charged already; null: none. A total that covers one of them leaves this out. */
  @Column('uuid', { array: true, nullable: true }) beside: string[] | null;
  /** True once the rollup contains it. */
  @Column('boolean', { default: false }) folded: boolean;
}
