import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists by day of closing, and of what was closed between two days, begin where those cases are. Older servers need not know. */
export class ListWhatWasClosed1764960000000 implements MigrationInterface {
  name = 'ListWhatWasClosed1764960000000';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX case_closed ON rectification_case (closed_on, id) WHERE stage = 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_closed');
  }
}
