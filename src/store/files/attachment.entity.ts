/** Files of cases. The bytes are kept once, under their SHA-256, however often they are attached. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Cleaning } from '../../domain/evidence.js';

/** The bytes of a file. */
@Entity('attachment_blob')
export class AttachmentBlob {
  @PrimaryColumn('bytea') sha256: Buffer;
  @Column('bytea') bytes: Buffer;
}

/** A small picture of the picture under the hash, JPEG. */
@Entity('attachment_thumbnail')
export class AttachmentThumbnail {
  @ForeignKey('attachment_blob', { name: 'attachment_thumbnail_sha256_fkey' })
  @PrimaryColumn('bytea')
  sha256: Buffer;
  @Column('bytea') bytes: Buffer;
}

/** A file attached to a case; `size` in bytes. */
@Entity('attachment')
@Index('attachment_waiting', ['at'], { where: `cleaning = 'waiting'::text` })
@Check(
  'attachment_cleaning_check',
  `cleaning = ANY (ARRAY['waiting'::text, 'clean'::text, 'asIs'::text, 'withheld'::text])`,
)
@Unique('attachment_of_case_key', ['caseId', 'id'])
export class Attachment {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('rectification_case', { name: 'attachment_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @ForeignKey('attachment_blob', { name: 'attachment_sha256_fkey' })
  @Column('bytea')
  sha256: Buffer;
  @Column('text') name: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('int') size: number;
  @ForeignKey('person', { name: 'attachment_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('timestamptz') at: Date;
  /** Of what was handed in; `sha256` is of what is kept and shown. */
  @Column('bytea', { name: 'original_sha256' }) originalSha256: Buffer;
  @Column('text') cleaning: Cleaning;
}

/** An attachment that an event of the same case rests on. */
@Entity('case_evidence')
@ForeignKey('attachment', ['caseId', 'attachmentId'], ['caseId', 'id'], { name: 'case_evidence_attachment_fkey' })
export class CaseEvidence {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @PrimaryColumn('int') seq: number;
  @PrimaryColumn('uuid', { name: 'attachment_id' }) attachmentId: string;
}
