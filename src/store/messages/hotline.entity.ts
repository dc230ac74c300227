/** Hotline platforms 12345, what each sent under which number, and what it was answered. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { HotlineAnswerKind } from '../../domain/words.js';

/** A platform that may send cases to one office. */
@Entity('hotline_platform')
@Unique('hotline_platform_code_key', ['code'])
export class HotlinePlatformRow {
  @PrimaryColumn('uuid') id: string;
  /** What it is called in its address. */
  @Column('text') code: string;
  @Column('text') name: string;
  @ForeignKey('unit', { name: 'hotline_platform_office_unit_id_fkey' })
  @Column('uuid', { name: 'office_unit_id' })
  officeUnitId: string;
  /** Of a call whose own category is none of ours. */
  @ForeignKey('category', { name: 'hotline_platform_category_id_fkey' })
  @Column('uuid', { name: 'category_id' })
  categoryId: string;
  /** Where answers go; null: nowhere yet. */
  @ForeignKey('webhook', { name: 'hotline_platform_webhook_id_fkey' })
  @Column('uuid', { name: 'webhook_id', nullable: true })
  webhookId: string | null;
  /** Dot path in the platform’s body, by our field. */
  @Column('jsonb') mapping: Partial<Record<string, string>>;
  /** Working days in which an answer is owed. */
  @Column('int', { name: 'answer_days' }) answerDays: number;
  /** Encrypted under the id. */
  @Column('bytea') secret: Buffer;
  /** The secret before, which is taken until `formerUntil`. */
  @Column('bytea', { name: 'former_secret', nullable: true }) formerSecret: Buffer | null;
  @Column('timestamptz', { name: 'former_until', nullable: true }) formerUntil: Date | null;
  @Column('boolean') active: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @ForeignKey('person', { name: 'hotline_platform_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
}

/** What came under a number of a platform. Its text is in the case; here stand what the office may take over, and fingerprints of every field. */
@Entity('hotline_call')
@Unique('hotline_call_case_id_key', ['caseId'])
export class HotlineCallRow {
  @ForeignKey('hotline_platform', { name: 'hotline_call_platform_id_fkey' })
  @PrimaryColumn('uuid', { name: 'platform_id' })
  platformId: string;
  @PrimaryColumn('text') number: string;
  /** The case it becomes, chosen before the case is there. */
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('jsonb') prints: Record<string, string>;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) unit: string | null;
  /** As the platform wrote it. */
  @Column('text', { name: 'raised_at', nullable: true }) raisedAt: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

/** An answer to the platform, never changed. */
@Entity('hotline_answer')
@Index('hotline_answer_closing', ['caseId', 'closing'], { unique: true })
export class HotlineAnswerRow {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('rectification_case', { name: 'hotline_answer_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @Column('text') kind: HotlineAnswerKind;
  @Column('text') text: string;
  /** Of a final one: the moment of the closing that it is about, epoch milliseconds. */
  @Column('bigint', { nullable: true }) closing: number | null;
  @Column('timestamptz') at: Date;
  @ForeignKey('person', { name: 'hotline_answer_by_id_fkey' })
  @Column('uuid', { name: 'by_id' })
  byId: string;
}
