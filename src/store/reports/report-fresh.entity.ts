/** What steps changed in the figures and the rollup has not taken up yet. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Measure } from '../../domain/case-facts.js';
import type { Source, Track } from '../../domain/words.js';

/** On `day` each of the measures (in its bucket) moved by its delta for a case with these properties: as many deltas (`report_delta`) as there are
 *  measures, in one row. The view `report_deltas` shows both. The compaction turns them into deltas and takes them away. */
@Entity('report_fresh')
export class ReportFresh {
  /** No foreign key: it is written by the statement that writes its case. `rollupFaults` names those without one. */
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('date') day: string;
  @Column('date', { name: 'collected_on' }) collectedOn: string;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId: string | null;
  @Column('uuid', { name: 'office_unit_id', nullable: true }) officeUnitId: string | null;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId: string | null;
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId: string | null;
  @Column('boolean', { name: 'taken_over' }) takenOver: boolean;
  @Column('text') source: Source;
  @Column('text') track: Track;
  /** As of a delta. */
  @Column('uuid', { array: true, nullable: true }) beside: string[] | null;
  @Column('text', { array: true }) measures: Measure[];
  @Column('int', { array: true }) buckets: number[];
  @Column('smallint', { array: true }) deltas: number[];
}
