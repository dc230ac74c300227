import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that hang on a case no longer ask for it one by one: the statement that writes them has locked the case, or writes it, and no case and no unit is ever
 *  deleted; `xiaohao check` names rows that stand alone. And a case without a number elsewhere has no entry in the index of such
 *  numbers, nor has what a timer did in the index of commands. */
export class AskOnce1765010000010 implements MigrationInterface {
  name = 'AskOnce1765010000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of KEYS)
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey`);
    for (const { table, column, name } of SOME) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      await runner.query(`CREATE UNIQUE INDEX ${name} ON ${table} (${column}) WHERE ${column} IS NOT NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column, name } of SOME) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} UNIQUE (${column})`);
    }
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

/** Unique where there is something. */
const SOME = [
  { table: 'rectification_case', column: 'external_key', name: 'rectification_case_external_key' },
  { table: 'case_event', column: 'command_id', name: 'case_event_command_key' },
];
