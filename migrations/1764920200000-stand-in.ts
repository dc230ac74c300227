import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands in for whom from day to day, and where in history it was done in another's name. Older servers know nothing of the table: beside
 *  them a deputy has only their own roles. */
export class StandIn1764920200000 implements MigrationInterface {
  name = 'StandIn1764920200000';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_event_deputy');
    await runner.query('DROP TABLE deputation');
  }
}

const UP = [
  `CREATE TABLE deputation (
     id uuid PRIMARY KEY,
     absent_id uuid NOT NULL CONSTRAINT deputation_absent_id_fkey REFERENCES person,
     deputy_id uuid NOT NULL CONSTRAINT deputation_deputy_id_fkey REFERENCES person,
     from_on date NOT NULL,
     until_on date NOT NULL,
     starts_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     reason text NOT NULL,
     asked_by uuid NOT NULL CONSTRAINT deputation_asked_by_fkey REFERENCES person,
     asked_at timestamptz NOT NULL,
     granted_by uuid CONSTRAINT deputation_granted_by_fkey REFERENCES person,
     granted_at timestamptz,
     ended_by uuid CONSTRAINT deputation_ended_by_fkey REFERENCES person,
     ended_at timestamptz,
     CONSTRAINT deputation_two CHECK (absent_id <> deputy_id),
     CONSTRAINT deputation_days CHECK (until_on >= from_on))`,
  'CREATE INDEX deputation_deputy ON deputation (deputy_id, ends_at)',
  'CREATE INDEX deputation_absent ON deputation (absent_id, ends_at)',
  // Few lines of history are in it: what somebody absent reads on return.
  `CREATE INDEX case_event_deputy ON case_event (actor_id, at) WHERE via = 'deputy'`,
];
