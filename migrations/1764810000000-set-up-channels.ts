import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ways on which messages leave the house, as an administrator sets them, where each person is reached, the other systems that listen, and what is on its way. */
export class SetUpChannels1764810000000 implements MigrationInterface {
  name = 'SetUpChannels1764810000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['delivery', 'webhook', 'push_subscription', 'person_channel', 'channel'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

const UP = [
  `CREATE TABLE channel (
     name text PRIMARY KEY,
     enabled boolean NOT NULL,
     is_default boolean NOT NULL,
     settings jsonb NOT NULL,
     secrets bytea,
     changed_at timestamptz NOT NULL,
     changed_by uuid CONSTRAINT channel_changed_by_fkey REFERENCES person)`,
  // Orders of people who chose nothing that works go out here, so there is one of it.
  `CREATE UNIQUE INDEX channel_default ON channel (is_default) WHERE is_default`,
  `CREATE TABLE person_channel (
     person_id uuid NOT NULL CONSTRAINT person_channel_person_id_fkey REFERENCES person,
     channel text NOT NULL,
     wanted boolean NOT NULL,
     address bytea,
     verified_at timestamptz,
     code bytea,
     code_sent_at timestamptz,
     codes_sent int NOT NULL DEFAULT 0,
     code_tries int NOT NULL DEFAULT 0,
     PRIMARY KEY (person_id, channel))`,
  `CREATE TABLE push_subscription (
     id uuid PRIMARY KEY,
     person_id uuid NOT NULL CONSTRAINT push_subscription_person_id_fkey REFERENCES person,
     endpoint_key bytea NOT NULL CONSTRAINT push_subscription_endpoint_key_key UNIQUE,
     subscription bytea NOT NULL,
     device text NOT NULL,
     created_at timestamptz NOT NULL)`,
  `CREATE INDEX push_subscription_person ON push_subscription (person_id)`,
  `CREATE TABLE webhook (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     kind text NOT NULL,
     url bytea NOT NULL,
     secret bytea,
     former_secret bytea,
     former_until timestamptz,
     topics text[] NOT NULL,
     active boolean NOT NULL,
     created_at timestamptz NOT NULL,
     created_by uuid NOT NULL CONSTRAINT webhook_created_by_fkey REFERENCES person,
     removed_at timestamptz)`,
  `CREATE TABLE delivery (
     id uuid PRIMARY KEY,
     entry_id uuid NOT NULL CONSTRAINT delivery_entry_id_fkey REFERENCES inbox_entry,
     target_id uuid NOT NULL,
     person_id uuid CONSTRAINT delivery_person_id_fkey REFERENCES person,
     webhook_id uuid CONSTRAINT delivery_webhook_id_fkey REFERENCES webhook,
     channel text NOT NULL,
     by_hand boolean NOT NULL,
     state text NOT NULL,
     bundle_id uuid,
     attempts int NOT NULL DEFAULT 0,
     last_error text,
     queued_at timestamptz NOT NULL,
     sent_at timestamptz)`,
  `CREATE INDEX delivery_waiting ON delivery (queued_at) WHERE state = 'queued' AND bundle_id IS NULL`,
  `CREATE INDEX delivery_bundle ON delivery (bundle_id) WHERE state IN ('queued', 'dead') AND bundle_id IS NOT NULL`,
  `CREATE INDEX delivery_target ON delivery (target_id, channel) WHERE state = 'queued'`,
  `CREATE INDEX delivery_entry ON delivery (entry_id)`,
];
