/** Who raised a case, encrypted. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The raiser 反映人: name and contact encrypted at rest; the receipt code kept as a hash. */
@Entity('raiser')
@Unique('raiser_receipt_key', ['receiptHash'])
@Index('raiser_search_keys', ['searchKeys'], { type: 'gin' })
@Index('raiser_unkeyed', ['caseId'], { where: 'search_keys IS NULL' })
export class Raiser {
  @ForeignKey('rectification_case', { name: 'raiser_case_id_fkey' })
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @Column('boolean') anonymous: boolean;
  @Column('bytea', { name: 'name_sealed', nullable: true }) nameSealed: Buffer | null;
  @Column('bytea', { name: 'contact_sealed', nullable: true }) contactSealed: Buffer | null;
  @Column('bytea', { name: 'receipt_hash', nullable: true }) receiptHash: Buffer | null;
  /** Keyed hashes of name and telephone numbers; null until they were filled in. */
  @Column('bytea', { name: 'search_keys', array: true, nullable: true }) searchKeys: Buffer[] | null;
}
