/** What is on its way to somebody outside of the inbox, and what became of it. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeliveryState, Way } from '../../domain/words.js';

/** One entry on one way; its id follows from both, so that a repeat queues nothing twice. The job that sends it can be made anew from this row. */
@Entity('delivery')
@Index('delivery_waiting', ['queuedAt'], { where: `state = 'queued'::text AND bundle_id IS NULL` })
@Index('delivery_bundle', ['bundleId'], {
  where: `(state = ANY (ARRAY['queued'::text, 'dead'::text])) AND bundle_id IS NOT NULL`,
})
@Index('delivery_target', ['targetId', 'channel'], { where: `state = 'queued'::text` })
@Index('delivery_entry', ['entryId'])
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('inbox_entry', { name: 'delivery_entry_id_fkey' })
  @Column('uuid', { name: 'entry_id' })
  entryId: string;
  /** Person or webhook: what is under way to one target on one channel goes out one after another. */
  @Column('uuid', { name: 'target_id' }) targetId: string;
  /** Null for a webhook. */
  @ForeignKey('person', { name: 'delivery_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @ForeignKey('webhook', { name: 'delivery_webhook_id_fkey' })
  @Column('uuid', { name: 'webhook_id', nullable: true })
  webhookId: string | null;
  @Column('text') channel: Way;
  /** Sent by a person, so it may go out at night. */
  @Column('boolean', { name: 'by_hand' }) byHand: boolean;
  @Column('text') state: DeliveryState;
  /** What goes out together has one, and keeps it over every attempt: it is what the receiver knows a repeat by. */
  @Column('uuid', { name: 'bundle_id', nullable: true }) bundleId: string | null;
  @Column('int', { default: 0 }) attempts: number;
  /** What came back last, or why it was dropped. */
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'queued_at' }) queuedAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
