import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that hang on a case no longer ask for it one by one: the statement that writes them has locked the case, or writes it, and no case and no unit is ever
 *  deleted; `xiaohao check` names rows that stand alone. And a case without a number elsewhere has no entry in the index of such numbers. */
export class AskOnce1765010000010 implements MigrationInterface {
  name = 'AskOnce1765010000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of KEYS)
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey`);
    await runner.query('ALTER TABLE rectification_case DROP CONSTRAINT rectification_case_external_key');
    await runner.query(
      'CREATE UNIQUE INDEX rectification_case_external_key ON rectification_case (external_key) WHERE external_key IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rectification_case_external_key');
    await runner.query(
      'ALTER TABLE rectification_case ADD CONSTRAINT rectification_case_external_key UNIQUE (external_key)',
    );
    for (const { table, column, to } of KEYS)
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${to} (id)`,
      );
  }
}

const KEYS = [
  { table: 'case_event', column: 'case_id', to: 'rectification_case' },
  { table: 'case_timer', column: 'case_id', to: 'rectification_case' },
  { table: 'case_text', column: 'case_id', to: 'rectification_case' },
  { table: 'supervision_order', column: 'case_id', to: 'rectification_case' },
  { table: 'supervision_order', column: 'unit_id', to: 'unit' },
  { table: 'visit', column: 'case_id', to: 'rectification_case' },
  { table: 'message', column: 'case_id', to: 'rectification_case' },
  { table: 'message', column: 'unit_id', to: 'unit' },
];
