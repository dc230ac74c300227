import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which ledger people know a set of headers: the name of the file from which words were remembered last. Older servers leave it as it is. */
export class NameLayoutsOfLedgers1764970000010 implements MigrationInterface {
  name = 'NameLayoutsOfLedgers1764970000010';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ledger_words ADD COLUMN known_as text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_words DROP COLUMN known_as');
  }
}
