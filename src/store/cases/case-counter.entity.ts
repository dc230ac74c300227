/** Where case numbers come from. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a year: 123 for ZG-2026-000123. */
@Entity('case_counter')
export class CaseCounter {
  @PrimaryColumn('int') year: number;
  @Column('int') last: number;
}
