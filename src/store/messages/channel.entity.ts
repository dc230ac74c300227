/** The ways on which messages leave the house, where each person is reached on them, and the systems that listen. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Channel, WebhookKind } from '../../domain/words.js';

/** A channel as the administrator set it; without a row it was never set up. */
@Entity('channel')
@Index('channel_default', ['isDefault'], { unique: true, where: 'is_default' })
export class ChannelRow {
  @PrimaryColumn('text') name: Channel;
  @Column('boolean') enabled: boolean;
  /** Orders go out here for whoever chose nothing that works. */
  @Column('boolean', { name: 'is_default' }) isDefault: boolean;
  /** What may be shown again. */
  @Column('jsonb') settings: Record<string, unknown>;
  /** JSON, encrypted under `channel/<name>`; never shown again. */
  @Column('bytea', { nullable: true }) secrets: Buffer | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @ForeignKey('person', { name: 'channel_changed_by_fkey' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;
}

/** What a person chose of a channel, and where it reaches them. */
@Entity('person_channel')
export class PersonChannel {
  @ForeignKey('person', { name: 'person_channel_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @PrimaryColumn('text') channel: Channel;
  @Column('boolean') wanted: boolean;
  /** Address, user id or mobile number, encrypted under `<channel>/<person>`; null for push, whose addresses are subscriptions. */
  @Column('bytea', { nullable: true }) address: Buffer | null;
  /** Since when it is known to be theirs: they typed the code that was sent there, or the administrator entered it. */
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt: Date | null;
  /** Fingerprint of the code that was sent last. */
  @Column('bytea', { nullable: true }) code: Buffer | null;
  @Column('timestamptz', { name: 'code_sent_at', nullable: true }) codeSentAt: Date | null;
  /** Codes sent on the day of the last one. */
  @Column('int', { name: 'codes_sent', default: 0 }) codesSent: number;
  @Column('int', { name: 'code_tries', default: 0 }) codeTries: number;
}

/** A browser that lets itself be woken. */
@Entity('push_subscription')
@Unique('push_subscription_endpoint_key_key', ['endpointKey'])
@Index('push_subscription_person', ['personId'])
export class PushSubscriptionRow {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'push_subscription_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  /** Fingerprint of the address: one browser belongs to whoever subscribed in it last. */
  @Column('bytea', { name: 'endpoint_key' }) endpointKey: Buffer;
  /** Address and keys as the browser gave them, JSON, encrypted under the id. */
  @Column('bytea') subscription: Buffer;
  @Column('text') device: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** Another system, or a robot in a group chat, that hears of some topics. */
@Entity('webhook')
export class WebhookRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') kind: WebhookKind;
  /** Encrypted under the id, since that of a robot has its key in it. */
  @Column('bytea') url: Buffer;
  @Column('bytea', { nullable: true }) secret: Buffer | null;
  /** The secret before, with which it is signed as well until `formerUntil`. */
  @Column('bytea', { name: 'former_secret', nullable: true }) formerSecret: Buffer | null;
  @Column('timestamptz', { name: 'former_until', nullable: true }) formerUntil: Date | null;
  @Column('text', { array: true }) topics: string[];
  @Column('boolean') active: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @ForeignKey('person', { name: 'webhook_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
  /** Removed ones stay, since deliveries name them. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
