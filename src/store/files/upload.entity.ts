/** Files on their way in: what has arrived of each, piece by piece, so that a cut connection loses nothing. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A file that is being sent; `key` is the sender's own, so that beginning twice is beginning once. Sizes in bytes. */
@Entity('upload')
@Unique('upload_key', ['personId', 'key'])
@Index('upload_expiry', ['expiresAt'])
export class Upload {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'upload_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('uuid') key: string;
  @ForeignKey('rectification_case', { name: 'upload_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @Column('text') name: string;
  @Column('int') size: number;
  @Column('int', { default: 0 }) taken: number;
  /** What it became; null until it is whole. */
  @ForeignKey('attachment', { name: 'upload_attachment_id_fkey' })
  @Column('uuid', { name: 'attachment_id', nullable: true })
  attachmentId: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

/** Bytes from `start` on. */
@Entity('upload_piece')
export class UploadPiece {
  @ForeignKey('upload', { name: 'upload_piece_upload_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'upload_id' })
  uploadId: string;
  @PrimaryColumn('int') start: number;
  @Column('bytea') bytes: Buffer;
}
