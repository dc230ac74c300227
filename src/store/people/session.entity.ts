/** What proves who is calling: sessions of people at a screen, tokens of programs. Only hashes of the secrets are kept. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One signed-in browser, by the hash of its cookie. */
@Entity('session')
@Unique('session_id_key', ['id'])
@Index('session_person', ['personId'])
export class Session {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @ForeignKey('person', { name: 'session_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('text', { name: 'user_agent', default: '' }) userAgent: string;
  /** What the session is called where its person lists and ends it; the secret stays unknown. */
  @Column('uuid') id: string;
  /** To within ten minutes, so that reading does not write. */
  @Column('timestamptz', { name: 'last_used_at' }) lastUsedAt: Date;
}

/** A token that lets a program act as a person, valid until the end of `expiresOn` unless revoked. */
@Entity('token')
@Unique('token_hash_key', ['tokenHash'])
export class Token {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @ForeignKey('person', { name: 'token_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('text') name: string;
  @Column('date', { name: 'expires_on' }) expiresOn: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
