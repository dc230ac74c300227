/** How servers learn that units, categories or the calendar were changed elsewhere. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The only row has id 1; `version` grows with each change of reference data, and every load of a case reads it. */
@Entity('reference_version')
@Check('reference_version_id_check', 'id = 1')
export class ReferenceVersion {
  @PrimaryColumn('int') id: number;
  @Column('bigint') version: number;
}
