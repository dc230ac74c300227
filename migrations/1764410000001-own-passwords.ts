import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords that somebody else set, sessions that can be listed and ended, and guesses that are counted for all servers together. */
export class OwnPasswords1764410000001 implements MigrationInterface {
  name = 'OwnPasswords1764410000001';

  async up(runner: QueryRunner): Promise<void> {
    // Until now no page let anybody change the password an administrator gave them: every account is asked for one of its own.
    await runner.query('ALTER TABLE person ADD COLUMN start_password boolean NOT NULL DEFAULT true');
    await runner.query(
      `ALTER TABLE session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id_key UNIQUE,
         ADD COLUMN last_used_at timestamptz`,
    );
    await runner.query('UPDATE session SET last_used_at = created_at');
    await runner.query('ALTER TABLE session ALTER COLUMN id DROP DEFAULT, ALTER COLUMN last_used_at SET NOT NULL');
    await runner.query(
      `CREATE TABLE guess (
         key bytea PRIMARY KEY,
         level double precision NOT NULL,
         at timestamptz NOT NULL,
         free_at timestamptz NOT NULL,
         forgotten_at timestamptz NOT NULL)`,
    );
    await runner.query('CREATE INDEX guess_forgotten ON guess (forgotten_at)');
    await runner.query(
      `CREATE TABLE sign_in_alarm (
         person_id uuid NOT NULL REFERENCES person (id),
         day date NOT NULL,
         refused int NOT NULL,
         first_at timestamptz NOT NULL,
         last_at timestamptz NOT NULL,
         PRIMARY KEY (person_id, day))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_alarm');
    await runner.query('DROP TABLE guess');
    await runner.query('ALTER TABLE session DROP COLUMN id, DROP COLUMN last_used_at');
    await runner.query('ALTER TABLE person DROP COLUMN start_password');
  }
}
