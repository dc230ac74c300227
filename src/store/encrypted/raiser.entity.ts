/** Who raised a case, encrypted; as many as raised it. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A raiser 反映人: name and contact encrypted at rest; the receipt code kept as a hash. Whose complaints a case is about stands in its context,
 *  `raisers`: a merger brings their ids along, and they stay encrypted where they were. */
@Entity('raiser')
@Unique('raiser_receipt_key', ['receiptHash'])
@Index('raiser_search_keys', ['searchKeys'], { type: 'gin' })
@Index('raiser_case', ['caseId'])
@Index('raiser_participant', ['participantId'], { where: 'participant_id IS NOT NULL' })
@Index('raiser_unkeyed', ['id'], { where: 'search_keys IS NULL' })
export class Raiser {
  /** That of the case where they raised it first. */
  @PrimaryColumn('uuid') id: string;
  /** The case at which they were taken down. */
  @ForeignKey('rectification_case', { name: 'raiser_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  /** Where they spoke at a meeting: who said several things of one case is one raiser of it. */
  @ForeignKey('participant', { name: 'raiser_participant_id_fkey' })
  @Column('uuid', { name: 'participant_id', nullable: true })
  participantId: string | null;
  @Column('boolean') anonymous: boolean;
  /** Asked that nobody be told their name: it opens to the office alone, and nobody is found by it. */
  @Column('boolean', { default: false }) confidential: boolean;
  @Column('bytea', { name: 'name_sealed', nullable: true }) nameSealed: Buffer | null;
  @Column('bytea', { name: 'contact_sealed', nullable: true }) contactSealed: Buffer | null;
  /** Null once it was withdrawn. */
  @Column('bytea', { name: 'receipt_hash', nullable: true }) receiptHash: Buffer | null;
  /** Random bytes the code is made of; null for one given out before there were any. */
  @Column('bytea', { name: 'receipt_salt', nullable: true }) receiptSalt: Buffer | null;
  /** When a slip with the code was printed last, and by whom. */
  @Column('timestamptz', { name: 'receipt_printed_at', nullable: true }) receiptPrintedAt: Date | null;
  @ForeignKey('person', { name: 'raiser_receipt_printed_by_fkey' })
  @Column('uuid', { name: 'receipt_printed_by', nullable: true })
  receiptPrintedBy: string | null;
  /** Keyed hashes of name and telephone numbers; null until they were filled in. */
  @Column('bytea', { name: 'search_keys', array: true, nullable: true }) searchKeys: Buffer[] | null;
}
