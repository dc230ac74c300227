/** Files of cases. The bytes are kept once, under their SHA-256, however often they are attached. */
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The bytes of a file. */
@Entity('attachment_blob')
export class AttachmentBlob {
  @PrimaryColumn('bytea') sha256: Buffer;
  @Column('bytea') bytes: Buffer;
}

/** A file attached to a case; `size` in bytes. */
@Entity('attachment')
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
}

/** An attachment that an event of the same case rests on. */
@Entity('case_evidence')
@ForeignKey('attachment', ['caseId', 'attachmentId'], ['caseId', 'id'], { name: 'case_evidence_attachment_fkey' })
export class CaseEvidence {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @PrimaryColumn('int') seq: number;
  @PrimaryColumn('uuid', { name: 'attachment_id' }) attachmentId: string;
}
