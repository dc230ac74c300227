/** The one row that says which encryption key and which time zone this tenant lives by. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('held_setting')
@Check('held_setting_one', 'one')
export class HeldSetting {
  /** Always true: there is one row. */
  @PrimaryColumn('boolean') one: boolean;
  /** IANA zone in which days begin and end. */
  @Column('text') zone: string;
  /** Tells the encryption key from another one, and nothing about it. */
  @Column('bytea', { name: 'key_print' }) keyPrint: Buffer;
  /** The key of codes and fingerprints, encrypted under the present key; null while it is the present key itself. */
  @Column('bytea', { nullable: true }) derivation: Buffer | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
