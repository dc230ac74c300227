import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hotline platforms 12345 that may send cases, what each sent under which number, and what it was answered. */
export class HearHotlines1764860000000 implements MigrationInterface {
  name = 'HearHotlines1764860000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['hotline_answer', 'hotline_call', 'hotline_platform'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

const UP = [
  `CREATE TABLE hotline_platform (
     id uuid PRIMARY KEY,
     code text NOT NULL CONSTRAINT hotline_platform_code_key UNIQUE,
     name text NOT NULL,
     office_unit_id uuid NOT NULL CONSTRAINT hotline_platform_office_unit_id_fkey REFERENCES unit,
     category_id uuid NOT NULL CONSTRAINT hotline_platform_category_id_fkey REFERENCES category,
     webhook_id uuid CONSTRAINT hotline_platform_webhook_id_fkey REFERENCES webhook,
     mapping jsonb NOT NULL,
     answer_days int NOT NULL,
     secret bytea NOT NULL,
     former_secret bytea,
     former_until timestamptz,
     active boolean NOT NULL,
     created_at timestamptz NOT NULL,
     created_by uuid NOT NULL CONSTRAINT hotline_platform_created_by_fkey REFERENCES person)`,
  // Written before the case is collected, so that of two calls under one number the first decides: no foreign key to the case.
  `CREATE TABLE hotline_call (
     platform_id uuid NOT NULL CONSTRAINT hotline_call_platform_id_fkey REFERENCES hotline_platform,
     number text NOT NULL,
     case_id uuid NOT NULL CONSTRAINT hotline_call_case_id_key UNIQUE,
     prints jsonb NOT NULL,
     category text,
     unit text,
     raised_at text,
     due_on date,
     received_at timestamptz NOT NULL,
     PRIMARY KEY (platform_id, number))`,
  `CREATE TABLE hotline_answer (
     id uuid PRIMARY KEY,
     case_id uuid NOT NULL CONSTRAINT hotline_answer_case_id_fkey REFERENCES rectification_case,
     kind text NOT NULL,
     text text NOT NULL,
     closing bigint,
     at timestamptz NOT NULL,
     by_id uuid NOT NULL CONSTRAINT hotline_answer_by_id_fkey REFERENCES person)`,
  // One final answer to each closing.
  `CREATE UNIQUE INDEX hotline_answer_closing ON hotline_answer (case_id, closing)`,
];
