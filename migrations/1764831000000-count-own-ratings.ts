import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What raisers say by receipt is counted beside the visits. No case that is stored has such a word yet, so nothing is counted anew. */
export class CountOwnRatings1764831000000 implements MigrationInterface {
  name = 'CountOwnRatings1764831000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE report_rollup ${SUMS.map((column) => `ADD COLUMN ${column} int NOT NULL DEFAULT 0`).join(', ')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM report_delta WHERE measure IN ('ownRated', 'ownSatisfied', 'ratedBelowVisit')`);
    await runner.query(`ALTER TABLE report_rollup ${SUMS.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
  }
}

const SUMS = ['own_rated', 'own_satisfied', 'own_rated_cases', 'own_satisfied_cases', 'rated_below_visit'];
